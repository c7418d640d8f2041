"""Who is asked to sign in, and when a password is not even asked for."""

from __future__ import annotations

from a3dav.errors import DavError, Denied, Forbidden, MembersRefused, NotFound, Unauthorized
from a3dav.exchange import Exchange
from a3dav.forwarding import is_loopback

RESOURCE_METADATA = "authentication.resource_metadata"
"""The service by which a plugin tells the path of the metadata of this server (RFC 9728)."""


def challenge(exchange: Exchange) -> Unauthorized:
    """Clients of DAV that read but one challenge are told of no other, unless they sent a token."""
    headers = [("WWW-Authenticate", f'Basic realm="{_realm(exchange)}", charset="UTF-8"')]
    sent_token = exchange.request.header("authorization").partition(" ")[0].lower() == "bearer"
    if sent_token:
        told = f'Bearer realm="{_realm(exchange)}", error="invalid_token"{_where_to(exchange)}'
        headers.append(("WWW-Authenticate", told))
    elif exchange.route is not None and not exchange.route.public:  # RFC 6750 §3.1: no error, as nothing was sent
        headers.append(("WWW-Authenticate", f'Bearer realm="{_realm(exchange)}"{_where_to(exchange)}'))
    return Unauthorized("name and password are needed", headers=tuple(headers))


def _where_to(exchange: Exchange) -> str:
    """RFC 9728 §5.1: where it stands who gives out tokens, if anybody does."""
    path = exchange.house.services.get(RESOURCE_METADATA, "")
    request = exchange.request
    return f', resource_metadata="{exchange.house.forwarding.origin(request)}{request.mount}{path}"' if path else ""


def need_scope(exchange: Exchange, *scopes: str) -> None:
    """RFC 6750 §3.1: a token that is for none of these is refused, and told what it would take."""
    if not scopes or exchange.actor.may(*scopes):
        return
    told = f'Bearer realm="{_realm(exchange)}", error="insufficient_scope", scope="{scopes[0]}"'
    raise Denied(
        f"this token is for other things; here it takes the scope {scopes[0]}", headers=(("WWW-Authenticate", told),)
    )


def _realm(exchange: Exchange) -> str:
    return exchange.house.settings.auth.realm.replace('"', "'")


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
