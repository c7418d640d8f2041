"""A token opens what its scopes name, and nothing else."""

import pytest

from a3dav.administration import find_account
from a3dav.credentials import add_token
from a3dav.principals import TOKEN_SCOPES
from a3dav.storage.transaction import Actor
from a3dav.testing.api import ApiClient
from a3dav.testing.client import Client

SOMETHING = {"calendarId": "0" * 32, "eventId": "0" * 32}


@pytest.fixture
def program(house, alice):
    def make(*scopes):
        _, text = add_token(house, Actor(), find_account(house, "alice"), label="program", scopes=scopes)
        client = Client(house, "alice", "")
        client.authorization = f"Bearer {text}"
        return ApiClient(client)

    return make


@pytest.mark.rfc("6750", "3.1")
@pytest.mark.parametrize(
    ("scope", "method", "path", "status"),
    [
        ("profile", "GET", "/session", 200),
        ("calendars:read", "GET", "/session", 403),
        ("calendars:read", "GET", "/calendars", 200),
        ("contacts:read", "GET", "/calendars", 403),
        ("dav", "GET", "/calendars", 403),
        ("calendars:read", "POST", "/calendars", 403),
        ("calendars:write", "POST", "/calendars", 201),
        ("calendars:write", "GET", "/calendars", 403),
        ("webhooks", "GET", "/openapi.json", 200),
    ],
)
def test_a_token_is_for_its_scopes(program, scope, method, path, status):
    answer = program(scope)(method, path, {"displayName": "Work"} if method == "POST" else None)
    assert answer.status == status
    assert ('error="insufficient_scope"' in answer.headers.get("www-authenticate", "")) is (status == 403)


def test_a_token_can_be_asked_what_it_is_for(program, house, alice):
    told = program("profile", "calendars:read")("GET", "/session").json["credential"]
    (token,) = house.store.tokens.of(find_account(house, "alice").id)
    assert told == {
        "id": token.id.hex(), "method": "token", "scope": "full", "scopes": ["calendars:read", "profile"],
        "expires": None,
    }  # fmt: skip


def test_every_operation_is_for_passwords_and_for_tokens_of_known_scopes(api):
    operations = [one for item in api.document["paths"].values() for one in item.values() if "operationId" in one]
    wanted = {one["operationId"]: one["security"] for one in operations}
    scopes = {scope for ways in wanted.values() for way in ways for scope in way.get("bearer", ())}
    assert [name for name, ways in wanted.items() if {"basic": []} not in ways] == []
    assert scopes <= set(TOKEN_SCOPES)


def test_only_what_takes_a_password_is_for_no_token(api):
    operations = [one for item in api.document["paths"].values() for one in item.values() if "operationId" in one]
    without = {one["operationId"] for one in operations if not any("bearer" in way for way in one["security"])}
    assert without == {"accounts.setPassword", "accounts.createAppPassword"}
