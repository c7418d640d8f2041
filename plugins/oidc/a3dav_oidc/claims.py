"""What a token says, and whether it says it to this server, now (RFC 9068 §4, RFC 7519 §4.1)."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from a3dav_oidc.errors import EndedToken, InvalidToken
from a3dav_oidc.reading import claim_of, text_of, texts_of
from a3dav_oidc.settings import OidcSettings

_OF_ID_TOKENS = frozenset(("nonce", "at_hash", "c_hash", "s_hash"))
"""OpenID Connect Core 1.0 §3.1.3.6, §3.3.2.11; Financial-grade API §5.2.2.1: what only an ID token has."""
FARTHEST = 2**53
"""Seconds; what is beyond is a mistake, or an attempt."""


@dataclass(slots=True, frozen=True)
class Claims:
    """A person at a provider; `expires` in milliseconds since 1970, `scopes` as the provider calls them."""

    subject: str
    expires: int
    scopes: frozenset[str]
    told: dict[str, Any] = field(default_factory=dict)

    def text(self, name: str, longest: int = 255) -> str:
        return text_of(claim_of(self.told, name), longest)

    def texts(self, name: str) -> frozenset[str]:
        return texts_of(claim_of(self.told, name))


def judge(told: dict[str, Any], settings: OidcSettings, now: float) -> Claims:
    """What every token must say; raises InvalidToken."""
    if told.get("iss") != settings.issuer:
        raise InvalidToken("the token is of another issuer")
    if texts_of(told.get("aud")).isdisjoint(settings.audience):
        raise InvalidToken("the token is not for this server")
    expires = _moment(told, "exp")
    if expires is None:
        raise InvalidToken("the token does not say when it expires")
    if expires + settings.leeway <= now:
        raise EndedToken("the token has expired")
    for name in ("nbf", "iat"):
        begins = _moment(told, name)
        if begins is not None and begins - settings.leeway > now:
            raise InvalidToken("the token is not valid yet")
    if "cnf" in told:  # RFC 9449 §7.1, RFC 8705 §3: it is for whoever has a key, and nobody shows one here
        raise InvalidToken("the token is bound to a key")
    subject = told.get("sub")
    if not text_of(subject) or not str(subject).isascii():  # OpenID Connect Core 1.0 §2
        raise InvalidToken("the token names nobody")
    return Claims(str(subject), int(expires * 1000), _scopes(told, settings), told)


def refuse_other_kinds(told: dict[str, Any], settings: OidcSettings) -> None:
    """A JWT that only says that it is one must not be an ID token or a message of logout (RFC 8725 §3.12)."""
    if not _OF_ID_TOKENS.isdisjoint(told) or "events" in told:
        raise InvalidToken("this is no access token")
    if str(told.get("typ", "Bearer")).lower() not in {"bearer", "at+jwt"}:  # Keycloak says here what it is
        raise InvalidToken("this is no access token")
    if settings.scope_claim not in told:
        raise InvalidToken("the token has no scope, as access tokens have")


def _scopes(told: dict[str, Any], settings: OidcSettings) -> frozenset[str]:
    """A text of words (RFC 8693 §4.2), or a list of them."""
    return frozenset(word for entry in texts_of(told.get(settings.scope_claim)) for word in entry.split(" ") if word)


def _moment(told: dict[str, Any], name: str) -> float | None:
    """RFC 7519 §2: a NumericDate; None where there is none."""
    found = told.get(name)
    if found is None:
        return None
    if isinstance(found, bool) or not isinstance(found, (int, float)) or not _is_near(found):
        raise InvalidToken(f"the token has no number as {name}")
    return float(found)


def _is_near(found: float) -> bool:
    return -FARTHEST < found < FARTHEST and math.isfinite(found)
