"""What this server tells of itself to those who want a token for it (RFC 9728)."""

from __future__ import annotations

import json

from a3dav.errors import MethodNotAllowed, NotFound
from a3dav.exchange import Exchange, Response
from a3dav.registries import Route
from a3dav_oidc.settings import OidcSettings, scopes_of

PATH = "/.well-known/oauth-protected-resource"


def tell(exchange: Exchange) -> Response:
    settings, request = exchange.house.section("oidc"), exchange.request
    if not settings.issuer:
        raise NotFound("no provider of sign-on is set")
    if request.method not in {"GET", "HEAD"}:
        raise MethodNotAllowed("this is only ever read", headers=(("Allow", "GET, HEAD"),))
    body = json.dumps(_metadata(settings, exchange.house.forwarding.origin(request) + request.mount)).encode()
    return Response(200, body, [("Cache-Control", "max-age=3600")], "application/json")


def _metadata(settings: OidcSettings, resource: str) -> dict[str, object]:
    """RFC 9728 §2."""
    theirs = (scopes_of(entry)[0] for entry in settings.scopes)
    return {
        "resource": resource,
        "authorization_servers": [settings.issuer],
        "scopes_supported": sorted({scope for scope in theirs if scope != "*"}),
        "bearer_methods_supported": ["header"],
    }


ROUTE = Route(PATH, tell, open=True)
