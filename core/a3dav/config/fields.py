"""How a dataclass field is declared as a setting, and what a setting may hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any, Protocol, TypeVar, get_type_hints, runtime_checkable

from a3dav.errors import PluginError

T = TypeVar("T")

INT64 = 2**63 - 1
"""The largest number a setting can hold: it must fit the columns of both stores."""


@dataclass(frozen=True, slots=True)
class Setting:
    name: str
    kind: Any
    default: object
    help: str
    unit: str
    minimum: int
    maximum: int
    secret: bool


@runtime_checkable
class Checked(Protocol):
    """A section that also looks at its settings together."""

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yields a key and what it must be for each rule that the settings break."""


def setting(
    default: T,
    help: str,  # noqa: A002
    *,
    unit: str = "",
    minimum: int = 0,
    maximum: int = INT64,
    secret: bool = False,
) -> T:
    """Declares a field of a section; `help` is one sentence for the operator.

    The type of the field is bool, int, str, a Literal of texts, tuple[str, ...], or one of these or
    None. A unit that begins with "bytes" also accepts sizes such as "10 MiB".
    """
    declared = {"help": help, "unit": unit, "minimum": minimum, "maximum": maximum, "secret": secret}
    declaration: T = field(default=default, metadata=declared)
    return declaration


def settings_of(section: type[Any]) -> dict[str, Setting]:
    kinds = get_type_hints(section)
    found: dict[str, Setting] = {}
    for item in fields(section):
        if "help" not in item.metadata:
            raise PluginError(f"the field {section.__name__}.{item.name} is not declared with setting()")
        found[item.name] = Setting(item.name, kinds[item.name], item.default, **item.metadata)
    return found
