"""Nobody learns from an answer, or from the work behind it, which accounts there are."""

import bcrypt
import pytest

from a3dav import passwords
from a3dav.administration import set_disabled
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client
from a3dav.testing.people import add_person

NAMES = [
    "nobody", "nobody@example.org", "alice", "alice@example.org", "ALICE@EXAMPLE.ORG", "carol", "dora", "staff", "desk",
    "no account name", "\u00fcnknown", "x" * 1000,
]  # fmt: skip
"""Unknown, with a wrong password, by mail, in the htpasswd file, disabled, a group, a room, and what no account is."""


@pytest.fixture(params=["without a file", "with a file"])
def town(request, make_house, tmp_path):
    """A house with accounts of every kind, and perhaps an htpasswd file with further ones."""
    settings = {"principals__visible": "nobody"}
    if request.param == "with a file":
        lines = [f"{name}:{bcrypt.hashpw(b'x', bcrypt.gensalt(4)).decode()}\n" for name in ("carol", "dora", "erin")]
        (tmp_path / "htpasswd").write_text("".join(lines))
        settings["auth__htpasswd_file"] = tmp_path / "htpasswd"
    house = make_house(**settings)
    for name, kind in (("alice", "user"), ("dora", "user"), ("staff", "group"), ("desk", "room")):
        add_person(house, name, email=f"{name}@example.org", kind=kind, password="right")
    set_disabled(house, Actor(), "dora", disabled=True)
    return house


@pytest.fixture
def hashings(monkeypatch):
    """The hash functions that ran, in their order."""
    ran = []
    verify, check = passwords._hasher.verify, bcrypt.checkpw

    class Hasher:
        def verify(self, stored, password):
            ran.append("argon2")
            return verify(stored, password)

    def checkpw(password, stored):
        ran.append("bcrypt")
        return check(password, stored)

    monkeypatch.setattr(passwords, "_hasher", Hasher())
    monkeypatch.setattr(bcrypt, "checkpw", checkpw)
    return ran


def told(answer):
    return answer.status, {**answer.headers, "x-request-id": "each has its own"}, answer.body


@pytest.mark.parametrize("name", NAMES)
def test_a_refused_sign_in_says_the_same_whoever_it_names(town, name):
    expected = told(Client(town, "somebody else", "wrong").propfind("/"))
    assert expected[0] == 401
    assert told(Client(town, name, "wrong").propfind("/")) == expected


@pytest.mark.parametrize("name", ["dora", "staff", "desk"])
def test_who_may_not_sign_in_is_refused_with_the_right_password_as_with_a_wrong_one(town, name):
    assert told(Client(town, name, "right").propfind("/")) == told(Client(town, "nobody", "wrong").propfind("/"))


@pytest.mark.parametrize("name", NAMES)
def test_a_refused_sign_in_runs_the_same_hashes_whoever_it_names(town, hashings, name):
    Client(town, "somebody else", "wrong").propfind("/")
    expected = list(hashings)
    hashings.clear()
    Client(town, name, "wrong").propfind("/")
    assert hashings == expected
    assert expected.count("argon2") == 1


def test_a_name_outside_of_the_htpasswd_file_costs_what_a_name_in_it_costs(town, hashings):
    Client(town, "carol", "wrong").propfind("/")
    Client(town, "nobody", "wrong").propfind("/")
    half = len(hashings) // 2
    assert hashings[:half] == hashings[half:]


PLACES = ["/files/{}/", "/files/{}/a/b", "/calendars/{}/calendar/", "/principals/users/{}/", "/principals/groups/{}/", "/principals/rooms/{}"]  # fmt: skip
METHODS = ["GET", "HEAD", "PROPFIND", "OPTIONS", "PUT", "DELETE", "MKCOL", "REPORT", "LOCK", "POST", "COPY", "PROPPATCH", "BREW"]  # fmt: skip


def answers(client, method, name):
    """What a client is told about all places of somebody, with the name taken out."""
    found = [client.request(method, place.format(name), destination="/files/bob/x") for place in PLACES]
    return [(*told(answer)[:2], answer.body.replace(name.encode(), b"somebody")) for answer in found]


@pytest.fixture
def bob(town):
    return add_person(town, "bob")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("town", ["without a file"], indirect=True)
def test_the_places_of_others_answer_as_those_of_nobody(bob, method):
    """Decision 6."""
    nobody = answers(bob, method, "nobody")
    assert [answers(bob, method, name) for name in ("alice", "dora", "staff", "desk")] == [nobody] * 4


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("town", ["without a file"], indirect=True)
def test_without_a_name_every_place_answers_the_same(town, method):
    anonymous = Client(town, "", "")
    anonymous.authorization = ""
    expected = told(anonymous.request("GET", "/"))
    places = ["/", "/a/b/c", "/*", *(place.format(name) for place in PLACES for name in ("alice", "nobody"))]
    assert expected[0] == 401
    assert [told(anonymous.request(method, place)) for place in places] == [expected] * len(places)


@pytest.mark.parametrize("town", ["without a file"], indirect=True)
def test_a_multiget_of_others_answers_as_one_of_nobody(bob):
    body = '<C:calendar-multiget xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><getetag/></prop><href>/calendars/{}/calendar/a.ics</href></C:calendar-multiget>'
    there = bob.report("/calendars/bob/calendar/", body.format("alice"))
    nowhere = bob.report("/calendars/bob/calendar/", body.format("nobody"))
    assert there.body.replace(b"alice", b"nobody") == nowhere.body
