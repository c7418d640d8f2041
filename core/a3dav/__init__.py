"""a3dav: a WebDAV, CalDAV and CardDAV server whose features are plugins."""

from pluggy import HookimplMarker

__version__ = "0.1.0"

hookimpl = HookimplMarker("a3dav")
"""Marks a function of a plugin as the implementation of a hook of the same name."""

__all__ = ["__version__", "hookimpl"]
