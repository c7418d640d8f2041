# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .graph import GraphErrorCode

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class CreatePrincipalResult(Model):
    """Changes, made in the order in which they were sent; each stands or falls alone."""

    create_principal: CreatePrincipal | None
    """Makes an account with its homes."""

    _members: ClassVar[List[Member]] = [
        Member("createPrincipal", "create_principal", or_null(named("CreatePrincipal")), True),
    ]


@dataclass(slots=True, kw_only=True)
class CreatePrincipal(Model):
    principal: CreatePrincipal_2 | None
    errors: list[CreatePrincipalErrors]

    _members: ClassVar[List[Member]] = [
        Member("principal", "principal", or_null(named("CreatePrincipal_2")), True),
        Member("errors", "errors", list_of(named("CreatePrincipalErrors")), True),
    ]


@dataclass(slots=True, kw_only=True)
class CreatePrincipalErrors(Model):
    """Why nothing was changed, and which part of the input is to blame."""

    code: GraphErrorCode
    field: str | None
    message: str

    _members: ClassVar[List[Member]] = [
        Member("code", "code", named("GraphErrorCode"), True),
        Member("field", "field", or_null(TEXT), True),
        Member("message", "message", TEXT, True),
    ]


@dataclass(slots=True, kw_only=True)
class CreatePrincipal_2(Model):
    """A user, a group, a room or a resource."""

    id: str
    name: str
    display_name: str
    href: str
    """Its URL for WebDAV."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
        Member("displayName", "display_name", TEXT, True),
        Member("href", "href", TEXT, True),
    ]
