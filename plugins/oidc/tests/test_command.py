"""`a3dav oidc`, and settings that cannot be."""

import pytest
from click.testing import CliRunner

from a3dav.administration import add_account
from a3dav.cli import complete
from a3dav.errors import ConfigError
from a3dav.principals import Role
from a3dav.storage.transaction import Actor
from a3dav.testing.people import add_person


@pytest.fixture
def a3dav(house, provider, store_settings):
    environment = {
        **store_settings, "A3DAV_SERVER__DATA_DIR": str(house.store.data_dir),
        "A3DAV_PLUGINS__OIDC__ISSUER": provider.issuer, "A3DAV_PLUGINS__OIDC__AUDIENCE": "https://dav.example.org",
    }  # fmt: skip

    def run(*arguments, ends_with=0, text="", **more):
        done = CliRunner().invoke(complete(), ["oidc", *arguments], env=environment | more, input=text)
        assert done.exit_code == ends_with, done.output
        return f"{done.output}{done.exception or ''}"

    return run


def test_check_says_what_it_found(a3dav, provider):
    assert a3dav("check").splitlines() == [
        f"{provider.issuer} answers, and is who it says.",
        "It signs with the EC key key-1.",
        "It answers questions about tokens, but client_id is not set here: tokens must be signed JWTs.",
        "It lets people sign on at another device (RFC 8628).",
    ]


def test_check_judges_a_token(a3dav, provider, house, status):
    told = a3dav("check", "--token-stdin", text=provider.token(scope="openid dav") + "\n")
    assert "It says the scopes dav openid, which are good for dav here." in told
    assert "Its subject subject-of-alice is not linked to an account yet; it tells the name alice." in told
    assert house.store.accounts.by_name("alice") is None
    assert status(house, provider.token()) == 200
    assert "It is for the account alice." in a3dav("check", "--token-stdin", text=provider.token())


def test_check_says_why_a_token_would_be_refused(a3dav, provider):
    refused = a3dav("check", "--token-stdin", text=provider.token(aud="x"), ends_with=1)
    assert refused.endswith("the token would be refused: the token is not for this server")


@pytest.mark.parametrize(
    ("break_it", "sentence"),
    [
        (lambda p: p.away(), "did not answer"),
        (lambda p: p.more.update(issuer="https://x"), "names another issuer; oidc.issuer must be equal to it"),
        (lambda p: p.more.update(jwks_uri=7), "has no jwks_uri that may be asked"),
    ],
)
def test_check_says_what_is_wrong_with_the_provider(a3dav, provider, break_it, sentence):
    break_it(provider)
    assert sentence in a3dav("check", ends_with=1)


def test_check_says_where_no_provider_is_set(a3dav):
    assert "name one as issuer in [plugins.oidc]" in a3dav("check", ends_with=1, A3DAV_PLUGINS__OIDC__ISSUER="")


def test_an_account_is_linked_shown_and_unlinked_which_counts_at_once(a3dav, provider, house, status):
    add_person(house, "alice", role=Role.ADMIN)
    assert status(house, provider.token()) == 401
    assert a3dav("link", "alice", "subject-of-alice") == f"alice signs on as subject-of-alice of {provider.issuer}\n"
    assert "never" in a3dav("links")
    token = provider.token(jti="2")
    assert status(house, token) == 200
    assert "never" not in a3dav("links")
    a3dav("unlink", "alice")
    assert status(house, token) == 401
    assert "subject-of-alice" not in a3dav("links")
    sql = "SELECT action, method FROM audit WHERE action LIKE 'account-%linked' ORDER BY position"
    assert house.store.engine.rows(sql) == [("account-linked", "command-line"), ("account-unlinked", "command-line")]


def test_what_cannot_be_linked_is_refused_with_a_sentence(a3dav, house):
    add_person(house, "alice")
    add_person(house, "bob")
    add_account(house, Actor(), "attic", kind="room")
    a3dav("link", "alice", "1")
    assert "is linked already; see: a3dav oidc links" in a3dav("link", "bob", "1", ends_with=1)
    assert "is linked already; see: a3dav oidc links" in a3dav("link", "alice", "2", ends_with=1)
    assert "attic is a room and does not sign in" in a3dav("link", "attic", "3", ends_with=1)
    assert "there is no account 'carol'" in a3dav("link", "carol", "3", ends_with=1)
    assert "1 to 255 characters of ASCII" in a3dav("link", "bob", "ä", ends_with=1)
    assert "bob is not linked" in a3dav("unlink", "bob", ends_with=1)


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"issuer": "http://id.example.org"}, "issuer must begin with https://"),
        ({"issuer": "https://id.example.org/?x=1"}, "issuer must have no query"),
        ({"issuer": "id.example.org"}, "issuer the address does not begin with https://"),
        ({"issuer": "https://id.example.org", "audience": ""}, "audience must name"),
        ({"algorithms": "none"}, "algorithms must be some of"),
        ({"algorithms": "RS256,HS256"}, "algorithms must be some of"),
        ({"types": "ID"}, "types must be at+jwt, JWT or both"),
        ({"scopes": "x=everything"}, "names what is no scope here"),
        ({"client_secret": "x"}, "client_id must be set"),
    ],
)
def test_settings_that_cannot_be_are_refused(make_house, settings, sentence):
    given = {"audience": "x"} | settings
    with pytest.raises(ConfigError, match=sentence.replace("+", r"\+")):
        make_house(**{f"plugins__oidc__{name}": value for name, value in given.items()})
