"""The section `[plugins.carddav]`."""

from __future__ import annotations

from dataclasses import dataclass

from a3dav.config.fields import setting


@dataclass(frozen=True, slots=True)
class CarddavSettings:
    """What is shown of the accounts of this server, and how groups of contacts are kept."""

    directory: bool = setting(
        True,
        "Whether there is a directory: the accounts that one sees (principals.visible) as a read-only address book.",
    )
    group_categories: bool = setting(
        False,
        "Whether groups of contacts are kept in step as group cards and as CATEGORIES of their members, so that clients"
        " of either kind see and change the same groups; without it cards stay as clients wrote them.",
    )
