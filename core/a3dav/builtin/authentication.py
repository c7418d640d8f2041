"""Built-in plugin `authentication`: Basic (RFC 7617) with passwords, app passwords or an htpasswd file, bearer
tokens (RFC 6750), and a header that a trusted proxy sets; what is verified is remembered (`remembered`).
"""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from ipaddress import ip_address, ip_network
from pathlib import Path

from a3dav import hookimpl
from a3dav.credentials import METHOD, basic, proven_by
from a3dav.exchange import Request
from a3dav.faults import Fault
from a3dav.house import House
from a3dav.identifiers import now_ms
from a3dav.names import is_account_name
from a3dav.passwords import BEARER_MARK, app_password_digest, token_digest, verify_htpasswd, verify_password
from a3dav.principals import Account, Attempt, Identity
from a3dav.provisioning import provision
from a3dav.remembered import Proof, expired, generation, remember, remembered
from a3dav.storage.tokens import Token
from a3dav.storage.transaction import Actor, Transaction

log = logging.getLogger("a3dav.authentication")
USE_NOTED_EVERY_MS = 3_600_000


@hookimpl
def a3dav_register_services(house: House) -> None:
    house.caches["credentials"] = remembered(house)


@hookimpl
def a3dav_recognise(house: House, request: Request) -> Identity | None:
    known = remembered(house)
    found = None
    if house.settings.auth.trusted_header and (trusted := _trusted_name(house, request)):
        found = known.recall(known.digest(Proof("trusted-header", trusted), generation(house)), house)
    if found is None and request.headers.get("authorization"):
        found = known.recall(known.of_authorization(house, request), house)
    return found


def _trusted_name(house: House, request: Request) -> str:
    """Whom the proxy names; "" where there is no such proxy."""
    auth = house.settings.auth
    name = request.header(auth.trusted_header.lower()) if auth.trusted_header else ""
    return name if name and _is_trusted(request.via, auth.trusted_header_from) else ""


def _trusted_proof(house: House, request: Request) -> Proof:
    return Proof("trusted-header", _trusted_name(house, request))


def _by_trusted_header(house: House, request: Request) -> Identity | None:
    name = _trusted_name(house, request)
    if not name:
        return None
    account = house.store.accounts.by_name(name)
    request.attempt = _attempt(name, account)
    account = account or _welcome(house, name, "trusted-header")
    if account is None or not _may_sign_in(account):
        return None
    version = house.store.accounts.credential_version(account.id)
    identity = _identity(house, account, "trusted-header")
    remember(house, _trusted_proof(house, request), generation(house), identity, version)
    return identity


def _attempt(name: str, account: Account | None) -> Attempt:
    if account is None:
        return Attempt(name, reason="unknown account")
    if account.disabled:
        return Attempt(name, account.id, "disabled account")
    return Attempt(name, account.id, "wrong password" if account.kind == "user" else "not an account of a person")


def _is_trusted(peer: str, networks: tuple[str, ...]) -> bool:
    try:
        return any(ip_address(peer) in ip_network(network, strict=False) for network in networks)
    except ValueError:
        return False


@hookimpl
def a3dav_authenticate(house: House, request: Request) -> Identity | None:
    return _by_trusted_header(house, request) or _once(house, request)


def _once(house: House, request: Request) -> Identity | None:
    """Hundreds of connections of one client need one hash, not hundreds."""
    known = remembered(house)
    digest = known.of_authorization(house, request)
    with known.turn(digest):
        return known.recall(digest, house) or _by_basic(house, request) or _by_token(house, request)


def _by_basic(house: House, request: Request) -> Identity | None:
    credentials = basic(request.header("authorization"))
    if credentials is None:
        return None
    name, password = credentials
    accounts = house.store.accounts
    account = accounts.by_name(name) or (accounts.by_email(name) if name else None)
    version = accounts.credential_version(account.id) if account else None
    request.attempt = _attempt(name, account)
    began = generation(house)
    identity = _verify(house, name, account, password)
    if identity is None:
        return None
    if version is None:
        version = accounts.credential_version(identity.account.id)
    remember(house, Proof("authorization", request.header("authorization")), began, identity, version)
    return identity


