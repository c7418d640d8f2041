"""Workers that take a second to open their house, so that something can happen meanwhile."""

import time

from a3dav.door import app

_open_house = app.open_house


def _open_house_slowly(raw, **options):
    time.sleep(1)
    return _open_house(raw, **options)


app.open_house = _open_house_slowly
