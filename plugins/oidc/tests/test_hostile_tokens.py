"""Tokens as attackers make them (RFC 8725), and tokens that are meant for something else (RFC 9068 §4)."""

import hashlib
import hmac
import json
import time

import pytest
from joserfc.jwk import ECKey, RSAKey

NOW = int(time.time())


def public_pem(key):
    return key.as_pem(private=False)


@pytest.fixture
def refused(house, status, reasons):
    """The one reason for which a token is refused."""

    def tell(token, where=house):
        assert status(where, token) == 401
        (reason,) = reasons()
        return reason

    return tell


def test_a_good_token_is_taken(house, provider, status):
    """What all others here differ from."""
    assert status(house, provider.token()) == 200


@pytest.mark.rfc("8725", "3.1", "3.2")
@pytest.mark.parametrize("algorithm", ["none", "None", "nOnE", ""])
def test_no_signature_is_none(provider, forged, refused, algorithm):
    token = forged({"typ": "at+jwt", "alg": algorithm, "kid": "key-1"}, provider.claims())
    assert refused(token) == "the token is signed in a way that is not taken"


@pytest.mark.rfc("8725", "2.1", "3.1")
def test_the_public_key_is_no_secret(provider, forged, refused):
    head = {"typ": "at+jwt", "alg": "HS256", "kid": "key-1"}
    unsigned = forged(head, provider.claims()).rpartition(".")[0]
    secret = public_pem(provider.keys[0])
    token = f"{unsigned}.{forged(b'', b'', hmac.digest(secret, unsigned.encode(), hashlib.sha256)).rpartition('.')[2]}"
    assert refused(token) == "the token is signed in a way that is not taken"


@pytest.mark.rfc("8725", "3.1")
def test_an_algorithm_that_is_not_named_in_settings_is_not_taken(signing_on, provider, refused):
    assert refused(provider.token(), signing_on(algorithms="RS256")) == "the token is signed in a way that is not taken"


def test_a_key_of_rsa_verifies_as_well(house, provider, status):
    provider.rotate("RSA")
    assert status(house, provider.token()) == 200
    assert status(house, provider.token({"alg": "PS256"}, jti="2")) == 200


def test_a_key_is_for_the_algorithm_that_it_is_for(house, provider, status):
    key = RSAKey.generate_key(2048, {"kid": "key-9", "use": "sig", "alg": "RS256"})
    provider.keys = [key]
    assert status(house, provider.token({"alg": "PS256"})) == 401
    assert status(house, provider.token()) == 200


def test_a_key_of_somebody_else_under_the_right_name(provider, refused):
    key = ECKey.generate_key("P-256", {"kid": "key-1"})
    assert refused(provider.token(key=key)) == "the signature of the token is wrong"


def test_a_key_that_nobody_knows(provider, refused):
    assert refused(provider.token({"kid": "../../etc/passwd"})) == (
        "the token is signed by a key that the provider does not tell"
    )


@pytest.mark.rfc("8725", "2.9", "3.10")
@pytest.mark.parametrize("how", ["jwk", "jku", "x5u"])
def test_a_key_that_comes_with_the_token_is_not_looked_at(provider, refused, how):
    own = ECKey.generate_key("P-256", {"kid": "mine"})
    provider.answers["/evil"] = (200, {}, {"keys": [own.as_dict(private=False)]})
    value = own.as_dict(private=False) if how == "jwk" else f"{provider.issuer}/evil"
    refused(provider.token({how: value, "kid": "mine"}, key=own))
    assert provider.count("/evil") == 0


def test_headers_that_mean_nothing_here_do_no_harm(house, provider, status):
    assert status(house, provider.token({"x5t": "AAAA", "x5c": ["MIIB" * 500], "nonce": "n"})) == 200


@pytest.mark.rfc("7515", "4.1.11")
@pytest.mark.parametrize("critical", [["exp"], [], ["b64"], "b64", None])
def test_what_is_critical_is_refused(provider, refused, critical):
    head = {"crit": critical, "b64": False}
    assert refused(provider.token(head)) == "the token asks for what is not understood"


@pytest.mark.rfc("7515", "4.1.11")
def test_what_must_be_critical_and_is_not(provider, refused):
    """RFC 7797 §6: an unencoded payload."""
    assert refused(provider.token({"b64": False})) == "the signature of the token is wrong"


@pytest.mark.rfc("9068", "4")
@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"iss": "https://evil.example"}, "the token is of another issuer"),
        ({"iss": None}, "the token is of another issuer"),
        ({"iss": ["x"]}, "the token is of another issuer"),
        ({"iss": ...}, "the token is of another issuer"),
        ({"aud": "https://other.example"}, "the token is not for this server"),
        ({"aud": ["https://other.example"]}, "the token is not for this server"),
        ({"aud": [["https://dav.example.org"]]}, "the token is not for this server"),
        ({"aud": ["https://dav.example.org", 1]}, "the token is not for this server"),
        ({"aud": {"https://dav.example.org": 1}}, "the token is not for this server"),
        ({"aud": "https://dav.example.org.evil.example"}, "the token is not for this server"),
        ({"aud": ...}, "the token is not for this server"),
        ({"exp": NOW - 3600}, "the token has expired"),
        ({"exp": 0}, "the token has expired"),
        ({"exp": ...}, "the token does not say when it expires"),
        ({"exp": None}, "the token does not say when it expires"),
        ({"exp": True}, "the token has no number as exp"),
        ({"exp": "9999999999"}, "the token has no number as exp"),
        ({"exp": 10**400}, "the token has no number as exp"),
        ({"exp": 1e308}, "the token has no number as exp"),
        ({"exp": [NOW + 60]}, "the token has no number as exp"),
        ({"nbf": NOW + 3600}, "the token is not valid yet"),
        ({"nbf": "soon"}, "the token has no number as nbf"),
        ({"iat": NOW + 3600}, "the token is not valid yet"),
        ({"cnf": {"jkt": "x"}}, "the token is bound to a key"),
        ({"sub": ...}, "the token names nobody"),
        ({"sub": ""}, "the token names nobody"),
        ({"sub": 7}, "the token names nobody"),
        ({"sub": ["a"]}, "the token names nobody"),
        ({"sub": "a" * 256}, "the token names nobody"),
        ({"sub": "a\nb"}, "the token names nobody"),
        ({"sub": "ä"}, "the token names nobody"),
    ],
)
def test_a_claim_that_does_not_hold(provider, refused, claims, reason):
    assert refused(provider.token(**claims)) == reason


