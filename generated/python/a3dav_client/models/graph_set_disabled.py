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
class SetDisabledResult(Model):
    """Changes, made in the order in which they were sent; each stands or falls alone."""

    set_disabled: SetDisabled | None
    """Refuses all sign-ins of an account, whose data stays, or lets it sign in again."""

    _members: ClassVar[List[Member]] = [
        Member("setDisabled", "set_disabled", or_null(named("SetDisabled")), True),
    ]


@dataclass(slots=True, kw_only=True)
class SetDisabled(Model):
    principal: SetDisabledPrincipal | None
    errors: list[SetDisabledErrors]

    _members: ClassVar[List[Member]] = [
        Member("principal", "principal", or_null(named("SetDisabledPrincipal")), True),
        Member("errors", "errors", list_of(named("SetDisabledErrors")), True),
    ]


@dataclass(slots=True, kw_only=True)
class SetDisabledErrors(Model):
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
class SetDisabledPrincipal(Model):
    """A user, a group, a room or a resource."""

    id: str
    disabled: bool

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("disabled", "disabled", BOOLEAN, True),
    ]
