"""What the person at the command line asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SERVICES = ("calendars", "contacts", "files")
Advance = Callable[[int, int | None], None]
"""Is told how many members are done, and of how many if that is known."""


@dataclass(slots=True, frozen=True)
class Wishes:
    """`files_url` may hold {user}, the name at the other server."""

    services: frozenset[str] = frozenset(SERVICES)
    files_url: str = ""
    dry_run: bool = False
    delete: bool = False
    repair: bool = False
    rescue: Path | None = None
