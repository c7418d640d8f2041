"""Which privilege each method needs, and where (RFC 3744 §3, Appendix B)."""

import pytest

from a3dav.testing.access import deny, grant, missing, set_acl, share

HOME, BOX, A, SUB = "/files/alice/", "/files/alice/box/", "/files/alice/box/a", "/files/alice/box/sub/"
OTHER, B = "/files/alice/other/", "/files/alice/other/b"
BOB = "/principals/users/bob/"
PATCH = '<propertyupdate xmlns="DAV:"><set><prop><x xmlns="urn:x">y</x></prop></set></propertyupdate>'
LOCK = '<lockinfo xmlns="DAV:"><lockscope><shared/></lockscope><locktype><write/></locktype></lockinfo>'
SYNC = '<sync-collection xmlns="DAV:"><sync-token/><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>'
EXPAND = '<expand-property xmlns="DAV:"><property name="owner"/></expand-property>'
EMPTY = '<acl xmlns="DAV:"/>'

NEEDED = [
    ("GET", A, "", {}, [(A, "read")]),
    ("HEAD", A, "", {}, [(A, "read")]),
    ("GET", BOX, "", {}, [(BOX, "read")]),
    ("OPTIONS", A, "", {}, [(A, "read")]),
    ("PROPFIND", A, "", {"depth": "0"}, [(A, "read")]),
    ("PROPFIND", BOX, "", {"depth": "1"}, [(BOX, "read")]),
    ("REPORT", BOX, SYNC, {}, [(BOX, "read")]),
    ("REPORT", A, EXPAND, {}, [(A, "read")]),
    ("PUT", A, "2", {}, [(A, "write-content")]),
    ("PUT", BOX + "new", "2", {}, [(BOX, "bind")]),
    ("POST", BOX + "?add-member", "2", {}, [(BOX, "bind")]),
    ("MKCOL", BOX + "new", "", {}, [(BOX, "bind")]),
    ("DELETE", A, "", {}, [(BOX, "unbind")]),
    ("DELETE", SUB, "", {}, [(BOX, "unbind")]),
    ("PROPPATCH", A, PATCH, {}, [(A, "write-properties")]),
    ("ACL", A, EMPTY, {}, [(A, "write-acl")]),
    ("LOCK", A, LOCK, {}, [(A, "write-content")]),
    ("LOCK", BOX + "new", LOCK, {}, [(BOX, "bind")]),
    ("UNLOCK", A, "", {}, [(A, "unlock")]),
    ("COPY", A, "", {"destination": OTHER + "new"}, [(A, "read"), (OTHER, "bind")]),
    ("COPY", A, "", {"destination": B}, [(A, "read"), (B, "write-content"), (B, "write-properties")]),
    ("COPY", SUB, "", {"destination": B}, [(SUB, "read"), (B, "write-content"), (B, "write-properties")]),
    (
        "COPY", A, "", {"destination": OTHER},
        [(A, "read"), (OTHER, "write-content"), (OTHER, "write-properties"), (OTHER, "bind"), (OTHER, "unbind")],
    ),
    ("COPY", A, "", {"destination": "/files/bob/new"}, [(A, "read")]),
    ("MOVE", A, "", {"destination": OTHER + "new"}, [(BOX, "unbind"), (OTHER, "bind")]),
    ("MOVE", A, "", {"destination": B}, [(BOX, "unbind"), (OTHER, "bind"), (OTHER, "unbind")]),
    ("MOVE", A, "", {"destination": "/files/bob/new"}, [(BOX, "unbind"), (A, "read")]),
]  # fmt: skip
LESS = [
    (method, path, body, headers, [entry for entry in needed if entry != lacking], lacking)
    for method, path, body, headers, needed in NEEDED
    for lacking in needed
]


@pytest.fixture(autouse=True)
def tree(alice, bob):
    for collection in (BOX, SUB, OTHER):
        alice.request("MKCOL", collection)
    for member in (A, SUB + "s", B):
        alice.put(member, "1")


def allow(alice, needed, base=()):
    """Bob has just these privileges on each resource, whatever its collection grants."""
    for place in (HOME, BOX, A, SUB, OTHER, B):
        names = {privilege for path, privilege in (*needed, *base) if path == place}
        entries = [grant(BOB, *sorted(names))] if names else []
        assert set_acl(alice, place, *entries, deny(BOB, "all", "read-acl")).status == 200


def ask(alice, bob, method, path, body, headers):
    if method == "UNLOCK":
        headers = {"lock_token": alice.request("LOCK", path, LOCK).headers["lock-token"]}
    return bob.request(method, path, body, **headers)


@pytest.mark.rfc("3744", "3", "3.1", "3.2", "3.3", "3.4", "3.5", "3.8", "3.9", "3.10", "B")
@pytest.mark.parametrize(("method", "path", "body", "headers", "needed"), NEEDED)
def test_a_method_is_done_with_the_privileges_it_needs_and_no_others(alice, bob, method, path, body, headers, needed):
    allow(alice, needed)
    assert ask(alice, bob, method, path, body, headers).status in {200, 201, 204, 207}


@pytest.mark.rfc("3744", "7.1.1", "B")
@pytest.mark.parametrize(("method", "path", "body", "headers", "rest", "lacking"), LESS)
def test_a_method_is_refused_without_one_of_them_which_the_answer_names(
    alice, bob, method, path, body, headers, rest, lacking
):
    place, privilege = lacking
    base = [(HOME, "read"), (BOX, "read"), (OTHER, "read")]
    allow(alice, rest, [entry for entry in base if entry != lacking])
    answer = ask(alice, bob, method, path, body, headers)
    assert answer.status == 403
    if method != "HEAD":
        assert missing(answer) == [(place, privilege)]


@pytest.mark.rfc("3744", "3.5")
def test_who_made_a_lock_removes_it_with_no_privilege_at_all(alice, bob):
    share(alice, HOME, grant(BOB, "write-content"))
    token = bob.request("LOCK", A, LOCK).headers["lock-token"]
    share(alice, HOME)
    assert bob.request("UNLOCK", A, lock_token=token).status == 204


@pytest.mark.rfc("4918", "9.8.5", "9.8.3")
@pytest.mark.parametrize(
    ("method", "place"), [("COPY", OTHER + "new"), ("COPY", "/files/bob/new"), ("MOVE", "/files/bob/new")]
)
def test_what_one_may_not_read_is_not_carried_along_with_its_collection(alice, bob, method, place):
    share(alice, HOME, grant(BOB, "all"))
    share(alice, SUB + "s", deny(BOB, "read"))
    answer = bob.request(method, SUB, destination=place)
    assert {path: member.status for path, member in answer.multistatus.items()} == {SUB + "s": 403}
    assert bob.propfind(place).status in {403, 404}


def test_what_one_may_not_read_is_moved_along_within_its_home(alice, bob):
    share(alice, HOME, grant(BOB, "all"))
    share(alice, SUB + "s", deny(BOB, "read"))
    assert bob.request("MOVE", SUB, destination=OTHER + "new").status == 201
    assert alice.get(OTHER + "new/s").body == b"1"
    assert bob.get(OTHER + "new/s").status == 403
