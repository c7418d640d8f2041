"""What tokens say, and what their provider tells (RFC 7519, RFC 7517, RFC 8414, RFC 7662), and what is almost that."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from a3dav.testing.strategies.lines import mostly, texts

Json = st.SearchStrategy[Any]
ISSUER, AUDIENCE = "https://id.example.org/realms/one", "https://dav.example.org"
NOW = 1_800_000_000
_odd: Json = st.one_of(
    texts,
    st.integers(-5, 2**70),
    st.floats(),
    st.booleans(),
    st.none(),
    st.lists(texts, max_size=2),
    st.just({"a": [1]}),
)
_near: Json = mostly(st.sampled_from([NOW - 20, NOW + 300, float(NOW), NOW + 20]), _odd, once_in=40)
_claims = {
    "iss": mostly(st.just(ISSUER), _odd, once_in=60),
    "aud": mostly(st.sampled_from([AUDIENCE, [AUDIENCE, "x"]]), _odd, once_in=60),
    "exp": mostly(st.just(NOW + 300), _odd, once_in=40),
    "sub": mostly(st.just("1"), _odd, once_in=60),
}
_more = {
    "iat": _near, "nbf": _near, "scope": mostly(st.sampled_from(["dav", "openid dav", ["dav"]]), _odd, once_in=10),
    "preferred_username": mostly(st.just("alice@example.org"), _odd, once_in=5), "cnf": _odd, "events": _odd,
    "groups": mostly(st.just(["staff"]), _odd, once_in=5), "email": texts, "email_verified": _odd, "typ": _odd,
    "realm": st.just({"roles": ["staff"]}), "nonce": _odd, "name": texts,
    "active": mostly(st.just(True), _odd, once_in=9),
}  # fmt: skip
_heads = st.fixed_dictionaries(
    {"alg": mostly(st.just("ES256"), st.sampled_from(["none", "HS256", "RS256", 1, None]), once_in=20)},
    optional={
        "typ": mostly(st.sampled_from(["at+jwt", "JWT", "application/at+jwt"]), _odd, once_in=20),
        "kid": mostly(st.just("one"), _odd, once_in=20), "crit": _odd, "b64": _odd, "jwk": _odd, "x5c": _odd,
    },
)  # fmt: skip
_metadata = st.fixed_dictionaries(
    {
        "issuer": mostly(st.just(ISSUER), _odd, once_in=40),
        "jwks_uri": mostly(
            st.sampled_from([f"{ISSUER}/keys", "http://x/", "https://[::1]/", "file:///"]), _odd, once_in=9
        ),
    },
    optional={"introspection_endpoint": st.just(f"{ISSUER}/ask") | _odd, "device_authorization_endpoint": _odd},
)
_key: Json = st.fixed_dictionaries(
    {"kty": mostly(st.sampled_from(["EC", "RSA", "OKP", "oct"]), _odd, once_in=20)},
    optional={
        "crv": st.sampled_from(["P-256", "P-521", "Ed25519", "Ed448", "P-1", None]), "kid": texts,
        "use": st.just("sig") | _odd,
        "x": st.sampled_from(["AAAA", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"]), "y": texts, "k": texts,
        "n": texts | st.just("u" * 342), "e": st.sampled_from(["AQAB", "AA", "", "A" * 60]), "alg": _odd,
        "key_ops": st.just(["verify"]) | _odd, "d": texts,
    },
)  # fmt: skip
_keys = st.fixed_dictionaries({"keys": mostly(st.lists(_key, max_size=3), _odd, once_in=20)})


def _bytes(found: Json) -> st.SearchStrategy[bytes]:
    return mostly(found.map(lambda value: json.dumps(value).encode()), st.binary(max_size=40), once_in=40)


def _together(*parts: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    return st.tuples(*parts).map(b"\n%%\n".join)


claims = _bytes(st.fixed_dictionaries(_claims, optional=_more))
tokens = _together(_bytes(_heads), claims)
providers = _together(_bytes(_metadata), _bytes(_keys), claims)
