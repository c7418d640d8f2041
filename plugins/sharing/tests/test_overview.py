"""Who sees what: by command, as JSON, and in a backup."""

import asyncio
import json

import pytest
from click.testing import CliRunner

from a3dav.administration import add_app_password
from a3dav.cli import complete
from a3dav.door.app import Application
from a3dav.principals import Role, Scope
from a3dav.storage.transaction import Actor
from a3dav.testing.application import ask
from a3dav.testing.backups import back_up, put_back
from a3dav.testing.client import Client
from a3dav.testing.people import add_person

from .test_invitations import (
    BOB,
    CALENDAR,
    COLOUR,
    HOME,
    THERE,
    accepted,
    invite,
    members,
    notes,
    set_property,
    setting,
)


@pytest.fixture
def a3dav(house, store_settings):
    """Runs a command on the store of the house: its exit code and what it says."""

    def run(*arguments):
        given = {**store_settings, "A3DAV_SERVER__DATA_DIR": str(house.store.data_dir)}
        done = CliRunner().invoke(complete(), ["share", *arguments], env=given)
        return done.exit_code, f"{done.output}{done.exception or ''}"

    return run


def rows(text):
    return [[cell.strip() for cell in line.strip("│|").split("│")] for line in text.splitlines() if CALENDAR in line]


def test_a_share_is_granted_listed_and_revoked(alice, bob, a3dav):
    assert a3dav("grant", CALENDAR, "bob", "busy", "--summary", "Alice")[0] == 0
    assert len(notes(bob)) == 1
    assert rows(a3dav("list", "alice")[1]) == [[CALENDAR, "bob", "busy", "bob: invited"]]
    assert a3dav("revoke", CALENDAR, "bob")[0] == 0
    assert rows(a3dav("list", "alice")[1]) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("grant", "/calendars/alice/", "bob", "read"), "is no calendar or address book"),
        (("grant", CALENDAR, "nobody", "read"), "there is no account 'nobody'"),
        (("grant", CALENDAR, "alice", "read"), "belongs to alice"),
        (("revoke", CALENDAR, "bob"), "is not shared with bob"),
        (("list", "nobody"), "there is no account 'nobody'"),
    ],
)
def test_a_command_that_cannot_be_done_says_why(alice, bob, a3dav, arguments, said):
    code, text = a3dav(*arguments)
    assert code != 0
    assert said in text


def test_a_mount_is_not_shared_on(alice, bob, person, a3dav):
    person("carol")
    accepted(alice, bob)
    code, text = a3dav("grant", THERE, "carol", "read")
    assert code != 0
    assert "is shared by somebody else" in text


def test_everybody_sees_what_they_share_and_what_is_shared_with_them(alice, bob):
    accepted(alice, bob)
    assert alice.get("/api/sharing").json["given"] == [
        {"collection": CALENDAR, "sharee": "bob", "access": "read", "summary": "Hers", "answers": {"bob": "accepted"}}
    ]
    (offer,) = bob.get("/api/sharing").json["offered"]
    assert offer.pop("uid")
    assert offer == {
        "collection": CALENDAR, "owner": "alice", "access": "read", "summary": "Hers", "state": "accepted", "mounted": THERE,
    }  # fmt: skip
    assert alice.get("/api/sharing").json["offered"] == bob.get("/api/sharing").json["given"] == []


def test_administrators_see_what_others_share(alice, bob, person):
    accepted(alice, bob)
    root = person("root", role=Role.ADMIN)
    assert root.get("/api/sharing?account=alice").json["given"][0]["sharee"] == "bob"
    assert root.get("/api/sharing?account=nobody").status == 404


@pytest.mark.parametrize(
    ("method", "query", "status"),
    [("GET", "?account=alice", 403), ("GET", "?x=y", 400), ("POST", "", 415), ("DELETE", "", 405)],
)
def test_what_is_not_for_them_is_a_problem(alice, bob, method, query, status):
    answer = bob.request(method, f"/api/sharing{query}")
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json["status"] == status


def test_nobody_sees_it_without_a_password(alice):
    assert alice.request("GET", "/api/sharing", authorization="").status == 401


def test_what_is_given_to_another_account_is_shared_no_longer(house, alice, bob, person):
    from a3dav.administration import find_account, give_data

    carol = person("carol")
    accepted(alice, bob)
    give_data(house, Actor(), find_account(house, "alice"), find_account(house, "carol"))
    assert THERE not in members(bob)
    assert carol.get("/api/sharing").json["given"] == []


