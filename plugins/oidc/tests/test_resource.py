"""What the server tells those who look for a token (RFC 9728), and what a program may do while it is away."""

import pytest

from a3dav.administration import find_account, set_disabled
from a3dav.credentials import proven_by
from a3dav.storage.transaction import Actor
from a3dav_oidc import sign_on

PLACE = "/.well-known/oauth-protected-resource"
DAY_MS = 86_400_000


@pytest.mark.rfc("9728", "2", "3.1", "3.2")
def test_it_names_the_provider_and_the_scopes(house, provider, bearer):
    answer = bearer(house, "").request("GET", PLACE, authorization="")
    assert (answer.status, answer.headers["content-type"]) == (200, "application/json")
    assert answer.json == {
        "resource": "http://localhost",
        "authorization_servers": [provider.issuer],
        "scopes_supported": [
            "calendars:read", "calendars:write", "contacts:read", "contacts:write", "dav", "files:read",
            "files:write", "profile",
        ],
        "bearer_methods_supported": ["header"],
    }  # fmt: skip


@pytest.mark.rfc("9728", "3.3")
def test_it_has_the_address_that_clients_know(make_house, provider, bearer):
    house = make_house(
        plugins__oidc__issuer=provider.issuer, plugins__oidc__audience="x", server__public_url="https://example.org/dav",
        plugins__oidc__scopes="theirs=dav,*=profile",
    )  # fmt: skip
    told = bearer(house, "").request("GET", "/dav" + PLACE, authorization="").json
    assert (told["resource"], told["scopes_supported"]) == ("https://example.org/dav", ["theirs"])
    challenge = bearer(house, "").request("GET", "/dav/api/v1/session", authorization="").headers["www-authenticate"]
    assert f'resource_metadata="https://example.org/dav{PLACE}"' in challenge


def test_it_is_only_read(house, bearer):
    assert bearer(house, "").request("POST", PLACE, authorization="").status == 405


def test_it_is_not_there_where_no_provider_is_set(make_house, bearer):
    house = make_house()
    assert bearer(house, "").request("GET", PLACE, authorization="").status == 404
    assert "resource_metadata" not in bearer(house, "x").get("/api/v1/session").headers["www-authenticate"]


@pytest.fixture
def credential(house, provider, bearer, remembered):
    """The account and the credential under which a program of alice registers something."""
    assert bearer(house, provider.token(scope="profile calendars:read")).get("/api/v1/session").status == 200
    (entry,) = remembered(house)
    return entry.identity.account.id, entry.identity.credential_id


def test_what_a_program_registered_goes_on_with_its_scopes(house, credential):
    identity = proven_by(house, *credential, "webhook")
    assert (identity.account.name, identity.scopes) == ("alice", {"profile", "calendars:read"})
    assert not identity.whole


def test_it_ends_with_the_account(house, credential):
    set_disabled(house, Actor(), "alice", disabled=True)
    assert proven_by(house, *credential, "webhook") is None


def test_it_ends_with_the_link(house, credential):
    engine = house.store.engine
    engine.submit(lambda: engine.execute("DELETE FROM oidc_links")).result()
    assert proven_by(house, *credential, "webhook") is None


def test_it_ends_when_nobody_signed_on_for_long(house, credential, monkeypatch):
    now = sign_on.now_ms()
    monkeypatch.setattr(sign_on, "now_ms", lambda: now + 30 * DAY_MS - 60_000)
    assert proven_by(house, *credential, "webhook") is not None
    monkeypatch.setattr(sign_on, "now_ms", lambda: now + 31 * DAY_MS)
    assert proven_by(house, *credential, "webhook") is None


def test_it_is_not_that_of_somebody_else(house, provider, bearer, credential):
    bob = provider.token(sub="subject-of-bob", preferred_username="bob")
    assert bearer(house, bob).get("/api/v1/session").status == 200
    assert proven_by(house, find_account(house, "bob").id, credential[1], "webhook") is None


def test_it_ends_where_no_provider_is_set_any_more(make_house, house, credential):
    assert proven_by(make_house(), *credential, "webhook") is None


def test_a_use_is_noted_once_an_hour(house, provider, bearer, credential, monkeypatch):
    sql, engine = "SELECT last_used FROM oidc_grants", house.store.engine
    (before,) = engine.rows(sql)
    for number in range(3):
        token = provider.token(scope="profile calendars:read", jti=str(number))
        assert bearer(house, token).get("/api/v1/session").status == 200
    assert engine.rows(sql) == [before]
    now = sign_on.now_ms()
    monkeypatch.setattr(sign_on, "now_ms", lambda: now + 3_700_000)
    monkeypatch.setattr("a3dav_oidc.links.now_ms", lambda: now + 3_700_000)
    assert bearer(house, provider.token(scope="profile calendars:read", jti="z")).get("/api/v1/session").status == 200
    assert engine.rows(sql) > [before]
