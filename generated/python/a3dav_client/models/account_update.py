# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .quota_update import QuotaUpdate

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class AccountUpdate(Model):
    """What to change of an account."""

    display_name: str | None | Unset = UNSET
    """The name to show."""
    email: str | None | Unset = UNSET
    """Its address."""
    role: AccountUpdateRole | Unset = UNSET
    """What it may do beside what is its own."""
    disabled: bool | Unset = UNSET
    """Whether it may not sign in."""
    quota: QuotaUpdate | Unset = UNSET
    """What to change of a quota."""

    _members: ClassVar[List[Member]] = [
        Member("displayName", "display_name", or_null(TEXT), False),
        Member("email", "email", or_null(TEXT), False),
        Member("role", "role", named("AccountUpdateRole"), False),
        Member("disabled", "disabled", BOOLEAN, False),
        Member("quota", "quota", named("QuotaUpdate"), False),
    ]


class AccountUpdateRole(OpenText):
    """What it may do beside what is its own."""

    OWNER = "owner"
    AUDITOR = "auditor"
    ADMIN = "admin"
