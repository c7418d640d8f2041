"""The section `[plugins.sharing]`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from a3dav.config.fields import setting


@dataclass(frozen=True, slots=True)
class SharingSettings:
    """What people share with others, and what these see of it."""

    auto_accept: bool = setting(
        False,
        "Whether what is shared with somebody stands in their home at once, without asking them.",
    )
    private: Literal["hidden", "busy"] = setting(
        "hidden",
        "What others see of an event with CLASS:PRIVATE in a calendar that is shared with them whole: nothing, or when"
        " one is busy.",
    )
    links: bool = setting(True, "Whether calendars and address books can be read by secret links, without signing in.")
    max_links: int = setting(50, "Secret links that one account may have.", minimum=1, maximum=10_000)
    link_days: int = setting(0, "The longest time a secret link is valid, in days; 0 sets no end.", maximum=36_500)
