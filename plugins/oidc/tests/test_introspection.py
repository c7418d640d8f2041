"""Tokens that say nothing for themselves (RFC 7662)."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

ASKED = "/introspect"


@pytest.fixture
def house(signing_on):
    return signing_on(client_id="a3dav", client_secret="a secret: of 'both'")


@pytest.fixture
def opaque(provider):
    def make(text="opaque", **claims):
        provider.opaque[text] = {"active": True, **provider.claims(**claims)}
        return text

    return make


@pytest.mark.rfc("7662", "2.1", "2.2")
def test_the_provider_is_asked_what_a_token_is(house, provider, opaque, status):
    assert status(house, opaque()) == 200
    assert provider.count(ASKED) == 1


def test_it_is_asked_once_for_many_requests_at_once(house, provider, opaque, status):
    token = opaque()
    with ThreadPoolExecutor(20) as threads:
        assert list(threads.map(lambda _: status(house, token), range(20))) == [200] * 20
    assert provider.count(ASKED) == 1


def test_the_answer_is_believed_for_a_while_only(house, opaque, status, remembered):
    assert status(house, opaque()) == 200
    (entry,) = remembered(house)
    assert entry.until - time.monotonic() <= 60


def test_the_secret_goes_into_the_form_where_the_provider_wants_it(house, provider, opaque, status):
    provider.more = {"introspection_endpoint_auth_methods_supported": ["client_secret_post"]}
    assert status(house, opaque()) == 200


@pytest.mark.rfc("7662", "2.2", "4")
@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"active": False}, "the provider does not know the token any more"),
        ({"active": "true"}, "the provider does not know the token any more"),
        ({"active": 1}, "the provider does not know the token any more"),
        ({"active": ...}, "the provider does not know the token any more"),
        ({"iss": "https://evil.example"}, "the token is of another issuer"),
        ({"aud": "another"}, "the token is not for this server"),
        ({"aud": ...}, "the token is not for this server"),
        ({"exp": 1}, "the token has expired"),
        ({"sub": ...}, "the token names nobody"),
    ],
)
def test_an_answer_that_does_not_hold(house, provider, opaque, status, reasons, claims, reason):
    token = opaque(**claims)
    provider.opaque[token] = {
        name: value for name, value in (provider.opaque[token] | claims).items() if value is not ...
    }
    assert status(house, token) == 401
    assert reasons() == [reason]


def test_the_issuer_and_the_end_need_not_be_told(house, opaque, status, remembered):
    assert status(house, opaque(iss=..., exp=...)) == 200
    (entry,) = remembered(house)
    assert 0 < entry.identity.expires <= (time.time() + 60) * 1000


@pytest.mark.parametrize("answer", [(500, {}, b""), (401, {}, b"{}"), (302, {"location": "/x"}, b""), (200, {}, b"[]")])
def test_a_provider_that_does_not_say_is_away(house, provider, opaque, status, answer, reasons):
    provider.answers[ASKED] = answer
    assert status(house, opaque()) == 503
    assert reasons() == []


def test_whoever_comes_behind_a_question_without_an_answer_does_not_wait(signing_on, provider, opaque, status, later):
    house = signing_on(client_id="a3dav", client_secret="a secret: of 'both'", seconds=1)
    assert status(house, opaque("first")) == 200
    provider.delay = 3
    assert status(house, opaque("second")) == 503
    provider.delay = 0
    assert status(house, opaque("third")) == 503
    assert provider.count(ASKED) == 2
    later(house, 11)
    assert status(house, opaque("third")) == 200


def test_nobody_is_asked_where_no_credentials_are_set(signing_on, provider, opaque, status, reasons):
    assert status(signing_on(), opaque()) == 401
    assert provider.asked == []
    assert reasons() == ["the token is no signed JWT"]


def test_a_provider_that_takes_no_questions(house, provider, opaque, status, reasons):
    provider.more = {"introspection_endpoint": None}
    assert status(house, opaque()) == 401
    assert reasons() == ["the token is no signed JWT, and the provider answers no questions about others"]


def test_a_signed_token_is_never_asked_about(house, provider, status):
    """A forged one would make the provider say what the signature does not."""
    assert status(house, provider.token({"kid": "forged"})) == 401
    assert provider.count(ASKED) == 0
