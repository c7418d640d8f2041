"""What a provider tells about itself (OpenID Connect Discovery 1.0 §3, RFC 8414 §2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from a3dav.outgoing import OutgoingError
from a3dav.outgoing.urls import parse
from a3dav_oidc.errors import ProviderAway
from a3dav_oidc.reading import Malformed, read_object, texts_of


@dataclass(slots=True, frozen=True)
class Metadata:
    """`jwks_uri` is where the keys are; the other addresses are "" where the provider has none."""

    jwks_uri: str
    introspection: str = ""
    introspection_methods: frozenset[str] = frozenset()
    device: str = ""


def places_of(issuer: str) -> Iterator[str]:
    """Where the metadata may stand: behind the path of the issuer, or before it (OIDC Discovery §4, RFC 8414 §3)."""
    yield issuer.rstrip("/") + "/.well-known/openid-configuration"
    url = urlsplit(issuer)
    yield f"{url.scheme}://{url.netloc}/.well-known/oauth-authorization-server{url.path.rstrip('/')}"


def read_metadata(body: bytes, issuer: str) -> Metadata:
    """Raises ProviderAway for metadata of another issuer, and without an address for keys."""
    try:
        told = read_object(body)
    except Malformed as error:
        raise ProviderAway(f"the metadata of {issuer} is {error}") from error
    if told.get("issuer") != issuer:  # OpenID Connect Discovery 1.0 §4.3, RFC 8414 §3.3
        raise ProviderAway(f"what {issuer} tells about itself names another issuer; oidc.issuer must be equal to it")
    keys = _address(told.get("jwks_uri"), issuer)
    if not keys:
        raise ProviderAway(f"the metadata of {issuer} has no jwks_uri that may be asked")
    return Metadata(
        keys, _address(told.get("introspection_endpoint"), issuer),
        texts_of(told.get("introspection_endpoint_auth_methods_supported")) or frozenset(("client_secret_basic",)),
        _address(told.get("device_authorization_endpoint"), issuer),
    )  # fmt: skip


def _address(found: object, issuer: str) -> str:
    """An address that may be asked: https, or the very origin of the issuer."""
    try:
        target = parse(found) if isinstance(found, str) else None
    except OutgoingError:
        return ""
    if target is None or target.credentials or (target.scheme != "https" and target.origin != parse(issuer).origin):
        return ""
    return target.url
