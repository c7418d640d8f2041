"""The section `[plugins.acl]`."""

from __future__ import annotations

from dataclasses import dataclass

from a3dav.config.fields import setting


@dataclass(frozen=True, slots=True)
class AclSettings:
    """Who may be named in access control lists, and how long these may be."""

    anonymous: bool = setting(
        False,
        "Whether requests without credentials are answered where a list grants something to DAV:all or"
        " DAV:unauthenticated; while this is off, DAV:all means everybody who signed in.",
    )
    max_aces: int = setting(100, "Entries that a client may set on one resource.", minimum=2, maximum=1_000)