def _by_token(house: House, request: Request) -> Identity | None:
    scheme, _, text = request.header("authorization").partition(" ")
    digest = token_digest(house.store.key, text.strip())
    if scheme.lower() != "bearer" or not text.strip().startswith(BEARER_MARK):
        return None
    token = house.store.tokens.by_digest(digest)
    account = house.store.accounts.by_id(token.account_id) if token else None
    if token is None or account is None:
        request.attempt = Attempt("", reason="unknown token")
        return None
    began, version = generation(house), house.store.accounts.credential_version(account.id)
    identity = proven_by(house, account.id, token.id, METHOD)  # behind the version: it may just have been revoked
    if identity is None:
        reason = "disabled account" if account.disabled else "expired token"
        request.attempt = Attempt(account.name, account.id, reason, guess=False)
        return None
    _note_token_use(house, account, token)
    remember(house, Proof("authorization", request.header("authorization")), began, identity, version)
    return identity


def _verify(house: House, name: str, account: Account | None, password: str) -> Identity | None:
    usable = account if account is not None and _may_sign_in(account) else None
    if usable is not None:
        identity = _by_app_password(house, usable, password)
        if identity is not None:
            return identity
    stored = house.store.accounts.password_hash(usable.id) if usable else None
    if verify_password(stored, password) and usable is not None:
        return _identity(house, usable, "password")
    return _by_htpasswd(house, name, account, password)


def _may_sign_in(account: Account) -> bool:
    return account.kind == "user" and not account.disabled


def _identity(house: House, account: Account, method: str) -> Identity:
    return Identity(account, method, groups=house.store.accounts.groups_of(account.id))


def _by_app_password(house: House, account: Account, password: str) -> Identity | None:
    accounts = house.store.accounts
    digest = app_password_digest(house.store.key, account.id, password)
    entry = accounts.app_password_by_digest(account.id, digest)
    if entry is None or expired(entry.expires):
        return None
    if abs(now_ms() - entry.last_used) > USE_NOTED_EVERY_MS:
        _note_use(house, entry.id)
    identity = _identity(house, account, "app-password")
    return replace(identity, credential_id=entry.id, scope=entry.scope, expires=entry.expires)


def _note_token_use(house: House, account: Account, token: Token) -> None:
    def first(tx: Transaction) -> None:
        tx.store.tokens.note_use(token.id)
        tx.audit("token-first-used", account=account, part=token.id)

    if not token.last_used:
        _as_can_be(house, lambda: house.transact(Actor(account.id, credential_id=token.id, method=METHOD), first))
    elif abs(now_ms() - token.last_used) > USE_NOTED_EVERY_MS:
        _as_can_be(house, lambda: house.store.engine.submit(lambda: house.store.tokens.note_use(token.id)).result())


def _note_use(house: House, app_password_id: bytes) -> None:
    _as_can_be(
        house, lambda: house.store.engine.submit(lambda: house.store.accounts.note_use(app_password_id)).result()
    )


def _as_can_be(house: House, note: Callable[[], None]) -> None:
    """Somebody who may sign in is not refused because the store cannot be written."""
    try:
        note()
    except Fault as fault:
        house.faults.tell(fault)


def _by_htpasswd(house: House, name: str, account: Account | None, password: str) -> Identity | None:
    file = house.settings.auth.htpasswd_file
    hashes = _htpasswd_hashes(Path(file)) if file else {}
    stored = hashes.get(name) or _hash_of_another(hashes, name)
    if not verify_htpasswd(stored, password) or name not in hashes:
        return None
    if account is not None and not _may_sign_in(account):
        return None
    owner = account or _welcome(house, name, "htpasswd")
    return _identity(house, owner, "htpasswd") if owner else None


def _hash_of_another(hashes: Mapping[str, str], name: str) -> str:
    """Of a name that the file lacks: always the same one, so that its costs tell nothing either."""
    others = sorted(hashes.values())
    return others[zlib.crc32(name.encode()) % len(others)] if others else ""


def _htpasswd_hashes(file: Path) -> dict[str, str]:
    try:
        lines = file.read_text("utf-8", "replace").splitlines()
    except OSError as error:
        log.warning("the htpasswd file %s cannot be read: %s", file, error.strerror)
        return {}
    entries = (line.strip().partition(":") for line in reversed(lines))  # the first of a name counts
    return {name: stored for name, _, stored in entries if name and stored}


def _welcome(house: House, name: str, method: str) -> Account | None:
    """Makes the account of somebody whom the htpasswd file or the proxy vouches for."""
    if not is_account_name(name):
        return None

    def work(tx: Transaction) -> Account:
        account = tx.store.accounts.by_name(name)
        if account is None:
            account = tx.store.accounts.create(Account(b"", "user", name))
            provision(tx, house, account)
            tx.audit("account-created", account=account)
        return account

    return house.transact(Actor(method=method), work)
