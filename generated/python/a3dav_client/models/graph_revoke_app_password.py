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
class RevokeAppPasswordResult(Model):
    """Changes, made in the order in which they were sent; each stands or falls alone."""

    revoke_app_password: RevokeAppPassword | None
    """It is worthless at once."""

    _members: ClassVar[List[Member]] = [
        Member("revokeAppPassword", "revoke_app_password", or_null(named("RevokeAppPassword")), True),
    ]


@dataclass(slots=True, kw_only=True)
class RevokeAppPassword(Model):
    done: bool
    errors: list[RevokeAppPasswordErrors]

    _members: ClassVar[List[Member]] = [
        Member("done", "done", BOOLEAN, True),
        Member("errors", "errors", list_of(named("RevokeAppPasswordErrors")), True),
    ]


@dataclass(slots=True, kw_only=True)
class RevokeAppPasswordErrors(Model):
    """Why nothing was changed, and which part of the input is to blame."""

    code: GraphErrorCode
    field: str | None
    message: str

    _members: ClassVar[List[Member]] = [
        Member("code", "code", named("GraphErrorCode"), True),
        Member("field", "field", or_null(TEXT), True),
        Member("message", "message", TEXT, True),
    ]
