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
class UpdatePrincipalResult(Model):
    """Changes, made in the order in which they were sent; each stands or falls alone."""

    update_principal: UpdatePrincipal | None
    """Changes what it is known by, or its quota."""

    _members: ClassVar[List[Member]] = [
        Member("updatePrincipal", "update_principal", or_null(named("UpdatePrincipal")), True),
    ]


@dataclass(slots=True, kw_only=True)
class UpdatePrincipal(Model):
    principal: UpdatePrincipal_2 | None
    errors: list[UpdatePrincipalErrors]

    _members: ClassVar[List[Member]] = [
        Member("principal", "principal", or_null(named("UpdatePrincipal_2")), True),
        Member("errors", "errors", list_of(named("UpdatePrincipalErrors")), True),
    ]


@dataclass(slots=True, kw_only=True)
class UpdatePrincipalErrors(Model):
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
class UpdatePrincipal_2(Model):
    """A user, a group, a room or a resource."""

    id: str
    name: str
    display_name: str
    email: str
    quota: UpdatePrincipalQuota

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
        Member("displayName", "display_name", TEXT, True),
        Member("email", "email", TEXT, True),
        Member("quota", "quota", named("UpdatePrincipalQuota"), True),
    ]


@dataclass(slots=True, kw_only=True)
class UpdatePrincipalQuota(Model):
    """Bytes that an account uses, and may use."""

    used: int
    limit: int | None
    """What counts; null where there is no limit."""

    _members: ClassVar[List[Member]] = [
        Member("used", "used", INTEGER, True),
        Member("limit", "limit", or_null(INTEGER), True),
    ]
