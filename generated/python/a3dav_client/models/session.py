# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .session_account import SessionAccount
    from .session_credential import SessionCredential
    from .session_limits import SessionLimits

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class Session(Model):
    """Who is signed in, and by what."""

    account: SessionAccount
    """The account of whoever asks."""
    credential: SessionCredential
    """What this request was signed in with."""
    limits: SessionLimits
    """What the server takes, in bytes."""

    _members: ClassVar[List[Member]] = [
        Member("account", "account", named("SessionAccount"), True),
        Member("credential", "credential", named("SessionCredential"), True),
        Member("limits", "limits", named("SessionLimits"), True),
    ]
