"""From the Authorization header of a request to who sent it; all of this may wait, and runs on the lane for that."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from a3dav.errors import ServiceUnavailable
from a3dav.exchange import Request
from a3dav.faults import Fault
from a3dav.identifiers import now_ms
from a3dav.passwords import BEARER_MARK
from a3dav.principals import Account, Attempt, Identity
from a3dav.remembered import Proof, generation, remember, remembered
from a3dav.storage.transaction import Actor
from a3dav_oidc import links
from a3dav_oidc.claims import Claims
from a3dav_oidc.errors import EndedToken, InvalidToken, NoAccount, ProviderAway
from a3dav_oidc.introspection import introspected
from a3dav_oidc.links import Grant, Link
from a3dav_oidc.people import METHOD, linked
from a3dav_oidc.provider import AWAY_SECONDS, Provider
from a3dav_oidc.reading import read_bearer
from a3dav_oidc.settings import OidcSettings
from a3dav_oidc.tokens import read_head, verified

if TYPE_CHECKING:
    from a3dav.house import House

log = logging.getLogger("a3dav.oidc")
USE_NOTED_EVERY_MS = 3_600_000
DAY_MS = 86_400_000
SERVICE = "oidc"


@dataclass(slots=True)
class Desk:
    """Where people sign on; nobody waits for a token but who brings the very same."""

    settings: OidcSettings
    provider: Provider
    _turns: WeakValueDictionary[bytes, Lock] = field(default_factory=WeakValueDictionary)
    _choosing: Lock = field(default_factory=Lock)

    def turn(self, digest: bytes) -> Lock:
        """Held while a token is judged, so that none is judged twice at once."""
        with self._choosing:
            found = self._turns.get(digest)
            if found is None:
                found = self._turns[digest] = Lock()
            return found

    def claims(self, token: str) -> tuple[Claims, float]:
        """What a token says, and how many seconds that is to be believed."""
        head = read_head(token)
        if head is None:
            return introspected(token, self.provider, self.settings), self.settings.introspection_seconds
        claims = verified(token, head, self.provider, self.settings, time.time())
        return claims, claims.expires / 1000 - time.time()


def desk_of(house: House) -> Desk | None:
    """None where no provider is set."""
    desk: Desk | None = house.services.get(SERVICE)
    return desk


def open_desk(house: House) -> None:
    settings: OidcSettings = house.section("oidc")
    if settings.issuer:
        desk = house.services[SERVICE] = Desk(settings, Provider(settings, house.settings.outgoing))
        house.at_the_end.append(desk.provider.close)


def sign_on(house: House, request: Request) -> Identity | None:
    desk, token = desk_of(house), read_bearer(request.header("authorization"))
    if desk is None or token is None or token.startswith(BEARER_MARK):
        return None
    known, proof = remembered(house), Proof("authorization", request.header("authorization"))
    digest = known.digest(proof, generation(house))
    with desk.turn(digest):
        return known.recall(digest, house) or _signed_on(house, desk, request, token, proof)


def _signed_on(house: House, desk: Desk, request: Request, token: str, proof: Proof) -> Identity | None:
    began = generation(house)
    try:
        claims, seconds = desk.claims(token)
        link, account = linked(house, desk.settings, claims)
        version = house.store.accounts.credential_version(account.id)
        identity = _identity(house, desk.settings, claims, link)  # behind the version: it may just have been revoked
    except InvalidToken as error:
        request.attempt = Attempt("", reason=str(error), guess=not isinstance(error, EndedToken))
        return None
    except NoAccount as error:
        request.attempt = Attempt(error.name, error.account_id, str(error), guess=False)
        return None
    except ProviderAway as error:
        log.warning("nobody can sign on: %s", error)
        retry = (("Retry-After", str(AWAY_SECONDS)),)
        raise ServiceUnavailable("the provider of sign-on does not answer", headers=retry) from error
    if seconds > 0:
        remember(house, proof, began, identity, version, seconds)
    return identity


def _identity(house: House, settings: OidcSettings, claims: Claims, link: Link) -> Identity:
    accounts = house.store.accounts
    account = accounts.by_id(link.account_id)
    scopes = settings.granted(claims.scopes)
    grant = _granted(house, link, scopes)
    if account is None or account.disabled:
        raise NoAccount("disabled account", account.name if account else "", link.account_id)
    if links.of_account(house.store, account.id, settings.issuer) != link:
        raise NoAccount("unlinked account", account.name, account.id)
    return Identity(
        account, METHOD, grant.id, groups=accounts.groups_of(account.id), expires=claims.expires, scopes=scopes
    )


def _granted(house: House, link: Link, scopes: frozenset[str]) -> Grant:
    """The grant of a sign-on, its use noted; somebody who may sign on is not refused because nothing can be written."""
    found = links.grant(house.store, link.id, scopes)
    if found is None or abs(now_ms() - found.last_used) > USE_NOTED_EVERY_MS:
        actor = Actor(link.account_id, method=METHOD)
        try:
            house.transact(actor, lambda tx: links.note_use(tx.store, link.id, scopes))
        except Fault as fault:
            house.faults.tell(fault)
        found = links.grant(house.store, link.id, scopes) or found
    return found or Grant(link.id, scopes, now_ms())


def scopes_now(house: House, account: Account, credential_id: bytes) -> frozenset[str] | None:
    """What a program may do that signed on once, as long as its person signs on now and then."""
    desk = desk_of(house)
    if desk is None:
        return None
    found = links.granted_to(house.store, account.id, desk.settings.issuer, credential_id)
    if found is None or now_ms() - found.last_used > desk.settings.holds * DAY_MS:
        return None
    return found.scopes & desk.settings.every_scope
