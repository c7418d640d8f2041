"""Names with passwords, bearer tokens, and what any credential proves at a later time."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import TYPE_CHECKING

from a3dav.errors import Refusal
from a3dav.identifiers import new_id, now_ms
from a3dav.passwords import new_token, token_digest
from a3dav.principals import TOKEN_SCOPES, Account, Identity, Scope
from a3dav.storage.tokens import Token
from a3dav.storage.transaction import Actor, Transaction

if TYPE_CHECKING:
    from a3dav.house import House

DAY_MS = 86_400_000
MOST_DAYS, MOST_LABEL = 36_500, 200
METHOD = "token"


def basic(authorization: str) -> tuple[str, str] | None:
    """The name and the password of an Authorization header (RFC 7617); None where it holds none."""
    scheme, _, encoded = authorization.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, separator, password = base64.b64decode(encoded.strip(), validate=True).decode().partition(":")
    except ValueError:  # neither base64 nor UTF-8
        return None
    if not separator or not name.isprintable():  # RFC 7617 §2: no control characters
        return None
    return name, password


def add_token(
    house: House, actor: Actor, account: Account, *, label: str, scopes: Sequence[str], expires: int = 0
) -> tuple[Token, str]:
    """Makes a token and returns it with its text, of which only a digest is kept; `expires` of 0 is never."""
    chosen = tuple(scope for scope in TOKEN_SCOPES if scope in scopes)
    for scope in scopes:
        if scope not in TOKEN_SCOPES:
            raise Refusal(f"{scope[:40]!r} is no scope; there are {', '.join(TOKEN_SCOPES)}", field="scopes")
    if not chosen:
        raise Refusal("a token is for something: name a scope", field="scopes")
    if len(label) > MOST_LABEL or not label.isprintable():
        raise Refusal(f"a label is one line of {MOST_LABEL} characters at most", field="label")
    if expires and not now_ms() < expires <= now_ms() + MOST_DAYS * DAY_MS:
        raise Refusal(f"a token expires later than now and within {MOST_DAYS} days", field="expires")
    if account.kind != "user":
        raise Refusal(f"{account.name} is a {account.kind} and does not sign in")
    text, token = new_token(), Token(new_id(), account.id, label, chosen, now_ms(), expires, 0)

    def work(tx: Transaction) -> None:
        tx.lock_accounts(account.id)
        most = house.settings.auth.max_tokens
        if tx.store.tokens.count(account.id) >= most:
            raise Refusal(f"{account.name} has {most} tokens already; revoke one first", "LIMIT_REACHED")
        tx.store.tokens.add(token, token_digest(tx.store.key, text))
        tx.audit("token-created", account=account, part=token.id)

    house.transact(actor, work)
    return token, text


def revoke_token(house: House, actor: Actor, account: Account, token_id: bytes) -> None:
    """Makes a token worthless at once, in every worker."""

    def work(tx: Transaction) -> None:
        token = tx.store.tokens.by_id(token_id)
        if token is None or token.account_id != account.id:
            sentence = f"{account.name} has no such token; see: a3dav token list {account.name}"
            raise Refusal(sentence, "NOT_FOUND", "token")
        tx.store.tokens.remove(token_id)
        tx.store.accounts.forget_credentials(account.id)
        tx.audit("token-revoked", account=account, part=token_id)

    house.transact(actor, work)


def proven_by(house: House, account_id: bytes, credential_id: bytes, method: str) -> Identity | None:
    """Whom a credential that was verified once stands for now; None where it may not be used any more."""
    accounts = house.store.accounts
    account = accounts.by_id(account_id)
    if account is None or account.kind != "user" or account.disabled:
        return None
    groups = accounts.groups_of(account.id)
    if not credential_id:
        return Identity(account, method, groups=groups)
    token = house.store.tokens.by_id(credential_id)
    if token is not None:
        return None if token.expired or token.account_id != account_id else of_token(account, token, method, groups)
    password = next((entry for entry in accounts.app_passwords(account.id) if entry.id == credential_id), None)
    if password is not None:
        ended = 0 < password.expires < now_ms()
        return None if ended else Identity(account, method, credential_id, password.scope, groups, password.expires)
    hooks = house.hooks
    scopes = hooks.a3dav_credential_scopes(house=house, account=account, credential_id=credential_id)
    return None if scopes is None else Identity(account, method, credential_id, groups=groups, scopes=scopes)


def of_token(account: Account, token: Token, method: str, groups: frozenset[bytes]) -> Identity:
    return Identity(account, method, token.id, Scope.FULL, groups, token.expires, scopes=frozenset(token.scopes))
