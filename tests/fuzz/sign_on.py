"""Tokens of providers, and what providers tell of themselves."""

from __future__ import annotations

import base64
import contextlib
import json
import math
from functools import cache

from joserfc.jwk import ECKey
from joserfc.jws import JWSRegistry

from a3dav.config.model import OutgoingSettings
from a3dav.names import is_account_name
from a3dav.principals import TOKEN_SCOPES
from a3dav.testing.strategies import sign_on
from a3dav.testing.strategies.sign_on import AUDIENCE, ISSUER, NOW
from a3dav_oidc.errors import InvalidToken, ProviderAway
from a3dav_oidc.introspection import read_answer
from a3dav_oidc.keys import fitting, read_keys
from a3dav_oidc.metadata import Metadata, read_metadata
from a3dav_oidc.people import person_of
from a3dav_oidc.provider import Known, Provider
from a3dav_oidc.reading import Malformed, read_bearer, read_object, read_segment
from a3dav_oidc.settings import OidcSettings
from a3dav_oidc.tokens import read_head, verified

from .target import Target, parts

SETTINGS = OidcSettings(
    issuer=ISSUER, audience=(AUDIENCE,), types=("at+jwt", "JWT"), name_domains=("example.org",), admin_groups=("staff",)
)
LEEWAY = SETTINGS.leeway
_BASE64 = str.maketrans("+/", "-_", "=\n")


@cache
def key():
    return ECKey.generate_key("P-256", {"kid": "one"})


@cache
def provider():
    """Knows the one key, and asks nobody for others."""
    made = Provider(SETTINGS, OutgoingSettings(), clock=lambda: 0.0)
    made._known, made._tried = Known(Metadata(f"{ISSUER}/keys"), (key(),), 0.0), 0.0
    return made


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode().translate(_BASE64)


def check_token(data: bytes) -> None:
    """A token that is rightly signed is taken where it says the right things, as any reader of JSON would read them."""
    head, claims = parts(data, 2)
    unsigned = f"{encoded(head)}.{encoded(claims)}"
    token = f"{unsigned}.{encoded(JWSRegistry.algorithms['ES256'].sign(unsigned.encode(), key()))}"
    assert read_bearer(f"Bearer {token}") == token
    assert read_segment(encoded(claims).encode()) == claims
    told = read_head(token)
    if told is None:
        return
    with contextlib.suppress(InvalidToken):
        found = verified(token, told, provider(), SETTINGS, NOW)
        assert json.loads(head)["alg"] == "ES256"
        _holds(found, json.loads(claims))
    raw = data.decode("latin-1")
    assert read_bearer(f"Bearer {raw}") in {None, raw.strip(" ")}


def _holds(found, said) -> None:
    assert said["iss"] == ISSUER
    assert AUDIENCE in said["aud"]
    assert NOW - LEEWAY < said["exp"] < math.inf
    assert said["sub"] == found.subject != ""
    assert "cnf" not in said
    assert SETTINGS.granted(found.scopes) <= TOKEN_SCOPES.keys() - {"admin", "tokens"}
    person = person_of(found, SETTINGS)
    assert person.name == "" or is_account_name(person.name)
    assert person.email == "" or said["email_verified"] is True
    assert person.display_name.isprintable()


def check_provider(data: bytes) -> None:
    """Nobody is asked in clear text, keys are public ones, and an answer about a token holds what a token must."""
    metadata, keys, answer = parts(data, 3)
    with contextlib.suppress(ProviderAway):
        told = read_metadata(metadata, ISSUER)
        for address in (told.jwks_uri, told.introspection, told.device):
            assert address == "" or address.startswith("https://")
    with contextlib.suppress(ProviderAway):
        for found in read_keys(keys):
            assert found.key_type in {"RSA", "EC", "OKP"}
            assert not found.is_private
            assert fitting((found,), "", "HS256") is None
    with contextlib.suppress(ProviderAway, InvalidToken):
        found = read_answer(answer, SETTINGS, NOW)
        said = json.loads(answer)
        assert said["active"] is True
        _holds(found, {"iss": ISSUER, "exp": NOW + 60, **said})
    with contextlib.suppress(Malformed):
        assert read_object(answer) == json.loads(answer)


TARGETS = (
    Target(
        "access-token", check_token, sign_on.tokens, (read_bearer, read_segment, read_head, read_object),
        ('"alg":"ES256"', '"crit":[', '"kid":"one"', '"typ":"JWT"', '"aud":[', '"exp":1800000300', "\n%%\n"),
    ),
    Target(
        "sign-on-provider", check_provider, sign_on.providers, (read_metadata, read_keys, read_answer),
        ('"jwks_uri":"', '"kty":"RSA"', '"crv":"P-256"', '"active":true', "\n%%\n"),
    ),
)  # fmt: skip
