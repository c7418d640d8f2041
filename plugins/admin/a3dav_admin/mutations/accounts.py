"""Changes of accounts and their groups."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from a3dav import administration
from a3dav.errors import Refusal
from a3dav.principals import Account, Role
from a3dav.registries import GraphCall, GraphMutation, Subject
from a3dav.writing import actor_of


class NewKind(Enum):
    """What kind of principal is made."""

    USER = "user"
    GROUP = "group"
    RESOURCE = "resource"
    ROOM = "room"


class NewRole(Enum):
    """What an account may do with what is not its own."""

    OWNER = "owner"
    AUDITOR = "auditor"
    ADMIN = "admin"


@dataclass(slots=True, frozen=True)
class CreatePrincipalInput:
    name: str
    kind: NewKind = NewKind.USER
    password: str | None = field(default=None, metadata={"help": "Users need one."})
    display_name: str | None = None
    email: str | None = None
    role: NewRole = NewRole.OWNER
    quota: int | None = field(default=None, metadata={"help": "Bytes; null takes the default."})


def create(call: GraphCall) -> Account:
    given: CreatePrincipalInput = call.given
    return administration.add_account(
        call.house, actor_of(call.identity, call.request_id), given.name, password=given.password or "",
        email=given.email or "", display_name=given.display_name or "", role=Role(given.role.value),
        kind=given.kind.value, quota=_quota(given.quota) or 0,
    )  # fmt: skip


@dataclass(slots=True, frozen=True)
class UpdatePrincipalInput:
    """What is left out stays as it is."""

    display_name: str | None = None
    email: str | None = None
    quota: int | None = field(default=None, metadata={"help": "Bytes; 0 takes the default."})


def update(call: GraphCall) -> Account:
    given: UpdatePrincipalInput = call.given
    return _changed(call, display_name=given.display_name, email=given.email, quota=_quota(given.quota))


@dataclass(slots=True, frozen=True)
class SetRoleInput:
    role: NewRole


def set_role(call: GraphCall) -> Account:
    return _changed(call, role=Role(call.given.role.value))


def _changed(call: GraphCall, **facts: object) -> Account:
    actor, account = actor_of(call.identity, call.request_id), call.subject
    administration.describe_account(call.house, actor, account.name, **facts)  # type: ignore[arg-type]
    return _found(call)


def _quota(quota: int | None) -> int | None:
    if quota is not None and quota < 0:
        raise Refusal("a quota is a number of bytes", field="quota")
    return quota


def _found(call: GraphCall) -> Account:
    account: Account = call.subject
    return account


@dataclass(slots=True, frozen=True)
class RenamePrincipalInput:
    name: str


def rename(call: GraphCall) -> Account:
    actor = actor_of(call.identity, call.request_id)
    administration.rename_account(call.house, actor, call.subject.name, call.given.name)
    return _found(call)


@dataclass(slots=True, frozen=True)
class SetDisabledInput:
    disabled: bool


def set_disabled(call: GraphCall) -> Account:
    actor = actor_of(call.identity, call.request_id)
    administration.set_disabled(call.house, actor, call.subject.name, disabled=call.given.disabled)
    return _found(call)


@dataclass(slots=True, frozen=True)
class SetPasswordInput:
    password: str


def set_password(call: GraphCall) -> Account:
    actor = actor_of(call.identity, call.request_id)
    administration.change_password(call.house, actor, call.subject.name, call.given.password)
    return _found(call)


@dataclass(slots=True, frozen=True)
class ErasePrincipalInput:
    name: str = field(metadata={"help": "The name of the account once more: there is no way back."})
    give_to: str | None = field(default=None, metadata={"help": "The name of an account that gets all its data."})


def erase(call: GraphCall) -> None:
    house, actor, account = call.house, actor_of(call.identity, call.request_id), call.subject
    if call.given.name != account.name:
        raise Refusal("this is not the name of the account", field="name")
    administration.refuse_losing_last_administrator(house, account)
    if call.given.give_to is not None:
        administration.give_data(house, actor, account, administration.find_account(house, call.given.give_to))
    administration.erase_account(house, actor, account)


@dataclass(slots=True, frozen=True)
class MemberInput:
    member: str = field(metadata={"help": "The name of an account or a group."})


def add_member(call: GraphCall) -> Account:
    return _membership(call, remove=False)


def remove_member(call: GraphCall) -> Account:
    return _membership(call, remove=True)


def _membership(call: GraphCall, *, remove: bool) -> Account:
    actor = actor_of(call.identity, call.request_id)
    administration.change_membership(call.house, actor, call.subject.name, call.given.member, remove=remove)
    return _found(call)


_OF, _SERVER = Subject.PRINCIPAL, Subject.SERVER
MUTATIONS = (
    GraphMutation(
        "create_principal", _SERVER, CreatePrincipalInput, create, _OF, "Makes an account with its homes.",
        proven=True,
    ),
    GraphMutation(
        "update_principal", _OF, UpdatePrincipalInput, update, _OF, "Changes what it is known by, or its quota.",
        administrators=True, proven=True,
    ),
    GraphMutation(
        "set_role", _OF, SetRoleInput, set_role, _OF, "Changes what an account may do.", administrators=True,
        proven=True,
    ),
    GraphMutation(
        "rename_principal", _OF, RenamePrincipalInput, rename, _OF, "Changes the name of an account, and so its URLs.",
        administrators=True,
    ),
    GraphMutation(
        "set_disabled", _OF, SetDisabledInput, set_disabled, _OF,
        "Refuses all sign-ins of an account, whose data stays, or lets it sign in again.", administrators=True,
    ),
    GraphMutation("set_password", _OF, SetPasswordInput, set_password, _OF, "It counts at once.", proven=True),
    GraphMutation(
        "erase_principal", _OF, ErasePrincipalInput, erase, None, "Erases an account with everything it owns.",
        administrators=True, proven=True,
    ),
    GraphMutation("add_member", _OF, MemberInput, add_member, _OF, "To a group.", administrators=True),
    GraphMutation("remove_member", _OF, MemberInput, remove_member, _OF, "From a group.", administrators=True),
)  # fmt: skip
