# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .session_account import SessionAccount

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class Session(Model):
    """Who is signed in."""

    account: SessionAccount
    """The account of whoever asks."""

    _members: ClassVar[List[Member]] = [
        Member("account", "account", named("SessionAccount"), True),
    ]
