"""An operation as it was asked, and what is answered: plain values, which go from one process to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from a3dav.principals import Identity

TYPENAME = "__typename"
"""What stands among changes and changes nothing."""


@dataclass(slots=True, frozen=True)
class Asked:
    """`key` is that of the one change that is shown, whose outcome is in `outcomes`."""

    text: str
    variables: Mapping[str, Any]
    operation_name: str | None
    identity: Identity
    request_id: str
    seconds: float
    facts: Mapping[str, Any] = field(default_factory=dict)
    outcomes: Mapping[str, Any] = field(default_factory=dict)
    key: str = ""


@dataclass(slots=True, frozen=True)
class Change:
    """A mutation that is to be made before it can be shown, with its input as GraphQL has it."""

    key: str
    name: str
    given: Mapping[str, Any]


@dataclass(slots=True, frozen=True)
class Answered:
    """An answer as JSON; or what is to be done and found out in the worker before there can be one."""

    status: int = 200
    body: bytes = b""
    changes: tuple[Change, ...] = ()
    facts: frozenset[str] = frozenset()
    is_refused: bool = False

    @property
    def waits(self) -> bool:
        return bool(self.changes or self.facts)
