"""Changes of what people and programs sign in with."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from a3dav import administration, credentials
from a3dav.credentials import DAY_MS, MOST_DAYS, MOST_LABEL
from a3dav.errors import Refusal
from a3dav.identifiers import now_ms
from a3dav.principals import Scope
from a3dav.registries import GraphCall, GraphMutation, Subject
from a3dav.writing import actor_of


class AppScope(Enum):
    """What an app password may be for."""

    DAV = "dav"
    READ_ONLY = "read-only"
    API = "api"


@dataclass(slots=True, frozen=True)
class CreateAppPasswordInput:
    label: str
    scope: AppScope = AppScope.DAV
    days: int | None = field(default=None, metadata={"help": "Until it expires; null for never."})


@dataclass(slots=True, frozen=True)
class NewAppPassword:
    """An app password, which is told this once."""

    secret: str
    label: str


def create_app_password(call: GraphCall) -> NewAppPassword:
    given: CreateAppPasswordInput = call.given
    _refuse_days(given.days)
    if len(given.label) > MOST_LABEL:
        raise Refusal(f"a label has {MOST_LABEL} characters at most", field="label")
    secret = administration.add_app_password(
        call.house, actor_of(call.identity, call.request_id), call.subject.name, label=given.label,
        scope=Scope(given.scope.value), days=given.days or 0,
    )  # fmt: skip
    return NewAppPassword(secret, given.label)


@dataclass(slots=True, frozen=True)
class RevokeAppPasswordInput:
    app_password: str = field(metadata={"help": "Its id."})


def revoke_app_password(call: GraphCall) -> None:
    actor = actor_of(call.identity, call.request_id)
    administration.revoke_app_password(call.house, actor, call.subject.name, call.given.app_password)


@dataclass(slots=True, frozen=True)
class CreateTokenInput:
    label: str
    scopes: list[str] = field(metadata={"help": "What it is for, such as `calendars:read`."})
    days: int | None = field(default=None, metadata={"help": "Until it expires; null for never."})


@dataclass(slots=True, frozen=True)
class NewToken:
    """A token, which is told this once."""

    token: str
    label: str


def create_token(call: GraphCall) -> NewToken:
    given: CreateTokenInput = call.given
    _refuse_days(given.days)
    expires = now_ms() + given.days * DAY_MS if given.days else 0
    _, text = credentials.add_token(
        call.house, actor_of(call.identity, call.request_id), call.subject, label=given.label, scopes=given.scopes,
        expires=expires,
    )  # fmt: skip
    return NewToken(text, given.label)


@dataclass(slots=True, frozen=True)
class RevokeTokenInput:
    token: str = field(metadata={"help": "Its id."})


def revoke_token(call: GraphCall) -> None:
    actor = actor_of(call.identity, call.request_id)
    credentials.revoke_token(call.house, actor, call.subject, _identifier(call.given.token))


def _identifier(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise Refusal("this is the id of no token", "NOT_FOUND", "token") from error


def _refuse_days(days: int | None) -> None:
    if days is not None and not 1 <= days <= MOST_DAYS:
        raise Refusal(f"it expires in 1 to {MOST_DAYS} days", field="days")


_OF = Subject.PRINCIPAL
MUTATIONS = (
    GraphMutation(
        "create_app_password", _OF, CreateAppPasswordInput, create_app_password, NewAppPassword,
        "Makes a password of its own for one client.", proven=True,
    ),
    GraphMutation(
        "revoke_app_password", _OF, RevokeAppPasswordInput, revoke_app_password, None, "It is worthless at once."
    ),
    GraphMutation(
        "create_token", _OF, CreateTokenInput, create_token, NewToken, "Makes a token for a program.", proven=True
    ),
    GraphMutation("revoke_token", _OF, RevokeTokenInput, revoke_token, None, "It is worthless at once."),
)  # fmt: skip
