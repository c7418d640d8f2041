"""Requests without credentials: answered where a list says so, and asked for credentials everywhere else."""

import pytest

from a3dav.testing.access import deny, grant, set_acl, share
from a3dav.testing.client import Client
from a3dav.testing.people import add_person

HOME, BOX, A, NOTE = "/files/alice/", "/files/alice/box/", "/files/alice/box/a", "/files/alice/note"
METHODS = ["GET", "HEAD", "PROPFIND", "OPTIONS", "PUT", "DELETE", "MKCOL", "REPORT", "LOCK", "UNLOCK", "POST", "COPY", "MOVE", "PROPPATCH", "ACL", "BREW"]  # fmt: skip


def settle(house):
    alice = add_person(house, "alice")
    alice.request("MKCOL", BOX)
    alice.put(A, "1")
    alice.put(NOTE, "1")
    return alice


@pytest.fixture
def open_house(make_house):
    return make_house(plugins__acl__anonymous="true")


@pytest.fixture
def alice(open_house):
    return settle(open_house)


def stranger_in(house):
    client = Client(house, "", "")
    client.authorization = ""
    return client


@pytest.fixture
def stranger(open_house):
    return stranger_in(open_house)


@pytest.mark.rfc("3744", "5.5.1")
@pytest.mark.parametrize(
    ("entry", "status"),
    [
        (grant("all", "read"), 200),
        (grant("unauthenticated", "read"), 200),
        (grant("authenticated", "read", invert=True), 200),
        (grant("/principals/users/alice/", "read", invert=True), 200),
        (grant("authenticated", "read"), 401),
        (grant("unauthenticated", "read", invert=True), 401),
        (grant("self", "read"), 401),
        (grant("property:owner", "read"), 401),
    ],
)
def test_who_did_not_sign_in_is_whom_some_entries_mean(alice, stranger, entry, status):
    share(alice, A, entry)
    assert stranger.get(A).status == status


def test_a_public_collection_shows_what_is_public_in_it(alice, stranger):
    share(alice, BOX, grant("all", "read", "read-current-user-privilege-set"))
    alice.put(BOX + "secret", "1")
    share(alice, BOX + "secret", deny("unauthenticated", "all"))
    names = ("{DAV:}current-user-principal", "{DAV:}sync-token")
    found = stranger.propfind(BOX, *names, depth="1").multistatus
    assert set(found) == {BOX, A}
    assert found[BOX].found[names[0]].find("{DAV:}unauthenticated") is not None
    assert stranger.sync(BOX, found[BOX].text(names[1])).status == 207


@pytest.mark.parametrize("method", METHODS)
def test_everywhere_else_one_is_asked_to_sign_in(alice, stranger, method):
    share(alice, BOX, grant("all", "read"))
    places = ["/", "/files/", HOME, NOTE, HOME + "nothing", "/files/nobody/", "/principals/", "/principals/users/alice/", "/x/y"]  # fmt: skip
    answers = [stranger.request(method, place, destination=HOME + "x") for place in places]
    assert {(answer.status, answer.headers["www-authenticate"]) for answer in answers} == {
        (401, 'Basic realm="a3dav", charset="UTF-8"')
    }


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", BOX + "nothing", ""),
        ("PUT", A, "2"),
        ("PUT", BOX + "new", "2"),
        ("DELETE", A, ""),
        ("MKCOL", BOX + "new", ""),
        ("ACL", A, '<acl xmlns="DAV:"/>'),
        ("COPY", A, ""),
        ("UNLOCK", A, ""),
        ("OPTIONS", BOX + "nothing/x", ""),
    ],
)
def test_what_goes_beyond_what_is_public_asks_to_sign_in(alice, stranger, method, path, body):
    share(alice, BOX, grant("all", "read"))
    assert stranger.request(method, path, body, destination=HOME + "x").status == 401


def test_wrong_credentials_are_no_missing_ones(alice, open_house):
    share(alice, BOX, grant("all", "read"))
    assert Client(open_house, "alice", "wrong").get(A).status == 401


def test_a_stranger_writes_where_a_list_grants_it(open_house, alice, stranger):
    share(alice, BOX, grant("unauthenticated", "bind"))
    assert stranger.put(BOX + "drop", "1").status == 201
    assert stranger.get(BOX + "drop").status == 401
    assert alice.get(BOX + "drop").body == b"1"


def test_while_it_is_off_all_means_all_who_signed_in(house, alice_at_home, bob):
    share(alice_at_home, BOX, grant("all", "read"))
    assert (bob.get(A).status, stranger_in(house).get(A).status) == (200, 401)


@pytest.fixture
def alice_at_home(house):
    return settle(house)


@pytest.mark.rfc("3744", "8.1.1")
def test_unauthenticated_may_be_named_while_it_is_on(alice):
    assert set_acl(alice, BOX, grant("unauthenticated", "read"), deny("unauthenticated", "write")).status == 200


@pytest.mark.rfc("3744", "13")
def test_credentials_are_asked_for_over_clear_text_of_no_other_machine(alice, stranger):
    stranger.peer = "192.0.2.1"
    assert stranger.get(NOTE).status == 403
    share(alice, BOX, grant("all", "read"))
    assert stranger.get(A).status == 200
