"""The model as templates see it: names are code of the language, and text of a document is never code."""

from __future__ import annotations

from dataclasses import is_dataclass
from typing import Any

from a3dav_sdk.model.api import Api


class SpecText:
    """Text that somebody wrote into a document. A template must say what becomes of it: `literal` or `doc`."""

    __slots__ = ("raw",)

    def __init__(self, raw: str) -> None:
        self.raw = raw

    def __bool__(self) -> bool:
        return bool(self.raw)

    def __eq__(self, other: object) -> bool:
        return self.raw == (other.raw if isinstance(other, SpecText) else other)

    def __hash__(self) -> int:
        return hash(self.raw)

    def __str__(self) -> str:
        raise TypeError(f"text of a document needs a filter, literal or doc: {self.raw[:40]!r}")

    __format__ = __html__ = None  # type: ignore[assignment]  # ways around a filter


class View:
    """One thing of the model: its members, and as `name` what it is called in this language."""

    __slots__ = ("it", "names", "scope")

    def __init__(self, it: Any, names: dict[tuple[str, str], str], scope: str = "") -> None:
        self.it, self.names, self.scope = it, names, scope

    def __getattr__(self, member: str) -> Any:
        value = getattr(self.it, member)
        inner = f"{member} {self.it.key}" if hasattr(self.it, "key") else member
        return viewed(value, self.names, inner)

    @property
    def name(self) -> str:
        return self.names[self.scope, self.it.key]

    @property
    def type_name(self) -> str:
        """Of a service: the name of its class."""
        return self.names[f"{self.scope} types", self.it.key]

    @property
    def tag(self) -> str:
        """object, enum, union; scalar, any, list, map, nullable, reference: words of the model itself."""
        return str(self.it.tag)

    def __eq__(self, other: object) -> bool:
        return bool(self.it == (other.it if isinstance(other, View) else other))

    def __hash__(self) -> int:
        return hash(self.it)


def viewed(value: Any, names: dict[tuple[str, str], str], scope: str) -> Any:
    if isinstance(value, str):
        return SpecText(value)
    if isinstance(value, tuple):
        return [viewed(one, names, scope) for one in value]
    return View(value, names, scope) if is_dataclass(value) else value


def view_of(api: Api, names: dict[tuple[str, str], str]) -> View:
    return View(api, names)


def bare(value: Any) -> Any:
    """What stands behind a view."""
    if isinstance(value, (View, SpecText)):
        return value.it if isinstance(value, View) else value.raw
    return [bare(one) for one in value] if isinstance(value, list) else value
