"""What a check found, and what came of mending it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.storage.transaction import Actor


@dataclass(slots=True, frozen=True)
class Outcome:
    """One thing a repair did, or had to leave with what a person can do."""

    done: bool
    text: str


Mend = Callable[["House", "Actor"], Iterator[Outcome]]


@dataclass(slots=True, frozen=True)
class Finding:
    """One thing that was looked at; `mend` sets right what is wrong, where a program can."""

    ok: bool
    text: str
    mend: Mend | None = None


def counted(number: int, what: str, some: list[str]) -> str:
    """A number of things with the first of them by name."""
    named = ", ".join(some[:3]) + (" and more" if number > 3 else "")
    return f"{number} {what}" + (f": {named}" if named else "")
