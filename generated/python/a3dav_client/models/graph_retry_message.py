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
class RetryMessageResult(Model):
    """Changes, made in the order in which they were sent; each stands or falls alone."""

    retry_message: RetryMessage | None
    """Tries a message of the outbox again, with all its attempts before it."""

    _members: ClassVar[List[Member]] = [
        Member("retryMessage", "retry_message", or_null(named("RetryMessage")), True),
    ]


@dataclass(slots=True, kw_only=True)
class RetryMessage(Model):
    done: bool
    errors: list[RetryMessageErrors]

    _members: ClassVar[List[Member]] = [
        Member("done", "done", BOOLEAN, True),
        Member("errors", "errors", list_of(named("RetryMessageErrors")), True),
    ]


@dataclass(slots=True, kw_only=True)
class RetryMessageErrors(Model):
    """Why nothing was changed, and which part of the input is to blame."""

    code: GraphErrorCode
    field: str | None
    message: str

    _members: ClassVar[List[Member]] = [
        Member("code", "code", named("GraphErrorCode"), True),
        Member("field", "field", or_null(TEXT), True),
        Member("message", "message", TEXT, True),
    ]
