"""What plugins registered in plain Python, as types and fields of the schema."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

import strawberry
from strawberry.types.field import StrawberryField

from a3dav.errors import PluginError
from a3dav.registries import GraphField, Subject
from a3dav_admin.types.connections import Info
from a3dav_admin.types.scalars import Int64

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.principals import Identity

_PLAIN = {str: str, bool: bool, float: float, int: Int64, datetime: datetime}


def fields_of(house: House) -> dict[str, list[StrawberryField]]:
    """Further fields by the name of their type."""
    found: dict[str, list[StrawberryField]] = {}
    for field in house.graph_table.fields.values():
        found.setdefault(field.of.value, []).append(_field(field))
    return found


def _field(field: GraphField) -> StrawberryField:
    async def resolve(root: Any, info: Info) -> Any:
        return await info.context.load(_answers, Asked(_subject(field.of, root)), field, info.context.identity)

    resolve.__annotations__ = {"info": Info, "return": output(field.type)}
    made: StrawberryField = strawberry.field(
        resolver=resolve, description=field.description, metadata={"roles": field.roles, "most": field.most}
    )
    made.python_name = field.name
    return made


def _subject(of: Subject, root: Any) -> Any:
    if of is Subject.SERVER:
        return None
    return root.account if of is Subject.PRINCIPAL else root.resource


@dataclasses.dataclass(slots=True, frozen=True)
class Asked:
    """A subject that is known by its id, whatever else of it is no key."""

    subject: Any = dataclasses.field(compare=False)
    id: bytes = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", self.subject.id if self.subject is not None else b"")


def _answers(house: House, asked: Sequence[Asked], field: GraphField, identity: Identity) -> Mapping[Asked, Any]:
    subjects = [one.subject for one in asked]
    return dict(zip(asked, field.answer(house, identity, subjects), strict=True))


@cache
def output(kind: Any) -> Any:
    """The type of the schema for one of plain Python."""
    return _mapped(kind, output, _object)


@cache
def given(kind: Any) -> Any:
    return _mapped(kind, given, _input)


def _mapped(kind: Any, whole: Any, of_dataclass: Any) -> Any:
    origin = get_origin(kind)
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind is strawberry.ID:
        return kind
    if origin is list:
        return list[whole(get_args(kind)[0])]  # type: ignore[misc]
    if origin in {Union, types.UnionType}:
        return Union[tuple(part if part is type(None) else whole(part) for part in get_args(kind))]  # noqa: UP007
    if dataclasses.is_dataclass(kind):
        return of_dataclass(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return strawberry.enum(kind)
    raise PluginError(f"the graph has no type for {kind!r}")


def _object(kind: type[Any]) -> Any:
    return strawberry.type(_copy(kind, output), name=kind.__name__, description=_said(kind))


def _input(kind: type[Any]) -> Any:
    return strawberry.input(_copy(kind, given), name=kind.__name__, description=_said(kind))


@cache
def input_about(kind: type[Any], subject: str) -> Any:
    """An input that also names what it is about."""
    about = [(subject, strawberry.ID, strawberry.field(description="What is changed."))] if subject else []
    return strawberry.input(_copy(kind, given, *about), name=kind.__name__, description=_said(kind))


def _copy(kind: type[Any], mapped: Any, *before: Any) -> type[Any]:
    """A class of its own: the one of the plugin stays as it is."""
    hints = get_type_hints(kind)
    fields: list[Any] = [*before]
    for field in dataclasses.fields(kind):
        default = strawberry.UNSET if mapped is given and field.default is None else field.default
        about = strawberry.field(default=default, description=field.metadata.get("help"))
        fields.append((field.name, mapped(hints[field.name]), about))
    return dataclasses.make_dataclass(kind.__name__, fields)


def _said(kind: type[Any]) -> str:
    return " ".join((kind.__doc__ or "").split()) if not (kind.__doc__ or "").startswith(f"{kind.__name__}(") else ""
