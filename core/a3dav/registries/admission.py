"""What may turn a request away before anything else is done for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from a3dav.exchange import Request
    from a3dav.principals import Identity

First: TypeAlias = "Callable[[Request], None]"
Known: TypeAlias = "Callable[[Request, Identity], None]"


class AdmissionRegistry:
    """Functions that return or raise a `DavError`. They run on the loop for every request, and ask no store."""

    def __init__(self) -> None:
        self.first: list[First] = []
        self.known: list[Known] = []

    def add(self, look: First) -> None:
        """Looks at every request, of which no more than head and address are known."""
        self.first.append(look)

    def add_known(self, look: Known) -> None:
        """Looks at every request whose sender has been recognised or verified."""
        self.known.append(look)
