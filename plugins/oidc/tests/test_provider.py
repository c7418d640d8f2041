"""What is asked of a provider and how often, and what happens while it is away, slow, or no provider at all."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from joserfc.errors import SecurityWarning
from joserfc.jwk import ECKey, OctKey, OKPKey, RSAKey

from a3dav.testing.people import add_person

DISCOVERY, KEYS = "/.well-known/openid-configuration", "/keys"


def at_once(count, call):
    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(call, range(count)))


def test_nothing_is_asked_before_somebody_signs_on(house, provider, status):
    assert provider.asked == []
    assert status(house, provider.token()) == 200
    assert provider.asked == [DISCOVERY, KEYS]


def test_fifty_first_requests_at_once_fetch_the_keys_once(house, provider, status):
    provider.delay = 0.05
    tokens = [provider.token(jti=str(number)) for number in range(50)]
    assert at_once(50, lambda number: status(house, tokens[number])) == [200] * 50
    assert provider.asked == [DISCOVERY, KEYS]


def test_a_new_key_is_fetched_when_a_token_names_it(house, provider, status, later):
    assert status(house, provider.token()) == 200
    provider.rotate(keep=True)
    later(house, 61)
    assert status(house, provider.token()) == 200
    assert provider.count(KEYS) == 2


def test_a_flood_of_unknown_keys_does_not_flood_the_provider(house, provider, status, later):
    assert status(house, provider.token()) == 200
    later(house, 61)
    tokens = [provider.token({"kid": f"forged-{number}"}) for number in range(40)]
    assert at_once(40, lambda number: status(house, tokens[number])) == [401] * 40
    assert provider.count(KEYS) == 2
    assert status(house, provider.token(jti="2")) == 200


def test_a_key_that_the_provider_drops_verifies_nothing_any_more(house, provider, status, later):
    old = provider.keys[0]
    assert status(house, provider.token()) == 200
    provider.rotate()
    later(house, 3601)
    assert status(house, provider.token(jti="new")) == 200
    assert status(house, provider.token(key=old, jti="old")) == 401


def test_keys_are_looked_at_again_after_a_while_by_one_while_others_go_on(house, provider, status, later):
    assert status(house, provider.token()) == 200
    later(house, 3601)
    asked, go_on = threading.Event(), threading.Event()

    def hold(_):
        asked.set()
        go_on.wait(60)
        return 200, {}, provider.metadata()

    provider.answers[DISCOVERY] = hold
    with ThreadPoolExecutor(1) as threads:
        first = threads.submit(status, house, provider.token(jti="2"))
        assert asked.wait(60)
        others = [status(house, provider.token(jti=str(number))) for number in range(3, 9)]
        waiting = not first.done()
        go_on.set()
        assert (others, waiting, first.result()) == ([200] * 6, True, 200)
    assert provider.count(KEYS) == 2


def test_nobody_waits_for_the_turn_of_another_token(house):
    desk = house.services["oidc"]
    turns = [desk.turn(number.to_bytes(16)) for number in range(300)]
    assert len(set(turns)) == 300
    assert desk.turn((7).to_bytes(16)) is turns[7]


def test_the_keys_are_kept_while_the_provider_is_away(house, provider, status, later):
    assert status(house, provider.token()) == 200
    provider.away()
    later(house, 7200)
    assert status(house, provider.token(jti="2")) == 200
    assert status(house, provider.token({"kid": "new"})) == 401


def test_a_provider_that_is_away_at_the_start_is_no_reason_not_to_start(provider, signing_on, bearer, later):
    port = provider.server_address[1]
    provider.away()
    house = signing_on()
    assert add_person(house, "bob").propfind("/files/bob/").status == 207
    refused = bearer(house, provider.token()).get("/api/v1/session")
    assert (refused.status, refused.headers["retry-after"]) == (503, "10")
    again = type(provider)(port)
    try:
        assert bearer(house, again.token()).get("/api/v1/session").status == 503
        assert again.asked == []
        later(house, 11)
        assert bearer(house, again.token()).get("/api/v1/session").status == 200
    finally:
        again.away()


def test_a_provider_that_is_away_is_not_a_failed_login(provider, house, status, reasons):
    """Whoever is blocked for guessing did not guess."""
    provider.away()
    assert status(house, provider.token()) == 503
    assert reasons() == []


def test_a_slow_provider_costs_one_wait_for_all(signing_on, provider, status):
    house = signing_on(seconds=1)
    provider.delay = 3
    tokens = [provider.token(jti=str(number)) for number in range(10)]
    assert at_once(10, lambda number: status(house, tokens[number])) == [503] * 10
    assert provider.asked == [DISCOVERY]


def test_all_that_is_asked_at_once_has_one_deadline(signing_on, provider, status):
    house = signing_on(seconds=1)
    provider.delay = 0.7
    assert status(house, provider.token()) == 503
    assert provider.asked == [DISCOVERY, KEYS]


def other(provider, **facts):
    return 200, {}, provider.metadata() | facts


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (lambda p: (500, {}, b"broken"), "has no metadata: it answers 500"),
        (lambda p: (302, {"location": f"{p.issuer}/elsewhere"}, b""), "has no metadata: it answers 302"),
        (lambda p: (200, {}, b"x" * 300_000), "sends more than 262144 bytes"),
        (lambda p: (200, {}, b"<html>"), "no JSON that can be read"),
        (lambda p: (200, {}, b"[" * 50_000), "no JSON that can be read"),
        (lambda p: (200, {}, []), "no JSON object"),
        (lambda p: other(p, issuer="https://evil.example"), "names another issuer"),
        (lambda p: other(p, issuer=p.issuer + "/"), "names another issuer"),
        (lambda p: other(p, issuer=[p.issuer]), "names another issuer"),
        (lambda p: other(p, jwks_uri=None), "no jwks_uri that may be asked"),
        (lambda p: other(p, jwks_uri=7), "no jwks_uri that may be asked"),
        (lambda p: other(p, jwks_uri="file:///etc/passwd"), "no jwks_uri that may be asked"),
        (lambda p: other(p, jwks_uri="http://keys.example.org/"), "no jwks_uri that may be asked"),
        (lambda p: other(p, jwks_uri="https://u:p@example.org/"), "no jwks_uri that may be asked"),
        (lambda p: other(p, jwks_uri="https://10.0.0.1/keys"), "10.0.0.1 is in a private network"),
    ],
)
@pytest.mark.rfc("8414", "3.3")
def test_what_is_no_metadata_is_told(house, provider, status, caplog, answer, reason):
    provider.answers[DISCOVERY] = answer(provider)
    provider.answers["/elsewhere"] = other(provider)
    assert status(house, provider.token()) == 503
    assert reason in caplog.text
    assert provider.count("/elsewhere") == 0


@pytest.mark.rfc("8414", "3")
def test_metadata_may_stand_where_oauth_has_it(house, provider, status):
    provider.answers[DISCOVERY] = (404, {}, b"")
    provider.answers["/.well-known/oauth-authorization-server"] = other(provider)
    assert status(house, provider.token()) == 200


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((404, {}, b""), "the address of its keys answers 404"),
        ((302, {"location": "/other"}, b""), "the address of its keys answers 302"),
        ((200, {}, b"x" * 300_000), "sends more than"),
        ((200, {}, {"keys": {}}), "are no list"),
        ((200, {}, {"keys": [{"kty": "oct", "k": "AAAA"}] * 101}), "are no list"),
        ((200, {}, {"keys": []}), "no key that verifies"),
        (
            (200, {}, {"keys": [1, None, [], {}, {"kty": 1}, {"kty": "EC"}, {"kty": "RSA", "n": 1}]}),
            "no key that verifies",
        ),
        ((200, {}, b'{"keys": [], "keys": []}'), "no JSON that can be read"),
    ],
)
def test_what_are_no_keys_is_told(house, provider, status, caplog, answer, reason):
    provider.answers[KEYS] = answer
    assert status(house, provider.token()) == 503
    assert reason in caplog.text


def weak():
    with pytest.warns(SecurityWarning):
        return RSAKey.generate_key(1024)


@pytest.mark.rfc("7517", "4.2", "4.3")
@pytest.mark.rfc("8725", "3.5")
@pytest.mark.parametrize(
    "useless",
    [
        lambda: OctKey.generate_key(256).as_dict(private=True),
        lambda: weak().as_dict(private=False),
        lambda: RSAKey.generate_key(2048).as_dict(private=False) | {"e": "A" * 40},
        lambda: RSAKey.generate_key(2048).as_dict(private=False) | {"n": "B" * 100_000},
        lambda: ECKey.generate_key("P-256").as_dict(private=False) | {"use": "enc"},
        lambda: ECKey.generate_key("P-256").as_dict(private=False) | {"key_ops": ["encrypt"]},
        lambda: ECKey.generate_key("P-256").as_dict(private=False) | {"x": "AAAA"},
        lambda: ECKey.generate_key("P-256").as_dict(private=False) | {"crv": "P-1"},
        lambda: {"kty": "AKP", "alg": "ML-DSA-44", "pub": "AAAA"},
    ],
)
def test_a_key_that_is_of_no_use_is_left_out(house, provider, status, useless):
    good = provider.keys[0].as_dict(private=False)
    provider.answers[KEYS] = (200, {}, {"keys": [{**useless(), "kid": "bad"}, good]})
    assert status(house, provider.token()) == 200
    assert [key.kid for key in house.services["oidc"].provider.known().keys] == ["key-1"]


@pytest.mark.parametrize("algorithm", ["EdDSA", "Ed25519"])
def test_keys_of_edwards_curves_verify(house, provider, status, algorithm):
    provider.keys = [OKPKey.generate_key("Ed25519", {"kid": "ed"})]
    assert status(house, provider.token({"alg": algorithm})) == 200
