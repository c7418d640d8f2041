"""Whose account a token is for: by what it is linked to, and otherwise as settings say."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from a3dav.errors import Conflict
from a3dav.names import is_account_name, tidy
from a3dav.principals import Account, Role
from a3dav.provisioning import provision
from a3dav.storage.transaction import Actor, Transaction
from a3dav_oidc import links
from a3dav_oidc.claims import Claims
from a3dav_oidc.errors import NoAccount
from a3dav_oidc.links import Link
from a3dav_oidc.settings import OidcSettings

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.storage.accounts import Accounts

log = logging.getLogger("a3dav.oidc")
METHOD = "oidc"
_ACTOR = Actor(method=METHOD)
_LONGEST_ADDRESS = 254
ATTEMPTS = 3


@dataclass(slots=True, frozen=True)
class Person:
    """What the provider tells of somebody; `email` is verified or "", `role` None where the provider decides none."""

    name: str
    display_name: str
    email: str
    role: Role | None


def person_of(claims: Claims, settings: OidcSettings) -> Person:
    name, at, domain = claims.text(settings.name_claim).rpartition("@")
    name = name if at and domain.lower() in {entry.lower() for entry in settings.name_domains} else name + at + domain
    email = claims.text(settings.email_claim, _LONGEST_ADDRESS) if claims.told.get("email_verified") is True else ""
    return Person(
        name if is_account_name(name) else "", tidy(claims.text(settings.display_name_claim)),
        email if "@" in email and " " not in email else "", _role(claims.texts(settings.groups_claim), settings),
    )  # fmt: skip


def _role(groups: frozenset[str], settings: OidcSettings) -> Role | None:
    if not settings.admin_groups and not settings.auditor_groups:
        return None
    if not groups.isdisjoint(settings.admin_groups):
        return Role.ADMIN
    return Role.OWNER if groups.isdisjoint(settings.auditor_groups) else Role.AUDITOR


def linked(house: House, settings: OidcSettings, claims: Claims) -> tuple[Link, Account]:
    """The account of a token and what ties it to it; raises NoAccount."""
    person = person_of(claims, settings)
    link = links.by_subject(house.store, settings.issuer, claims.subject) or _welcome(house, settings, claims, person)
    account = house.store.accounts.by_id(link.account_id)
    if account is None or account.kind != "user" or account.disabled:
        raise NoAccount("disabled account", account.name if account else person.name, link.account_id)
    facts = _news(house.store.accounts, account, person, settings)
    if facts:
        house.transact(_ACTOR, partial(_update, account=account, facts=facts))
        account = house.store.accounts.by_id(account.id) or account
    return link, account


def _welcome(house: House, settings: OidcSettings, claims: Claims, person: Person) -> Link:
    """Another worker may do the same at this moment: what it did is found then."""

    def work(tx: Transaction) -> Link | None:
        known = links.by_subject(tx.store, settings.issuer, claims.subject)
        if known is not None:
            return known
        account = _found(tx.store.accounts, settings, person)
        if account is not None:
            tx.lock_accounts(account.id)
            _refuse_taken(tx, settings, account, person)
        else:
            account = _made(tx, house, settings, person)
        if links.add(tx.store, account.id, settings.issuer, claims.subject):
            tx.audit("account-linked", account=account)
        return links.by_subject(tx.store, settings.issuer, claims.subject)

    for _ in range(ATTEMPTS):
        try:
            link = house.transact(_ACTOR, work)
        except Conflict:
            continue  # another sign-in was first: look again
        except NoAccount:
            # Here, too: one that committed between the two looks of this transaction.
            link = links.by_subject(house.store, settings.issuer, claims.subject)
            if link is None:
                raise
        if link is not None:
            return link
    raise NoAccount("the account was linked to somebody else meanwhile", person.name)


def _found(accounts: Accounts, settings: OidcSettings, person: Person) -> Account | None:
    """The account of a time before the first sign-on, where settings have it looked for."""
    if settings.link == "email" and person.email:
        return accounts.by_email(person.email)
    return accounts.by_name(person.name) if settings.link == "name" and person.name else None


def _refuse_taken(tx: Transaction, settings: OidcSettings, account: Account, person: Person) -> None:
    """Neither what is somebody's already, nor what would give away the server, is linked by a name alone."""
    if links.of_account(tx.store, account.id, settings.issuer) is not None:
        raise NoAccount("the account is linked to somebody else", person.name, account.id)
    if account.kind != "user" or account.role is not Role.OWNER:
        raise NoAccount("such an account is linked by command alone", person.name, account.id)
    if account.disabled:
        raise NoAccount("disabled account", person.name, account.id)


def _made(tx: Transaction, house: House, settings: OidcSettings, person: Person) -> Account:
    accounts = tx.store.accounts
    if not person.name:
        raise NoAccount("the token names nobody who can have an account")
    taken = accounts.by_name(person.name) or accounts.by_email(person.name)
    if taken is not None:
        raise NoAccount("there is an account of this name, which is not linked", person.name, taken.id)
    if not settings.provision:
        raise NoAccount("unknown account", person.name)
    email = person.email if _is_free(accounts, person.email, b"") else ""
    role = person.role or Role.OWNER
    account = accounts.create(Account(b"", "user", person.name, person.display_name, email, role))
    provision(tx, house, account)
    tx.audit("account-created", account=account)
    return account


def _is_free(accounts: Accounts, email: str, own: bytes) -> bool:
    """One signs in by name or by address: no address is that of another account, or its name (RFC 6764 §7)."""
    return all(
        owner is None or owner.id == own for owner in (accounts.by_email(email), accounts.by_name(email)) if email
    )


def _news(accounts: Accounts, account: Account, person: Person, settings: OidcSettings) -> dict[str, Any]:
    """What the provider tells otherwise than the account has it."""
    facts: dict[str, Any] = {}
    if settings.update and person.display_name and person.display_name != account.display_name:
        facts["display_name"] = person.display_name
    if (
        settings.update
        and person.email
        and person.email != account.email
        and _is_free(accounts, person.email, account.id)
    ):
        facts["email"] = person.email
    if person.role is not None and person.role is not account.role:
        facts["role"] = person.role
    return facts


def _update(tx: Transaction, account: Account, facts: dict[str, Any]) -> None:
    """The last administrator stays one, or nobody could mend it."""
    if "role" in facts and account.role is Role.ADMIN:
        tx.lock_accounts(*tx.store.accounts.administrators())
        if tx.store.accounts.administrators() == [account.id]:
            log.warning("%s is no administrator for the provider, but the last one here, and stays so", account.name)
            facts = {name: value for name, value in facts.items() if name != "role"}
    if "email" in facts and not _is_free(tx.store.accounts, facts["email"], account.id):
        facts = {name: value for name, value in facts.items() if name != "email"}
    if facts:
        tx.store.accounts.describe(account.id, **facts)
        tx.audit("role-changed" if "role" in facts else "account-changed", account=account)
