"""Access control lists in the graph of the administrators, read for many collections at once and replaced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from a3dav.errors import Refusal
from a3dav.principals import Identity
from a3dav.registries import GraphCall, GraphField, GraphMutation, Subject
from a3dav.resources import Resource
from a3dav.storage.transaction import Operation, Transaction
from a3dav.visibility import seen_by
from a3dav.writing import actor_of
from a3dav.xml.names import split_clark
from a3dav_acl.conditions import accepted
from a3dav_acl.entries import (
    ACCOUNT,
    CLASSES,
    PROPERTY,
    Ace,
    Principal,
    entries_of,
    places_of,
    replace_entries,
)
from a3dav_acl.submitted import Submitted

if TYPE_CHECKING:
    from a3dav.house import House

_NAMED = {ACCOUNT, *CLASSES}


@dataclass(slots=True, frozen=True)
class AclEntry:
    """An entry of an access control list (RFC 3744): whom it is about, and what it grants or denies."""

    principal: str = field(
        metadata={"help": "The name of an account, or authenticated, all, unauthenticated, or what a property names."}
    )
    grants: bool
    inverted: bool = field(metadata={"help": "About all but the principal."})
    privileges: list[str]


def entries(house: House, _: Identity, collections: Sequence[Resource]) -> list[list[AclEntry]]:
    """The lists of the collections themselves; those above them count, too."""
    places = places_of(house.store.engine, collections)
    standing = [places[one.id].entries if one.id in places else () for one in collections]
    ids = {ace.principal.account_id for own in standing for ace in own if ace.principal.kind == ACCOUNT}
    names = {key: account.name for key, account in house.store.accounts.by_ids(ids).items()}
    return [[_entry(ace, names) for ace in own] for own in standing]


def _entry(ace: Ace, names: dict[bytes, str]) -> AclEntry:
    principal = ace.principal
    shown = {ACCOUNT: names.get(principal.account_id, ""), PROPERTY: split_clark(principal.property)[1]}
    privileges = [split_clark(name)[1] for name in ace.privileges]
    return AclEntry(shown.get(principal.kind, principal.kind), ace.grants, ace.inverted, privileges)


@dataclass(slots=True, frozen=True)
class AclEntryInput:
    principal: str = field(metadata={"help": "The name of an account, or authenticated, all, unauthenticated."})
    privileges: list[str]
    grants: bool = True
    inverted: bool = False


@dataclass(slots=True, frozen=True)
class SetAclInput:
    """The whole list, in its order; entries that are protected or stand above are not part of it."""

    entries: list[AclEntryInput]


def set_acl(call: GraphCall) -> Resource:
    found: Resource = call.subject
    wanted = [_ace(call, given) for given in call.given.entries]
    work = partial(_replace, house=call.house, found=found, wanted=wanted)
    call.house.transact(actor_of(call.identity, call.request_id), work)
    return found


def _replace(tx: Transaction, *, house: House, found: Resource, wanted: Sequence[Ace]) -> None:
    tx.lock_accounts(found.account_id)
    resource = tx.current(found)
    if resource is None:
        raise Refusal("the collection is gone", "NOT_FOUND", "collection")
    kept = [ace for ace in entries_of(tx.store.engine, resource) if ace.principal.kind not in _NAMED]
    taken = [Submitted(ace, protected=False, inherited=False) for ace in (*wanted, *kept)]
    replace_entries(tx.store.engine, resource, accepted(house, resource, taken, ()))
    tx.note(Operation.ACL, resource)
    tx.audit("acl", resource=resource)


def _ace(call: GraphCall, given: AclEntryInput) -> Ace:
    table = call.house.privilege_table.values()
    known = {split_clark(entry.name)[1]: entry.name for entry in table if not entry.abstract}
    missing = [name for name in given.privileges if name not in known]
    if missing or not given.privileges:
        raise Refusal(f"privileges are of these: {', '.join(known)}", field="entries")
    privileges = tuple(known[name] for name in given.privileges)
    return Ace(_principal(call, given.principal), given.grants, privileges, given.inverted)


def _principal(call: GraphCall, name: str) -> Principal:
    """Who is not seen does not exist."""
    if name in CLASSES:
        return Principal(name)
    accounts = call.house.store.accounts
    account = accounts.by_name(name)
    if account is None or not accounts.among([account.id], seen_by(call.house, call.identity)):
        raise Refusal(f"there is no account {name!r}", "NOT_FOUND", "entries")
    return Principal(ACCOUNT, account.id)


FIELDS = (GraphField(Subject.COLLECTION, "acl", list[AclEntry], entries, "Its own access control list, in its order."),)
MUTATIONS = (
    GraphMutation(
        "set_acl", Subject.COLLECTION, SetAclInput, set_acl, Subject.COLLECTION, "Replaces an access control list."
    ),
)
