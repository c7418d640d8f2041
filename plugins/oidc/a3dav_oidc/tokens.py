"""Access tokens that say for themselves whose they are: signed JWTs (RFC 9068, RFC 7515, RFC 8725)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import Key

from a3dav_oidc.claims import Claims, judge, refuse_other_kinds
from a3dav_oidc.errors import InvalidToken
from a3dav_oidc.reading import LONGEST_TOKEN, Malformed, read_object, read_segment
from a3dav_oidc.settings import OidcSettings

if TYPE_CHECKING:
    from a3dav_oidc.provider import Provider


class Registry(jws.JWSRegistry):
    """Takes the algorithms that settings name, and headers that nobody here looks at, such as x5c."""

    max_header_length = LONGEST_TOKEN

    def get_alg(self, name: str) -> Any:
        if name not in (self.allowed or ()):
            raise InvalidToken("the token is signed in a way that is not taken")
        return self.algorithms[name]


def read_head(token: str) -> dict[str, Any] | None:
    """The header of a token that is a signed JWT; None for one that says nothing."""
    segments = token.encode("ascii", "replace").split(b".")
    if len(segments) != 3 or len(token) > LONGEST_TOKEN:
        return None
    try:
        head = read_object(read_segment(segments[0]))
    except Malformed:
        return None
    return head if "alg" in head else None


def verified(token: str, head: dict[str, Any], provider: Provider, settings: OidcSettings, now: float) -> Claims:
    """The claims of a token; raises InvalidToken, and ProviderAway where it cannot be told."""
    kind = _kind(head, settings)
    key = provider.key(head.get("kid", ""), head["alg"])
    if key is None:
        raise InvalidToken("the token is signed by a key that the provider does not tell")
    told = _payload(token, key, settings)
    if kind == "jwt":
        refuse_other_kinds(told, settings)
    return judge(told, settings, now)


def _kind(head: dict[str, Any], settings: OidcSettings) -> str:
    """The type of a token (RFC 9068 §4), if its header is one that is taken at all."""
    if head["alg"] not in settings.algorithms:
        raise InvalidToken("the token is signed in a way that is not taken")
    if "crit" in head:  # RFC 7515 §4.1.11: nothing that is critical is understood here
        raise InvalidToken("the token asks for what is not understood")
    kind = head.get("typ", "JWT")
    if not isinstance(head.get("kid", ""), str) or not isinstance(kind, str):
        raise InvalidToken("the header of the token is malformed")
    named = kind.lower().removeprefix("application/")
    if named not in {entry.lower() for entry in settings.types}:
        raise InvalidToken("the token is of another type")
    return named


def _payload(token: str, key: Key, settings: OidcSettings) -> dict[str, Any]:
    registry = Registry(algorithms=settings.algorithms, strict_check_header=False)
    try:
        return read_object(jws.deserialize_compact(token, key, registry=registry).payload)
    except JoseError as error:
        raise InvalidToken("the signature of the token is wrong") from error
    except ValueError as error:
        raise InvalidToken("the token is malformed") from error
