"""jCal (RFC 7265) read as components: strictly, since what it says becomes content lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from a3dav_content.errors import InvalidCalendarData, LimitExceeded
from a3dav_content.jcal import DEFAULTS, STRUCTURED, UNKNOWN, may_be_several, may_have_parts
from a3dav_content.jcal_values import Unfit, from_json, text_of
from a3dav_content.json_text import loaded
from a3dav_content.lines import LIMITS, Component, Limits, Params, Property, encode_param, serialise

_NAME = re.compile(r"[A-Za-z0-9_-]{1,200}", re.ASCII)
_PARAM = re.compile(r"[A-Za-z0-9_.-]{1,200}", re.ASCII)
Place = tuple[int | str, ...]


def parse(body: bytes, limits: Limits = LIMITS) -> list[Component]:
    """The components of a jCal text, one object or an array of them (RFC 7265 §3.2).

    Raises InvalidCalendarData with the place as a JSON pointer (RFC 6901), or LimitExceeded.
    """
    most = 4 * (limits.properties + limits.components)
    return _Reader(limits).stream(loaded(body, most, InvalidCalendarData))


def as_text(body: bytes, limits: Limits = LIMITS) -> bytes:
    """The content lines that a jCal text stands for."""
    return b"".join(serialise(component) for component in parse(body, limits))


def property_in(tree: Any, limits: Limits = LIMITS) -> Property:
    """The property that an array says; raises InvalidCalendarData."""
    return _Reader(limits).property(tree, ())


def component_in(tree: Any, limits: Limits = LIMITS) -> Component:
    """The component that an array says; raises InvalidCalendarData."""
    return _Reader(limits).component(tree, (), 1)


def params_in(tree: Any) -> Params:
    """The parameters that an object says; raises InvalidCalendarData."""
    return _params_in(tree, ())


class _Reader:
    """Turns arrays into components, and counts what it has met."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._components = self._properties = 0

    def stream(self, tree: Any) -> list[Component]:
        if isinstance(tree, list) and tree and all(isinstance(entry, list) for entry in tree):
            return [self.component(entry, (index,), 1) for index, entry in enumerate(tree)]
        return [self.component(tree, (), 1)]

    def component(self, tree: Any, place: Place, depth: int) -> Component:
        if not isinstance(tree, list) or len(tree) != 3:
            raise _wrong("a component is an array of name, properties and components", place)
        self._components += 1
        if self._components > self._limits.components or depth > self._limits.depth:
            raise LimitExceeded("components", f"too many or too deeply nested components at {pointer(place)}")
        name, properties, components = tree
        found = Component(_name(name, _NAME, (*place, 0)))
        found.properties = [
            self.property(entry, (*place, 1, index)) for index, entry in enumerate(_list(properties, (*place, 1)))
        ]
        found.components = [
            self.component(entry, (*place, 2, index), depth + 1)
            for index, entry in enumerate(_list(components, (*place, 2)))
        ]
        return found

    def property(self, tree: Any, place: Place) -> Property:
        if not isinstance(tree, list) or len(tree) < 4:
            raise _wrong("a property is an array of name, parameters, type and one value at least", place)
        self._properties += 1
        if self._properties > self._limits.properties:
            raise LimitExceeded("properties", f"more than {self._limits.properties} properties")
        name = _name(tree[0], _NAME, (*place, 0))
        if name in {"BEGIN", "END"}:
            raise _wrong(f"{name} is no property", (*place, 0))
        kind = _name(tree[2], _NAME, (*place, 2)).lower()
        params = _params_in(tree[1], (*place, 1))
        if kind not in {UNKNOWN, DEFAULTS.get(name)}:
            params = (("VALUE", (kind.upper(),)), *params)
        if kind == "binary" and not any(key == "ENCODING" for key, _ in params):
            params = (("ENCODING", ("BASE64",)), *params)
        value = _value(name, kind, tree[3:], place)
        if len(value) > self._limits.line_length:
            raise LimitExceeded("line-length", f"longer than {self._limits.line_length} characters at {pointer(place)}")
        return Property(name, value, params)


def _value(name: str, kind: str, values: Sequence[Any], place: Place) -> str:
    if len(values) > 1 and not may_be_several(name, kind):
        raise _wrong(f"{name} of type {kind} has one value", (*place, 4))
    return ",".join(_one(name, kind, value, (*place, 3 + index)) for index, value in enumerate(values))


def _one(name: str, kind: str, value: Any, place: Place) -> str:
    try:
        if isinstance(value, list) and kind != "period" and may_have_parts(name, kind):
            return ";".join(",".join(from_json(kind, one) for one in _parts(part)) for part in _parts(value))
        if name in STRUCTURED and kind == DEFAULTS[name]:
            raise Unfit("an array of its parts is expected")
        return from_json(kind, value)
    except Unfit as error:
        raise _wrong(f"{name} of type {kind}: {error}", place) from error


def _parts(value: Any) -> Iterable[Any]:
    parts = value if isinstance(value, list) else [value]
    if not parts:
        raise Unfit("an array has no parts")
    return parts


def _params_in(tree: Any, place: Place) -> Params:
    if not isinstance(tree, dict):
        raise _wrong("parameters are an object", place)
    found: dict[str, tuple[str, ...]] = {}
    for key, given in tree.items():
        name = _name(key, _PARAM, (*place, key))
        if name == "VALUE":
            raise _wrong("the type of a value is no parameter", (*place, key))
        if name in found:
            raise _wrong(f"the parameter {name} stands twice", (*place, key))
        try:
            found[name] = tuple(encode_param(text_of(value, lines=True)) for value in _parts(given))
        except Unfit as error:
            raise _wrong(f"the parameter {name}: {error}", (*place, key)) from error
    return tuple(found.items())


def _name(value: Any, pattern: re.Pattern[str], place: Place) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise _wrong("a name of letters, digits and dashes is expected", place)
    return value.upper()


def _list(value: Any, place: Place) -> list[Any]:
    if not isinstance(value, list):
        raise _wrong("an array is expected", place)
    return value


def _wrong(message: str, place: Place) -> InvalidCalendarData:
    return InvalidCalendarData(f"{message}, at {pointer(place)}")


def pointer(place: Place) -> str:
    """A place as a JSON pointer (RFC 6901)."""
    steps = (str(step).replace("~", "~0").replace("/", "~1")[:80] for step in place)
    return "".join(f"/{step}" for step in steps) or "the whole"
