"""What JSON values of strangers have to look like, and how large they may be.

A shape checks a value and raises InvalidJson with its place. Members that an object's shape does not name are let
through: they are kept, not understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from a3dav_content.budget import Budget
from a3dav_content.errors import InvalidJson
from a3dav_content.json_pointers import below, value_at

MOST_VALUES = 200_000
DEEPEST = 24
LONGEST_NAME = 2_000
GREATEST = 2**53 - 1
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


Shape = Callable[[Any, str, "Walk"], None]


@dataclass(slots=True)
class Walk:
    """Bounds the work on one value; what is `stored` already may be what it is."""

    budget: Budget = field(default_factory=lambda: Budget(MOST_VALUES))
    stored: Mapping[str, Any] | None = None

    def step(self, place: str) -> None:
        self.budget.spend()
        if place.count("/") > DEEPEST:
            raise InvalidJson("nested too deep", place[:200])

    def inside(self, shape: Shape, value: Any, place: str) -> None:
        """Checks a part of a value."""
        try:
            shape(value, place, self)
        except InvalidJson:
            if self.stored is None or value_at(self.stored, place) != value:
                raise


def wrong(expected: str, value: Any, place: str) -> InvalidJson:
    return InvalidJson(f"{expected} is expected, not {str(value)[:40]!r}", place)


def anything(value: Any, place: str, walk: Walk) -> None:
    walk.step(place)
    if isinstance(value, str):
        _sayable(value, place)
    elif isinstance(value, dict):
        for name, inner in value.items():
            anything(inner, _member(name, place), walk)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            anything(inner, below(place, index), walk)


def _member(name: Any, place: str) -> str:
    if not isinstance(name, str) or len(name) > LONGEST_NAME:
        raise InvalidJson("a name of a member is too long", place)
    _sayable(name, place)
    return below(place, name)


def _sayable(text: str, place: str) -> None:
    if _CONTROL.search(text):
        raise InvalidJson("a control character or half a character", place)


def text(value: Any, place: str, walk: Walk) -> None:
    walk.step(place)
    if not isinstance(value, str):
        raise wrong("a string", value, place)
    _sayable(value, place)


def line(value: Any, place: str, walk: Walk) -> None:
    text(value, place, walk)
    if "\n" in value or "\r" in value:
        raise InvalidJson("a line break, which this may not have", place)


def boolean(value: Any, place: str, walk: Walk) -> None:
    walk.step(place)
    if not isinstance(value, bool):
        raise wrong("true or false", value, place)


def true(value: Any, place: str, walk: Walk) -> None:
    walk.step(place)
    if value is not True:
        raise wrong("true", value, place)


def matching(pattern: str, expected: str) -> Shape:
    compiled = re.compile(pattern, re.ASCII)

    def check(value: Any, place: str, walk: Walk) -> None:
        line(value, place, walk)
        if not compiled.fullmatch(value):
            raise wrong(expected, value, place)

    return check


def one_of(*known: str) -> Shape:
    return matching("|".join(map(re.escape, known)), f"one of {', '.join(known)}")


def integer(low: int = -GREATEST, high: int = GREATEST) -> Shape:
    def check(value: Any, place: str, walk: Walk) -> None:
        walk.step(place)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise wrong(f"an integer from {low} to {high}", value, place)

    return check


def list_of(inner: Shape, least: int = 0) -> Shape:
    def check(value: Any, place: str, walk: Walk) -> None:
        walk.step(place)
        if not isinstance(value, list) or len(value) < least:
            raise wrong("an array" + (" with an entry" if least else ""), value, place)
        for index, entry in enumerate(value):
            walk.inside(inner, entry, below(place, index))

    return check


def map_of(name: Shape, inner: Shape) -> Shape:
    def check(value: Any, place: str, walk: Walk) -> None:
        walk.step(place)
        if not isinstance(value, dict):
            raise wrong("an object", value, place)
        for key, entry in value.items():
            there = _member(key, place)
            walk.inside(_named(name, key), entry, there)
            walk.inside(inner, entry, there)

    return check


def _named(shape: Shape, key: str) -> Shape:
    return lambda _, place, walk: shape(key, place, walk)


def set_of(name: Shape) -> Shape:
    return map_of(name, true)


def object_of(kind: str, members: Mapping[str, Shape], required: tuple[str, ...] = ()) -> Shape:
    """An object; what `members` does not name is let through. `kind` is its @type, where it says one."""

    def check(value: Any, place: str, walk: Walk) -> None:
        walk.step(place)
        if not isinstance(value, dict):
            raise wrong(f"an object ({kind})", value, place)
        if value.get("@type", kind) != kind:
            raise wrong(f"the @type {kind}", value["@type"], below(place, "@type"))
        for name in required:
            if value.get(name) is None:
                raise InvalidJson(f"{name} is missing", place)
        for name, inner in value.items():
            walk.inside(members.get(name, anything), inner, _member(name, place))

    return check


def either(choose: Callable[[dict[str, Any]], Shape]) -> Shape:
    """A shape that depends on the object itself."""

    def check(value: Any, place: str, walk: Walk) -> None:
        if not isinstance(value, dict):
            raise wrong("an object", value, place)
        choose(value)(value, place, walk)

    return check
