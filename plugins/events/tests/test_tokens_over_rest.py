"""Tokens over REST."""

import pytest

from a3dav.administration import find_account
from a3dav.credentials import add_token
from a3dav.storage.transaction import Actor
from a3dav.testing.api import ApiClient


@pytest.fixture
def token_of(house, alice):
    """The API as a program with a token calls it."""

    def make(*scopes, **facts):
        _, text = add_token(house, Actor(), find_account(house, "alice"), label="", scopes=scopes, **facts)
        program = ApiClient(alice)
        program.client = type(alice)(house, "alice", "")
        program.client.authorization = f"Bearer {text}"
        return program

    return make


def test_a_token_is_made_shown_once_used_and_revoked(api, alice):
    made = api(
        "POST", "/tokens", {"name": "sync", "scopes": ["changes:read", "dav"], "expires": "2100-01-01T00:00:00Z"}
    )
    assert made.status == 201
    assert (made.json["name"], made.json["scopes"]) == ("sync", ["changes:read", "dav"])
    assert made.json["expires"] == "2100-01-01T00:00:00Z"
    assert made.headers["location"] == f"/api/v1/tokens/{made.json['id']}"
    bearer = f"Bearer {made.json['token']}"
    assert alice.propfind("/files/alice/", authorization=bearer).status == 207
    (listed,) = api("GET", "/tokens").json["items"]
    assert "token" not in listed
    assert listed["lastUsed"] is not None
    assert api("DELETE", f"/tokens/{listed['id']}").status == 204
    assert alice.propfind("/files/alice/", authorization=bearer).status == 401
    assert api("GET", "/tokens").json == {"items": [], "next": None}


def test_tokens_of_somebody_else_are_not_there(api, bob, house):
    token, _ = add_token(house, Actor(), find_account(house, "bob"), label="", scopes=["dav"])
    assert api("GET", "/tokens").json["items"] == []
    assert api("DELETE", f"/tokens/{token.id.hex()}").status == 404
    assert api("DELETE", f"/tokens/{'0' * 32}").status == 404


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"name": "x", "scopes": ["everything"]}, "/scopes"),
        ({"name": "x\ny", "scopes": ["dav"]}, "/name"),
        ({"name": "x", "scopes": ["dav"], "expires": "tomorrow"}, "/expires"),
        ({"name": "x", "scopes": ["dav"], "expires": "2020-01-01T00:00:00Z"}, "/expires"),
        ({"name": "x", "scopes": ["dav"], "expires": "2100-01-01T00:00:00"}, "/expires"),
        ({"name": "x", "scopes": ["dav"], "expires": "9999-12-31T23:59:59-23:59"}, "/expires"),
        ({"name": "x", "scopes": []}, "/scopes"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(api, body, pointer):
    answer = api("POST", "/tokens", body)
    assert answer.status == 422
    assert answer.json["errors"][0]["pointer"] == pointer


def test_there_is_a_number_that_an_account_has_at_most(make_house, person_of):
    api = person_of(make_house(auth__max_tokens=1))
    assert api("POST", "/tokens", {"name": "x", "scopes": ["dav"]}).status == 201
    refused = api("POST", "/tokens", {"name": "x", "scopes": ["dav"]})
    assert (refused.status, refused.json["type"]) == (409, "/problems/limit-reached")