def test_shares_are_there_again_after_a_restore(house, alice, bob, tmp_path, more_stores):
    accepted(alice, bob)
    bob.proppatch(THERE, set_property(COLOUR, "#ff0000"))
    again, _ = put_back(back_up(house), tmp_path / "again", more_stores())
    try:
        client = Client(again, "bob", "bob's password")
        assert members(client, HOME, COLOUR)[THERE].text(COLOUR) == "#ff0000"
    finally:
        again.close()


def test_a_share_with_whom_it_is_with_already_is_one_share(alice, bob):
    invite(alice, setting())
    invite(alice, setting(), setting(BOB.upper()))
    assert len(alice.get("/api/sharing").json["given"]) == 1
    assert HOME in members(bob)


def change(client, **given):
    body = json.dumps({"collection": CALENDAR, "sharee": "bob", "access": "busy"} | given)
    return client.request("POST", "/api/sharing", body, content_type="application/json")


@pytest.mark.parametrize("sharee", ["bob", BOB, "/principals/users/bob/"])
def test_what_no_client_offers_is_shared_by_the_interface(alice, bob, sharee):
    (given,) = change(alice, sharee=sharee, summary="Alice").json["given"]
    assert (given["access"], given["answers"]) == ("busy", {"bob": "invited"})
    assert len(notes(bob)) == 1
    assert change(alice, sharee=sharee, access="none").json["given"] == []


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"collection": "/calendars/bob/calendar/"}, 404),
        ({"collection": "/calendars/alice/"}, 404),
        ({"collection": "http://elsewhere.example/"}, 404),
        ({"collection": 1}, 400),
        ({"sharee": "nobody"}, 403),
        ({"sharee": "alice"}, 403),
        ({"access": "all"}, 400),
        ({"more": ""}, 400),
        ({"summary": "x" * 1001}, 400),
        ({"summary": "x" * 20_000}, 413),
    ],
)
def test_the_interface_refuses_what_cannot_be(alice, bob, given, status):
    answer = change(alice, **given)
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")
    assert notes(bob) == {}


@pytest.mark.parametrize("body", ["", "[]", "{", "[" * 5_000, "null"])
def test_the_interface_refuses_what_is_no_object(alice, body):
    assert alice.request("POST", "/api/sharing", body, content_type="application/json").status == 400


def test_nobody_shares_what_is_shared_with_them(alice, bob, person):
    person("carol")
    accepted(alice, bob, "read-write")
    assert change(bob, collection=THERE, sharee="carol").status == 404


@pytest.mark.parametrize("scope", [Scope.DAV, Scope.READ_ONLY])
def test_a_password_for_other_things_changes_no_share(house, alice, bob, scope):
    password = add_app_password(house, Actor(), "alice", label="", scope=scope, days=0)
    assert change(Client(house, "alice", password)).status == 403


def test_who_may_not_be_seen_is_invited_as_little_as_who_does_not_exist(make_house):
    house = make_house(principals__visible="nobody")
    alice, bob = (add_person(house, name, email=f"{name}@example.org") for name in ("alice", "bob"))
    hidden, missing = change(alice), change(alice, sharee="robin")
    assert (hidden.status, missing.status) == (403, 403)
    assert hidden.json["detail"].replace("bob", "robin") == missing.json["detail"]
    assert notes(bob) == {}


def test_an_administrator_can_spare_the_question(alice, bob, a3dav):
    a3dav("grant", "/calendars/alice/calendar/", "bob", "read", "--accepted")
    homes = bob.propfind("/calendars/bob/", "{DAV:}resourcetype", depth="1").multistatus
    assert "/calendars/bob/alice-calendar/" in homes


def test_the_page_of_another_site_changes_nothing(alice, bob):
    wish = '{"collection": "/calendars/alice/calendar/", "sharee": "bob", "access": "read"}'
    sent = {"content_type": "application/json", "sec_fetch_site": "cross-site"}
    assert alice.request("POST", "/api/sharing", wish, **sent).status == 403
    assert alice.request("POST", "/api/sharing", wish, **sent | {"sec_fetch_site": "same-origin"}).status == 200


def test_a_share_is_made_through_the_door_of_a_server(house, alice, bob):
    wanted = json.dumps({"collection": "/calendars/alice/calendar/", "sharee": "bob", "access": "read"}).encode()
    asked = ask(Application(house), alice, "POST", "/api/sharing", wanted, content_type="application/json")
    status, _, told = asyncio.run(asked)
    assert (status, [share["sharee"] for share in json.loads(told)["given"]]) == (200, ["bob"])
