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
class CreateAppPasswordResult(Model):
    """Changes, made in the order in which they were sent; each stands or falls alone."""

    create_app_password: CreateAppPassword | None
    """Makes a password of its own for one client."""

    _members: ClassVar[List[Member]] = [
        Member("createAppPassword", "create_app_password", or_null(named("CreateAppPassword")), True),
    ]


@dataclass(slots=True, kw_only=True)
class CreateAppPassword(Model):
    new_app_password: CreateAppPasswordNewAppPassword | None
    errors: list[CreateAppPasswordErrors]

    _members: ClassVar[List[Member]] = [
        Member("newAppPassword", "new_app_password", or_null(named("CreateAppPasswordNewAppPassword")), True),
        Member("errors", "errors", list_of(named("CreateAppPasswordErrors")), True),
    ]


@dataclass(slots=True, kw_only=True)
class CreateAppPasswordErrors(Model):
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
class CreateAppPasswordNewAppPassword(Model):
    """An app password, which is told this once."""

    label: str
    secret: str

    _members: ClassVar[List[Member]] = [
        Member("label", "label", TEXT, True),
        Member("secret", "secret", TEXT, True),
    ]
