# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .principal_kind import PrincipalKind
    from .quota import Quota
    from .role import Role

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class Account(Model):
    """An account with all that is known of it."""

    id: str
    """Identifies an object for as long as it exists."""
    kind: PrincipalKind
    """What sort of a principal it is."""
    name: str
    """The name one signs in with."""
    display_name: str
    """The name to show."""
    email: str | None
    """Its address, if it has one."""
    role: Role
    """What an account may do beside what is its own."""
    disabled: bool
    """Whether it may not sign in."""
    href: str
    """Its path in WebDAV."""
    created: Timestamp
    """A moment in UTC (RFC 3339)."""
    changed: Timestamp
    """A moment in UTC (RFC 3339)."""
    quota: Quota
    """Bytes that an account uses, and may use."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("kind", "kind", named("PrincipalKind"), True),
        Member("name", "name", TEXT, True),
        Member("displayName", "display_name", TEXT, True),
        Member("email", "email", or_null(TEXT), True),
        Member("role", "role", named("Role"), True),
        Member("disabled", "disabled", BOOLEAN, True),
        Member("href", "href", TEXT, True),
        Member("created", "created", TIME, True),
        Member("changed", "changed", TIME, True),
        Member("quota", "quota", named("Quota"), True),
    ]
