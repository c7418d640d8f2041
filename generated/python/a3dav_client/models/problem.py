# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .problem_error import ProblemError

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class Problem(Model):
    """Why a request was refused (RFC 9457)."""

    type: str
    """The kind of problem, one of `x-problem-types`."""
    title: str
    """The kind of problem for people."""
    status: int
    """The status of the answer."""
    detail: str
    """What is wrong with this request."""
    condition: str | Unset = UNSET
    """The precondition that does not hold, as `{namespace}name`."""
    errors: list[ProblemError] | Unset = UNSET
    """Where the input is wrong."""

    _members: ClassVar[List[Member]] = [
        Member("type", "type", TEXT, True),
        Member("title", "title", TEXT, True),
        Member("status", "status", INTEGER, True),
        Member("detail", "detail", TEXT, True),
        Member("condition", "condition", TEXT, False),
        Member("errors", "errors", list_of(named("ProblemError")), False),
    ]
