"""`a3dav oidc`: what is known of the provider, and which accounts are whose there."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click
from rich.table import Table

from a3dav.administration import find_account
from a3dav.cli.options import ACTOR, common, house_of, show
from a3dav.config import RawSettings
from a3dav.errors import A3davError
from a3dav.storage.transaction import Transaction
from a3dav_oidc import links
from a3dav_oidc.claims import Claims
from a3dav_oidc.errors import InvalidToken
from a3dav_oidc.people import person_of
from a3dav_oidc.sign_on import Desk, desk_of

if TYPE_CHECKING:
    from a3dav.house import House


@click.group("oidc")
def oidc() -> None:
    """Sign-on by an OpenID Connect provider."""


@oidc.command("check")
@click.option("--token-stdin", is_flag=True, help="Judge the access token on standard input, too.")
@common
def oidc_check(raw: RawSettings, token_stdin: bool) -> None:
    """Ask the provider what it is, and say whether a token would open anything."""
    token = sys.stdin.read().strip() if token_stdin else ""
    with house_of(raw) as house:
        desk = _desk(house)
        for sentence in _about_provider(desk):
            click.echo(sentence)
        if token_stdin:
            for sentence in _about_token(house, desk, token):
                click.echo(sentence)


@oidc.command("links")
@common
def oidc_links(raw: RawSettings) -> None:
    """Show which accounts are linked to whom at the provider."""
    table = Table("account", "subject", "since", "last sign-on")
    with house_of(raw) as house:
        for link, last in links.all_of(house.store, _desk(house).settings.issuer):
            account = house.store.accounts.by_id(link.account_id)
            since, used = _day(link.created), _day(last) if last else "never"
            table.add_row(account.name if account else "?", link.subject, since, used)
    show(table)


@oidc.command("link")
@click.argument("name")
@click.argument("subject")
@common
def oidc_link(raw: RawSettings, name: str, subject: str) -> None:
    """Say that an account is that of SUBJECT, the `sub` that the provider calls somebody by."""
    with house_of(raw) as house:
        account, issuer = find_account(house, name), _desk(house).settings.issuer
        if account.kind != "user":
            raise A3davError(f"{name} is a {account.kind} and does not sign in")
        if not 0 < len(subject) <= 255 or not (subject.isascii() and subject.isprintable()):
            raise A3davError("a subject has 1 to 255 characters of ASCII; look at the claim sub of a token")

        def work(tx: Transaction) -> None:
            tx.lock_accounts(account.id)
            if not links.add(tx.store, account.id, issuer, subject):
                raise A3davError(f"{name} or that subject is linked already; see: a3dav oidc links")
            tx.audit("account-linked", account=account)

        house.transact(ACTOR, work)
    click.echo(f"{name} signs on as {subject} of {issuer}")


@oidc.command("unlink")
@click.argument("name")
@common
def oidc_unlink(raw: RawSettings, name: str) -> None:
    """Undo a link; tokens that are out open nothing from now on."""
    with house_of(raw) as house:
        account, issuer = find_account(house, name), _desk(house).settings.issuer
        link = links.of_account(house.store, account.id, issuer)
        if link is None:
            raise A3davError(f"{name} is not linked; see: a3dav oidc links")

        def work(tx: Transaction) -> None:
            links.remove(tx.store, link.id)
            tx.store.accounts.forget_credentials(account.id)
            tx.audit("account-unlinked", account=account)

        house.transact(ACTOR, work)
    click.echo(f"{name} is not linked any more")


def _desk(house: House) -> Desk:
    desk = desk_of(house)
    if desk is None:
        raise A3davError("no provider is set; name one as issuer in [plugins.oidc]")
    return desk


def _about_provider(desk: Desk) -> Iterator[str]:
    known = desk.provider.known()
    yield f"{desk.settings.issuer} answers, and is who it says."
    for key in known.keys:
        yield f"It signs with the {key.key_type} key {key.kid or 'without a name'}{_for(key.get('alg'))}."
    yield _about_questions(desk, bool(known.metadata.introspection))
    yield f"It {'lets' if known.metadata.device else 'does not let'} people sign on at another device (RFC 8628)."


def _about_questions(desk: Desk, answers: bool) -> str:
    if not answers:
        return "It answers no questions about tokens: they must be signed JWTs."
    if not desk.settings.client_id:
        return "It answers questions about tokens, but client_id is not set here: tokens must be signed JWTs."
    return "It answers questions about tokens, and this server has credentials to ask."


def _for(algorithm: object) -> str:
    return f", for {algorithm}" if algorithm else ""


def _about_token(house: House, desk: Desk, token: str) -> Iterator[str]:
    try:
        claims, _ = desk.claims(token)
    except InvalidToken as error:
        raise A3davError(f"the token would be refused: {error}") from error
    ours, left = desk.settings.granted(claims.scopes), claims.expires / 1000 - time.time()
    yield f"The token is good for {max(left, 0):.0f} seconds more."
    yield f"It says the scopes {_words(claims.scopes)}, which are good for {_words(ours)} here."
    yield _about_account(house, desk, claims)


def _about_account(house: House, desk: Desk, claims: Claims) -> str:
    link = links.by_subject(house.store, desk.settings.issuer, claims.subject)
    account = house.store.accounts.by_id(link.account_id) if link else None
    if account is not None:
        return f"It is for the account {account.name}{', which is disabled' if account.disabled else ''}."
    person = person_of(claims, desk.settings)
    called = f"the name {person.name}" if person.name else "no name that an account can have"
    return f"Its subject {claims.subject} is not linked to an account yet; it tells {called}."


def _words(found: frozenset[str]) -> str:
    return " ".join(sorted(found)) or "(none)"


def _day(moment: int) -> str:
    return datetime.fromtimestamp(moment / 1000, UTC).strftime("%Y-%m-%d %H:%M UTC")
