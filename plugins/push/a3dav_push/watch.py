"""Whether anybody subscribed at all: remembered for a moment, so that writes pay nothing where nobody did."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from a3dav_push.subscriptions import any_at_all

if TYPE_CHECKING:
    from a3dav.house import House

SERVICE = "push.watch"
REMEMBERED_SECONDS = 1.0
"""As long may a worker not know that the very first device subscribed at another one."""


class Watch:
    def __init__(self) -> None:
        self._until = 0.0
        self._any = False

    def anybody(self, house: House) -> bool:
        now = time.monotonic()
        if now >= self._until:
            self._any, self._until = any_at_all(house.store), now + REMEMBERED_SECONDS
        return self._any

    def forget(self) -> None:
        self._until = 0.0


def watch_of(house: House) -> Watch:
    found: Watch = house.services.setdefault(SERVICE, Watch())
    return found
