"""The section `[plugins.carddav]`."""

from __future__ import annotations

from dataclasses import dataclass

from a3dav.config.fields import setting


@dataclass(frozen=True, slots=True)
class CarddavSettings:
    """What is shown of the accounts of this server."""

    directory: bool = setting(
        True,
        "Whether there is a directory: the accounts that one sees (principals.visible) as a read-only address book.",
    )