@pytest.mark.parametrize("audience", [["https://dav.example.org"], ["other", "https://dav.example.org"]])
def test_one_audience_of_many_is_enough(house, provider, status, audience):
    assert status(house, provider.token(aud=audience)) == 200


def test_clocks_may_differ_a_little(house, provider, status):
    now = int(time.time())
    assert status(house, provider.token(exp=now - 5, nbf=now + 20, iat=now + 20)) == 200


@pytest.mark.parametrize(
    "payload",
    [
        '{"iss": 1, "iss": 2}',
        "[]",
        '"text"',
        "",
        "{",
        "null",
        '{"exp": NaN}',
        '{"exp": Infinity}',
        '{"a": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"a": ' + "9" * 5000 + "}",
        b"\xff\xfe",
        b"\x00",
    ],
    ids=lambda payload: str(payload)[:12],
)
def test_claims_that_are_no_sound_json(provider, refused, payload):
    reason = refused(provider.token(claims=payload))
    assert reason in {"the token is malformed", "the token is no signed JWT"}


def test_a_member_that_stands_twice_is_refused_whichever_counts(provider, refused):
    text = json.dumps(provider.claims())
    assert refused(provider.token(claims=text[:-1] + ', "aud": "https://dav.example.org"}')) == "the token is malformed"


def test_a_header_member_that_stands_twice(provider, forged, refused):
    head = b'{"typ":"at+jwt","alg":"ES256","kid":"key-1","alg":"none"}'
    assert refused(forged(head, provider.claims())) == "the token is no signed JWT"


@pytest.mark.rfc("9068", "4")
@pytest.mark.parametrize("kind", ["JWT", "logout+jwt", "dpop+jwt", "secevent+jwt", "id_token", "at+jwt2", "", ...])
def test_a_token_of_another_type(provider, refused, kind):
    assert refused(provider.token({"typ": kind})) == "the token is of another type"


@pytest.mark.parametrize("kind", [7, None, ["at+jwt"], {"a": 1}])
def test_a_type_that_is_no_text(provider, refused, kind):
    assert refused(provider.token({"typ": kind})) == "the header of the token is malformed"


@pytest.mark.parametrize("kind", ["at+jwt", "AT+JWT", "application/at+jwt"])
def test_the_type_of_access_tokens(house, provider, status, kind):
    assert status(house, provider.token({"typ": kind})) == 200


@pytest.mark.parametrize("kid", [7, None, ["key-1"], {"key-1": 1}])
def test_the_name_of_a_key_that_is_no_text(provider, refused, kid):
    assert refused(provider.token({"kid": kid})) == "the header of the token is malformed"


def test_a_token_without_the_name_of_its_key(house, signing_on, provider, status):
    """It is verified by the only key that it can be of, and by none where there are two."""
    token = provider.token({"kid": ...})
    assert status(house, token) == 200
    provider.rotate(keep=True)
    assert status(signing_on(), provider.token({"kid": ...})) == 401


@pytest.mark.rfc("8725", "3.11", "3.12")
@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "n"},
        {"at_hash": "h"},
        {"typ": "ID"},
        {"typ": "Refresh"},
        {"typ": ["Bearer"]},
        {"scope": ...},
        {"events": {"http://schemas.openid.net/event/backchannel-logout": {}}},
    ],
)
def test_where_types_say_nothing_what_is_no_access_token_is_refused_by_what_it_says(
    signing_on, provider, status, claims
):
    house = signing_on(types="JWT")
    assert status(house, provider.token({"typ": "JWT"}, **claims)) == 401
    assert status(house, provider.token({"typ": "JWT"}, typ="Bearer")) == 200
    assert status(house, provider.token({"typ": ...})) == 200


@pytest.mark.parametrize(
    "text",
    ["a.b.c", "..", "a.b.c.d.e", ".", "x", "a" * 30_000, "eyJhbGciOiJub25lIn0..", "a" * 8000 + ".b.c", "%00.%00.%00"],
)
def test_what_is_no_token_at_all(house, status, text):
    assert status(house, text) == 401


def test_a_token_of_great_length(provider, refused):
    assert refused(provider.token(padding="x" * 20_000)) == "the token is no signed JWT"


def test_a_signature_that_was_changed(house, provider, status):
    head, claims, signature = provider.token().split(".")
    for broken in (signature[:-4], "A" * len(signature), "", signature + "AAAA", "!" * 8):
        assert status(house, f"{head}.{claims}.{broken}") == 401
