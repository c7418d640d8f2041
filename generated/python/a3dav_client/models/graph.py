# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


class GraphAccess(OpenText):
    BUSY = "BUSY"
    READ = "READ"
    READ_WRITE = "READ_WRITE"


class GraphAppScope(OpenText):
    API = "API"
    DAV = "DAV"
    READ_ONLY = "READ_ONLY"


@dataclass(slots=True, kw_only=True)
class AuditFilter(Model):
    """Which acts; what is left out does not select."""

    account: str | None | Unset = UNSET
    """Who acted, or what it was about."""
    actions: list[str] | None | Unset = UNSET
    outcomes: list[str] | None | Unset = UNSET
    request_id: str | None | Unset = UNSET
    since: Timestamp | None | Unset = UNSET
    until: Timestamp | None | Unset = UNSET
    """Before this moment."""

    _members: ClassVar[List[Member]] = [
        Member("account", "account", or_null(TEXT), False),
        Member("actions", "actions", or_null(list_of(TEXT)), False),
        Member("outcomes", "outcomes", or_null(list_of(TEXT)), False),
        Member("requestId", "request_id", or_null(TEXT), False),
        Member("since", "since", or_null(TIME), False),
        Member("until", "until", or_null(TIME), False),
    ]


@dataclass(slots=True, kw_only=True)
class CreateAppPasswordInput(Model):
    days: int | None | Unset = UNSET
    label: str
    principal: str
    scope: GraphAppScope | Unset = UNSET

    _members: ClassVar[List[Member]] = [
        Member("days", "days", or_null(INTEGER), False),
        Member("label", "label", TEXT, True),
        Member("principal", "principal", TEXT, True),
        Member("scope", "scope", named("GraphAppScope"), False),
    ]


@dataclass(slots=True, kw_only=True)
class CreateCollectionInput(Model):
    collection: str
    display_name: str | None | Unset = UNSET
    kind: str
    name: str

    _members: ClassVar[List[Member]] = [
        Member("collection", "collection", TEXT, True),
        Member("displayName", "display_name", or_null(TEXT), False),
        Member("kind", "kind", TEXT, True),
        Member("name", "name", TEXT, True),
    ]


@dataclass(slots=True, kw_only=True)
class CreatePrincipalInput(Model):
    display_name: str | None | Unset = UNSET
    email: str | None | Unset = UNSET
    kind: GraphNewKind | Unset = UNSET
    name: str
    password: str | None | Unset = UNSET
    quota: int | None | Unset = UNSET
    role: GraphNewRole | Unset = UNSET

    _members: ClassVar[List[Member]] = [
        Member("displayName", "display_name", or_null(TEXT), False),
        Member("email", "email", or_null(TEXT), False),
        Member("kind", "kind", named("GraphNewKind"), False),
        Member("name", "name", TEXT, True),
        Member("password", "password", or_null(TEXT), False),
        Member("quota", "quota", or_null(INTEGER), False),
        Member("role", "role", named("GraphNewRole"), False),
    ]


class GraphErrorCode(OpenText):
    """Why nothing was changed."""

    BAD_INPUT = "BAD_INPUT"
    CONFLICT = "CONFLICT"
    FORBIDDEN = "FORBIDDEN"
    INTERNAL = "INTERNAL"
    LAST_ADMINISTRATOR = "LAST_ADMINISTRATOR"
    LOCKED = "LOCKED"
    NOT_FOUND = "NOT_FOUND"
    QUOTA = "QUOTA"
    TAKEN = "TAKEN"
    UNAVAILABLE = "UNAVAILABLE"


class GraphKind(OpenText):
    """What kind of principal an account is."""

    GROUP = "GROUP"
    RESOURCE = "RESOURCE"
    ROOM = "ROOM"
    USER = "USER"


@dataclass(slots=True, kw_only=True)
class MessageFilter(Model):
    """Which messages; what is left out does not select."""

    kind: str | None | Unset = UNSET
    state: GraphMessageState | None | Unset = UNSET

    _members: ClassVar[List[Member]] = [
        Member("kind", "kind", or_null(TEXT), False),
        Member("state", "state", or_null(named("GraphMessageState")), False),
    ]


@dataclass(slots=True, kw_only=True)
class MessageInput(Model):
    message: str

    _members: ClassVar[List[Member]] = [
        Member("message", "message", TEXT, True),
    ]


class GraphMessageState(OpenText):
    """Where a message of the outbox is."""

    GIVEN_UP = "GIVEN_UP"
    ON_ITS_WAY = "ON_ITS_WAY"
    WAITING = "WAITING"


class GraphNewKind(OpenText):
    GROUP = "GROUP"
    RESOURCE = "RESOURCE"
    ROOM = "ROOM"
    USER = "USER"


class GraphNewRole(OpenText):
    ADMIN = "ADMIN"
    AUDITOR = "AUDITOR"
    OWNER = "OWNER"


@dataclass(slots=True, kw_only=True)
class PrincipalFilter(Model):
    """Which principals; what is left out does not select."""

    disabled: bool | None | Unset = UNSET
    kind: GraphKind | None | Unset = UNSET
    member_of: str | None | Unset = UNSET
    role: GraphRole | None | Unset = UNSET
    text: str | None | Unset = UNSET
    """What name, display name or address contain."""

    _members: ClassVar[List[Member]] = [
        Member("disabled", "disabled", or_null(BOOLEAN), False),
        Member("kind", "kind", or_null(named("GraphKind")), False),
        Member("memberOf", "member_of", or_null(TEXT), False),
        Member("role", "role", or_null(named("GraphRole")), False),
        Member("text", "text", or_null(TEXT), False),
    ]


@dataclass(slots=True, kw_only=True)
class RevokeAppPasswordInput(Model):
    app_password: str
    principal: str

    _members: ClassVar[List[Member]] = [
        Member("appPassword", "app_password", TEXT, True),
        Member("principal", "principal", TEXT, True),
    ]


class GraphRole(OpenText):
    """What an account may do with what is not its own."""

    ADMIN = "ADMIN"
    AUDITOR = "AUDITOR"
    OWNER = "OWNER"


@dataclass(slots=True, kw_only=True)
class SetDisabledInput(Model):
    disabled: bool
    principal: str

    _members: ClassVar[List[Member]] = [
        Member("disabled", "disabled", BOOLEAN, True),
        Member("principal", "principal", TEXT, True),
    ]


@dataclass(slots=True, kw_only=True)
class ShareInput(Model):
    access: GraphAccess
    collection: str
    sharee: str
    summary: str | None | Unset = UNSET

    _members: ClassVar[List[Member]] = [
        Member("access", "access", named("GraphAccess"), True),
        Member("collection", "collection", TEXT, True),
        Member("sharee", "sharee", TEXT, True),
        Member("summary", "summary", or_null(TEXT), False),
    ]


@dataclass(slots=True, kw_only=True)
class UpdatePrincipalInput(Model):
    """What is left out stays as it is."""

    display_name: str | None | Unset = UNSET
    email: str | None | Unset = UNSET
    principal: str
    quota: int | None | Unset = UNSET

    _members: ClassVar[List[Member]] = [
        Member("displayName", "display_name", or_null(TEXT), False),
        Member("email", "email", or_null(TEXT), False),
        Member("principal", "principal", TEXT, True),
        Member("quota", "quota", or_null(INTEGER), False),
    ]
