"""A broken build: SQLite leaves its writes to the operating system."""

from a3dav.storage.sqlite import SqliteEngine

_init = SqliteEngine.__init__


def _init_unsynced(self, path, **options):
    _init(self, path, **options | {"synchronous": "off"})


SqliteEngine.__init__ = _init_unsynced
