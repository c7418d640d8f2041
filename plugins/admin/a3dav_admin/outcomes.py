"""What became of a mutation, on its way from the worker that made it to the process that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(slots=True, frozen=True)
class Refused:
    code: str
    message: str
    field: str | None = None


@dataclass(slots=True, frozen=True)
class Outcome:
    """What is shown, or why nothing was changed."""

    value: Any = None
    errors: tuple[Refused, ...] = ()
