"""WebDAV, CalDAV and CardDAV."""

from .values import Changed, DavItem, DavResponse, DavValue, Home, Removed, Reset, Synced

__all__ = ["Changed", "DavItem", "DavResponse", "DavValue", "Home", "Removed", "Reset", "Synced"]
