"""Who is asked to sign in, and when a password is not even asked for."""

from __future__ import annotations

from a3dav.errors import DavError, Denied, Forbidden, MembersRefused, NotFound, Unauthorized
from a3dav.exchange import Exchange
from a3dav.forwarding import is_loopback


def challenge(exchange: Exchange) -> Unauthorized:
    realm = exchange.house.settings.auth.realm.replace('"', "'")
    header = ("WWW-Authenticate", f'Basic realm="{realm}", charset="UTF-8"')
    return Unauthorized("name and password are needed", headers=(header,))


def for_strangers(exchange: Exchange, error: DavError | MembersRefused) -> DavError | MembersRefused:
    """Who did not sign in is asked to, rather than told what there is: many clients wait for it before they do."""
    if exchange.identity is None or not exchange.identity.anonymous or not isinstance(error, DavError):
        return error
    if exchange.privileges and error.status not in {Forbidden.status, NotFound.status}:
        return error
    try:
        refuse_clear_text(exchange)
    except Denied as denied:
        return denied
    return challenge(exchange)


def offers_proof(exchange: Exchange) -> bool:
    trusted = exchange.house.settings.auth.trusted_header.lower()
    return any(exchange.request.header(name) for name in ("authorization", trusted) if name)


def refuse_clear_text(exchange: Exchange) -> None:
    """RFC 7617 §4: whoever listens to clear text reads the password."""
    request = exchange.request
    if request.secure or is_loopback(request.peer) or exchange.house.settings.security.allow_clear_text:
        return
    raise Denied(
        "passwords are not taken over clear text from another machine; use https, or have the administrator name the"
        " proxy in server.trusted_proxies"
    )
