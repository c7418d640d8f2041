"""Tokens that say nothing: their provider is asked (RFC 7662)."""

from __future__ import annotations

import base64
import time
from typing import TYPE_CHECKING
from urllib.parse import quote_plus, urlencode

from a3dav.outgoing import Asked
from a3dav_oidc.claims import Claims, judge
from a3dav_oidc.errors import InvalidToken, ProviderAway
from a3dav_oidc.reading import LONGEST_TOKEN, Malformed, read_object
from a3dav_oidc.settings import OidcSettings

if TYPE_CHECKING:
    from a3dav_oidc.provider import Provider

_FORM = {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"}


def introspected(token: str, provider: Provider, settings: OidcSettings) -> Claims:
    """The claims of a token; raises InvalidToken, and ProviderAway where it cannot be told."""
    if not settings.client_id:
        raise InvalidToken("the token is no signed JWT")
    if len(token) > LONGEST_TOKEN:
        raise InvalidToken("the token is too long")
    metadata = provider.known().metadata
    if not metadata.introspection:
        raise InvalidToken("the token is no signed JWT, and the provider answers no questions about others")
    asked = {"token": token, "token_type_hint": "access_token"}
    headers = dict(_FORM)
    if "client_secret_basic" in metadata.introspection_methods:  # RFC 6749 §2.3.1
        pair = f"{quote_plus(settings.client_id)}:{quote_plus(settings.client_secret)}".encode()
        headers["Authorization"] = f"Basic {base64.b64encode(pair).decode()}"
    else:
        asked |= {"client_id": settings.client_id, "client_secret": settings.client_secret}
    answer = provider.question(
        Asked(url=metadata.introspection, method="POST", headers=headers, body=urlencode(asked).encode())
    )
    if not answer.ok:
        raise ProviderAway(f"the provider answers {answer.status} to a question about a token")
    return read_answer(answer.body, settings, time.time())


def read_answer(body: bytes, settings: OidcSettings, now: float) -> Claims:
    """RFC 7662 §2.2; who asks is told by the provider alone, which need not repeat its name or say until when."""
    try:
        told = read_object(body)
    except Malformed as error:
        raise ProviderAway(f"the answer about a token is {error}") from error
    if told.get("active") is not True:
        raise InvalidToken("the provider does not know the token any more")
    return judge({"iss": settings.issuer, "exp": now + settings.introspection_seconds, **told}, settings, now)
