"""A head that says the same leads to the same place, without being read again; one that says anything else does not."""

import pytest

from a3dav import lifecycle
from a3dav.openings import LONGEST_PATH, MOST_BYTES
from a3dav.testing.client import Client
from a3dav.testing.people import add_person

NOTE = "/files/alice/note.txt"


@pytest.fixture
def read(monkeypatch):
    """The paths that were read."""
    found = []
    parse = lifecycle.parse_path

    def parsing(raw_path):
        found.append(raw_path.decode())
        return parse(raw_path)

    monkeypatch.setattr(lifecycle, "parse_path", parsing)
    return found


@pytest.fixture
def proxied(make_house):
    alice = add_person(make_house(server__trusted_proxies="10.0.0.1"), "alice")
    alice.put(NOTE, "one", content_type="text/plain")
    return alice


def test_a_head_is_read_once(alice, read):
    alice.put(NOTE, "one", content_type="text/plain")
    assert [alice.get(NOTE).body for _ in range(3)] == [b"one"] * 3
    assert read == [NOTE, NOTE]  # of PUT, and of GET


@pytest.mark.parametrize("method", ["PUT", "DELETE", "MKCOL"])
def test_writes_are_led_by_it_too(alice, read, method):
    alice.request(method, NOTE, content_type="text/plain")
    alice.request("DELETE", NOTE)
    again = alice.request(method, NOTE, content_type="text/plain")
    assert (again.status, read.count(NOTE)) == ({"PUT": 201, "DELETE": 404, "MKCOL": 201}[method], 2)


def test_what_a_proxy_tells_belongs_to_the_head(proxied):
    proxied.peer = "10.0.0.1"
    hrefs = [
        next(iter(proxied.propfind(NOTE, "{DAV:}getetag", x_forwarded_prefix=prefix).multistatus))
        for prefix in ("/dav", "", "/dav", "/other", "/dav")
    ]
    assert hrefs == [f"/dav{NOTE}", NOTE, f"/dav{NOTE}", f"/other{NOTE}", f"/dav{NOTE}"]


def test_the_same_head_of_another_peer_is_another(proxied):
    told = []
    for peer in ("10.0.0.1", "192.0.2.7", "10.0.0.1"):
        proxied.peer = peer
        told.append(proxied.get(NOTE, x_forwarded_proto="https").status)
    assert told == [200, 403, 200]  # from elsewhere it is clear text, whatever the header says


def test_an_opening_lets_nobody_in(alice):
    alice.put(NOTE, "one", content_type="text/plain")
    assert [alice.get(NOTE).status for _ in range(2)] == [200, 200]
    bob = add_person(alice.house, "bob")
    assert bob.get(NOTE).status == 403
    assert Client(alice.house, "alice", "a wrong password").get(NOTE).status == 401
    assert alice.get(NOTE, authorization="").status == 401
    assert alice.get(NOTE).status == 200


def test_who_sends_too_much_is_refused_at_a_known_head(make_house):
    house = make_house(security__rates__per_address="1", security__rates__address_burst="3", security__allow_list="")
    alice = add_person(house, "alice")
    alice.peer = "192.0.2.7"
    assert 429 in [alice.get("/files/alice/").status for _ in range(8)]


def test_strangers_leave_nothing(alice):
    house = alice.house
    before = len(house.openings)
    for number in range(3):
        alice.get(f"/files/alice/{number}", authorization="")
    assert len(house.openings) == before


def test_what_is_malformed_leaves_nothing_and_stays_refused(alice):
    before = len(alice.house.openings)
    assert [alice.get(NOTE, host="two hosts").status for _ in range(2)] == [400, 400]
    assert len(alice.house.openings) == before


def test_long_paths_are_not_kept(alice):
    before = len(alice.house.openings)
    place = "/files/alice/" + "/".join(["a" * 200] * (LONGEST_PATH // 200))
    assert alice.get(place).status == 404
    assert len(alice.house.openings) == before


def test_all_is_forgotten_when_it_is_too_much(alice, monkeypatch):
    monkeypatch.setattr("a3dav.openings.MOST_BYTES", 20_000)
    alice.put(NOTE, "one", content_type="text/plain")
    for number in range(50):
        alice.get(f"/files/alice/{number}")
    assert 0 < len(alice.house.openings) < 10
    assert alice.get(NOTE).body == b"one"
    assert MOST_BYTES > 20_000
