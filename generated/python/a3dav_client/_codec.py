"""Reads JSON into values and writes them again, without losing what it does not know."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Protocol, TypeVar

from ._errors import DecodeError
from ._model import UNSET, Model, OpenNumber, OpenText
from ._time import Timestamp

_M = TypeVar("_M", bound=Model)
_MISSING = object()


class Codec(Protocol):
    """`path` is the JSON pointer of a value, for complaints."""

    def read(self, value: Any, path: str) -> Any: ...
    def write(self, value: Any) -> Any: ...


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an object: its name in JSON, its attribute, how it is read, whether it must be there."""

    key: str
    attribute: str
    codec: Codec
    required: bool


@dataclass(frozen=True, slots=True)
class Plain:
    """Values that JSON has itself."""

    name: str
    kinds: tuple[type, ...]

    def read(self, value: Any, path: str) -> Any:
        if isinstance(value, self.kinds) and (bool in self.kinds or not isinstance(value, bool)):
            return value
        raise DecodeError(f"{path or '/'}: {self.name} was to be here, not {_kind(value)}")

    def write(self, value: Any) -> Any:
        return value


@dataclass(frozen=True, slots=True)
class Free:
    """Any JSON; models inside are written as theirs."""

    def read(self, value: Any, path: str) -> Any:
        return value

    def write(self, value: Any) -> Any:
        return plain(value)


@dataclass(frozen=True, slots=True)
class Time:
    def read(self, value: Any, path: str) -> Any:
        return Timestamp(TEXT.read(value, path))

    def write(self, value: Any) -> Any:
        return str(value) if isinstance(value, str) else Timestamp.of(value)


@dataclass(frozen=True, slots=True)
class ListOf:
    item: Codec

    def read(self, value: Any, path: str) -> Any:
        if not isinstance(value, list):
            raise DecodeError(f"{path or '/'}: a list was to be here, not {_kind(value)}")
        return [self.item.read(one, f"{path}/{number}") for number, one in enumerate(value)]

    def write(self, value: Any) -> Any:
        return [self.item.write(one) for one in value]


@dataclass(frozen=True, slots=True)
class MapOf:
    item: Codec

    def read(self, value: Any, path: str) -> Any:
        if not isinstance(value, dict):
            raise DecodeError(f"{path or '/'}: an object was to be here, not {_kind(value)}")
        return {key: self.item.read(one, f"{path}/{key}") for key, one in value.items()}

    def write(self, value: Any) -> Any:
        return {key: self.item.write(one) for key, one in value.items()}


@dataclass(frozen=True, slots=True)
class OrNull:
    of: Codec

    def read(self, value: Any, path: str) -> Any:
        return None if value is None else self.of.read(value, path)

    def write(self, value: Any) -> Any:
        return None if value is None else self.of.write(value)


@dataclass(frozen=True, slots=True)
class Named:
    """A model, an enumeration or a union, loaded when it is first needed."""

    name: str

    def read(self, value: Any, path: str) -> Any:
        return _resolved(self.name).read(value, path)

    def write(self, value: Any) -> Any:
        return plain(value)


@dataclass(frozen=True, slots=True)
class OneOf:
    """With a member that tells which; without, the first that fits. What fits none stays as it came."""

    member: str
    variants: Sequence[tuple[tuple[str, ...], Codec]]

    def read(self, value: Any, path: str) -> Any:
        if self.member and isinstance(value, dict):
            told = value.get(self.member)
            for tags, codec in self.variants:
                if told in tags:
                    return codec.read(value, path)
            return value
        if not self.member:
            for _, codec in self.variants:
                if fits(codec, value):
                    return codec.read(value, path)
        return value

    def write(self, value: Any) -> Any:
        return plain(value)


def fits(codec: Codec, value: Any) -> bool:
    """Whether a value can be that: an object with all that is required, or of the right kind."""
    if isinstance(codec, Named):
        found = _resolved(codec.name)
        if isinstance(found, _Object):
            needed = [member.key for member in found.model._members if member.required]
            return isinstance(value, dict) and all(key in value for key in needed)
        return fits(found, value)
    try:
        codec.read(value, "")
    except DecodeError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Object:
    model: type[Model]

    def read(self, value: Any, path: str) -> Any:
        return read_model(self.model, value, path)

    def write(self, value: Any) -> Any:
        return plain(value)


@dataclass(frozen=True, slots=True)
class _Enumeration:
    kind: Callable[[Any], Any]
    base: Plain

    def read(self, value: Any, path: str) -> Any:
        return self.kind(self.base.read(value, path))

    def write(self, value: Any) -> Any:
        return plain(value)


@cache
def _resolved(name: str) -> Codec:
    models = import_module(".models", __package__)
    found = getattr(models, name)
    if isinstance(found, type) and issubclass(found, Model):
        return _Object(found)
    if isinstance(found, type) and issubclass(found, OpenText):
        return _Enumeration(found, TEXT)
    if isinstance(found, type) and issubclass(found, OpenNumber):
        return _Enumeration(found, INTEGER)
    unions: dict[str, OneOf] = models.union_of(name)
    return unions[name]


def read_model(kind: type[_M], value: Any, path: str) -> _M:
    if not isinstance(value, Mapping):
        raise DecodeError(f"{path or '/'}: an object was to be here, not {_kind(value)}")
    given: dict[str, Any] = {}
    known = set()
    for member in kind._members:
        known.add(member.key)
        found = value.get(member.key, _MISSING)
        if found is not _MISSING:
            given[member.attribute] = member.codec.read(found, f"{path}/{member.key}")
        elif member.required:
            raise DecodeError(f"{path or '/'}: the member {member.key} is missing")
    return kind(extra={key: one for key, one in value.items() if key not in known}, **given)


def write_model(model: Model) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for member in type(model)._members:
        value = getattr(model, member.attribute)
        if value is not UNSET:
            result[member.key] = None if value is None else member.codec.write(value)
    for key, value in model.extra.items():
        result.setdefault(key, plain(value))
    return result


def plain(value: Any) -> Any:
    """What `json.dumps` takes, of anything made of models and JSON."""
    if isinstance(value, Model):
        return write_model(value)
    if isinstance(value, (OpenText, OpenNumber)):
        return value.value
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value


def _kind(value: Any) -> str:
    names: list[tuple[Any, str]] = [
        (type(None), "null"),
        (bool, "a boolean"),
        (str, "text"),
        (int, "a number"),
        (float, "a number"),
        (list, "a list"),
    ]
    return next((name for kind, name in names if isinstance(value, kind)), "an object")


TEXT = Plain("text", (str,))
INTEGER = Plain("a whole number", (int,))
NUMBER = Plain("a number", (int, float))
BOOLEAN = Plain("a boolean", (bool,))
BYTES = Plain("bytes", (bytes,))
TIME = Time()
ANY = Free()
list_of = ListOf
map_of = MapOf
or_null = OrNull
named = Named
