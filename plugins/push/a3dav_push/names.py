"""Names of WebDAV-Push (draft-bitfire-webdav-push), and how far a trigger reaches."""

from __future__ import annotations

from enum import IntEnum, IntFlag

PUSH = "https://bitfire.at/webdav-push"
FEATURE = "webdav-push"
DONT_NOTIFY = "push-dont-notify"
PLACE = "/push"
"""Below it stand the registrations."""


def push(local: str) -> str:
    return f"{{{PUSH}}}{local}"


class Reach(IntEnum):
    """A DAV:depth of a trigger; each includes those before it."""

    NOTHING = 0
    ITSELF = 1
    MEMBERS = 2
    EVERYTHING = 3


DEPTHS = {"0": Reach.ITSELF, "1": Reach.MEMBERS, "infinity": Reach.EVERYTHING}


class News(IntFlag):
    """What a subscription is told of."""

    NONE = 0
    CONTENT = 1
    PROPERTIES = 2
    GONE = 4
    """The subscribed collection itself; told as an update of its content."""
    ROTATION = 8
    """The key of the server changes."""
