"""The public keys of a provider (RFC 7517)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, JWKRegistry, Key, OKPKey, RSAKey

from a3dav_oidc.errors import ProviderAway
from a3dav_oidc.reading import Malformed, read_object

MOST_KEYS = 100
_SHORTEST, _LONGEST = 342, 1366
"""Characters of an RSA modulus of 2048 bits, which RFC 7518 §3.3 wants at least, and of one of 8192."""
_PUBLIC = ("kty", "n", "e", "crv", "x", "y", "kid", "use", "alg", "key_ops")
_FAMILIES = {"RSA": ("RS", "PS"), "EC": ("ES",), "OKP": ("Ed",)}
_KNOWN_CURVES = {"EC": {"P-256", "P-384", "P-521"}, "OKP": {"Ed25519", "Ed448"}}
_CURVES = {"ES256": "P-256", "ES384": "P-384", "ES512": "P-521", "Ed25519": "Ed25519"}


def read_keys(body: bytes) -> tuple[Key, ...]:
    """The keys of a set that verify signatures; what else is in it is left out (RFC 7517 §5)."""
    try:
        told = read_object(body).get("keys")
    except Malformed as error:
        raise ProviderAway(f"the keys of the provider are {error}") from error
    if not isinstance(told, list) or len(told) > MOST_KEYS:
        raise ProviderAway(f"the keys of the provider are no list of {MOST_KEYS} at most")
    found = tuple(key for entry in told if isinstance(entry, dict) for key in _usable(entry))
    if not found:
        raise ProviderAway("the provider tells no key that verifies signatures")
    return found


def fitting(keys: tuple[Key, ...], kid: str, algorithm: str) -> Key | None:
    """The key that a signature names; one without a name is verified by the only key that it can be of."""
    fit = [key for key in keys if (not kid or key.kid == kid) and _fits(key, algorithm)]
    return fit[0] if len(fit) == 1 else None


def _fits(key: Key, algorithm: str) -> bool:
    """RFC 8725 §3.1: a key is for one algorithm, and never for another family of them."""
    if not algorithm.startswith(_FAMILIES[key.key_type]) or key.get("alg", algorithm) != algorithm:
        return False
    return key.get("crv") == _CURVES.get(algorithm, key.get("crv"))


def _usable(entry: dict[str, Any]) -> Iterator[Key]:
    """Nothing private and nothing shared: a secret that a provider publishes is none."""
    given = {name: entry[name] for name in _PUBLIC if name in entry}
    texts = all(isinstance(value, str) for name, value in given.items() if name != "key_ops")
    if not texts or given.get("kty") not in _FAMILIES or given.get("use", "sig") != "sig":
        return
    operations = given.pop("key_ops", ["verify"])
    if not isinstance(operations, list) or "verify" not in operations or not _sound(given):
        return
    try:
        key = JWKRegistry.import_key(given)
    except (JoseError, ValueError):  # a point that is not on its curve, or no number at all
        return
    if isinstance(key, (RSAKey, ECKey, OKPKey)):
        yield key


def _sound(given: dict[str, Any]) -> bool:
    """Curves that there are; exponents and moduli that are neither weak nor there to cost time."""
    if given["kty"] in _KNOWN_CURVES:
        return given.get("crv") in _KNOWN_CURVES[given["kty"]]
    return _SHORTEST <= len(given.get("n", "")) <= _LONGEST and len(given.get("e", "")) <= 6
