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
