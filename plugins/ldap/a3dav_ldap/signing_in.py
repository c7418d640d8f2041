"""Somebody signs in with a name and a password that the directory knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.credentials import basic
from a3dav.errors import ServiceUnavailable
from a3dav.passwords import MAX_PASSWORD
from a3dav.principals import Account, Attempt, Identity
from a3dav.remembered import remembered
from a3dav_ldap import bindings, runs
from a3dav_ldap.directory import Directory, directory_of
from a3dav_ldap.entries import Known, person_of
from a3dav_ldap.errors import DirectoryAway
from a3dav_ldap.following import ACTOR, follow
from a3dav_ldap.metrics import SIGN_INS

if TYPE_CHECKING:
    from a3dav.exchange import Request
    from a3dav.house import House

LONGEST = 256


def sign_in(house: House, request: Request) -> Identity | None:
    """Behind all that this server verifies by itself; a password the directory proves is remembered as others are."""
    directory, credentials = directory_of(house), basic(request.header("authorization"))
    if directory is None or credentials is None or not _is_askable(house, *credentials):
        return None
    known = remembered(house)
    digest = known.of_authorization(house, request)
    with known.turn(digest):
        if (recalled := known.recall(digest, house)) is not None:
            return recalled
        identity, version = _asked(house, directory, request, *credentials)
        if identity is not None and version is not None:
            known.keep(digest, identity, version)
        return identity


def _is_askable(house: House, name: str, password: str) -> bool:
    """RFC 4513 §5.1.2: a name with an empty password would be let in as nobody; it is never sent."""
    if not name or len(name) > LONGEST or not password or len(password.encode()) > MAX_PASSWORD:
        return False
    account = _local(house, name)
    if account is None:
        return True
    bound = bindings.of_account(house.store, account.id)
    if bound is None:
        return bool(house.section("ldap").local_accounts == "adopt") and not account.disabled
    return bound.gone or not account.disabled


def _local(house: House, name: str) -> Account | None:
    return house.store.accounts.by_name(name) or house.store.accounts.by_email(name)


def _asked(
    house: House, directory: Directory, request: Request, name: str, password: str
) -> tuple[Identity | None, int | None]:
    try:
        found = _proven(directory, request, name, password)
        account = _account(house, directory, found) if found is not None else None
    except DirectoryAway as error:
        house.tally.count(SIGN_INS, "away")
        pause = str(max(directory.settings.pause_seconds, 1))
        raise ServiceUnavailable(
            "the directory that knows passwords does not answer; try again later", headers=(("Retry-After", pause),)
        ) from error
    house.tally.count(SIGN_INS, "ok" if found is not None else "refused")
    version = house.store.accounts.credential_version(account.id) if account else None
    if account is not None:
        account = house.store.accounts.by_id(account.id)  # behind the version: it may just have been disabled
    if account is None or account.kind != "user" or account.disabled:
        if found is not None:
            request.attempt = Attempt(name, account.id if account else b"", "no account for this person")
        return None, None
    return Identity(account, "ldap", groups=house.store.accounts.groups_of(account.id)), version


def _proven(directory: Directory, request: Request, name: str, password: str) -> Known | None:
    """Whose password this is; who is not there, or there twice, costs what a wrong password does."""
    entries = directory.people_named(name)
    known = person_of(entries[0], directory.settings) if len(entries) == 1 else None
    if known is None:
        directory.disproves()
        request.attempt = Attempt(name, reason="several people of the directory" if entries else "unknown account")
        return None
    if not directory.proves(entries[0].dn, password):
        account_id = request.attempt.account_id if request.attempt else b""
        request.attempt = Attempt(name, account_id, "wrong password")
        return None
    return known


def _account(house: House, directory: Directory, known: Known) -> Account | None:
    binding = bindings.of_uuids(house.store, known.kind, [known.uuid]).get(known.uuid)
    followed = follow(house, directory, known, binding)
    if followed.act in {"made", "enabled"}:
        house.transact(ACTOR, runs.hurry)  # their groups are not known yet
    return house.store.accounts.by_id(followed.account_id) if followed.account_id else None
