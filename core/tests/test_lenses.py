"""What readers see through lenses that plugins hold between them and what other people own (decision 23)."""

import re

import pytest

from a3dav import hookimpl, lifecycle
from a3dav.lenses import look_at
from a3dav.registries import Adjustment, Lens
from a3dav.xml.names import dav

NOTE = "/files/alice/shared/note.txt"
SHARED = "/files/alice/shared/"
GRANTED = frozenset(map(dav, ("read", "write-content", "write-properties", "bind", "unbind")))
ETAG, LENGTH = dav("getetag"), dav("getcontentlength")


class Blackening:
    """Bob may do everything with what alice has, and sees x for digits and nothing of what is secret."""

    def __init__(self):
        self.key, self.withholds, self.parts, self.granted, self.mark = "black", True, False, GRANTED, "0"

    @hookimpl
    def a3dav_adjust_privileges(self, identity, resources):
        return [
            Adjustment(self.granted) if r.stored and identity.account.name == "bob" else Adjustment() for r in resources
        ]

    @hookimpl
    def a3dav_lenses(self, identity, collections):
        assert not any(c.account_id == identity.account.id for c in collections)
        marks = lambda found: [self.mark] * len(found)  # noqa: E731
        lens = Lens(self.key, frozenset({"file"}), self.see, marks, self.withholds, self.parts)
        return [[lens] for _ in collections] if identity.account.name == "bob" else None

    def see(self, resources, bodies):
        return [None if b"secret" in body else re.sub(rb"\d", self.mark.encode(), body) for body in bodies]


@pytest.fixture
def lens(house, alice, bob):
    alice.request("MKCOL", SHARED)
    lens = Blackening()
    house.plugins.register(lens)
    return lens


def etag(client, path=NOTE):
    return client.propfind(path, ETAG).multistatus[path].text(ETAG)


def test_a_reader_gets_what_is_seen_under_a_tag_of_its_own(lens, alice, bob):
    made = alice.put(NOTE, b"call 123")
    got = bob.get(NOTE)
    assert (got.body, alice.get(NOTE).body) == (b"call 000", b"call 123")
    assert got.headers["etag"] != made.headers["etag"]
    assert got.headers["etag"] == etag(bob)
    assert bob.request("HEAD", NOTE).headers["etag"] == got.headers["etag"]
    assert bob.get(NOTE, if_none_match=got.headers["etag"]).status == 304
    assert bob.get(NOTE, if_none_match=made.headers["etag"]).status == 200


def test_what_is_seen_as_it_is_stored_has_the_tag_of_what_is_stored(lens, alice, bob):
    assert alice.put(NOTE, b"call me").headers["etag"] == etag(bob)


def test_the_size_is_that_of_what_is_seen(lens, alice, bob):
    lens.mark = "none"
    alice.put(NOTE, b"12")
    assert bob.propfind(NOTE, LENGTH).multistatus[NOTE].text(LENGTH) == "8"


def test_a_part_is_one_of_what_is_seen(lens, alice, bob):
    alice.put(NOTE, b"call 123")
    assert bob.get(NOTE, range="bytes=5-6").body == b"00"


def test_what_nothing_is_seen_of_is_not_there(lens, alice, bob):
    alice.put(NOTE, b"secret")
    assert bob.get(NOTE).status == 404
    assert bob.propfind(NOTE, ETAG).status == 404
    assert list(bob.propfind(SHARED, ETAG, depth="1").multistatus) == [SHARED]
    assert b"note.txt" not in bob.get(SHARED).body
    assert bob.delete(NOTE).status == 404
    assert alice.get(NOTE).status == 200


@pytest.mark.parametrize("headers", [{}, {"if_none_match": "*"}])
def test_what_is_not_there_for_a_writer_is_not_overwritten(lens, alice, bob, headers):
    alice.put(NOTE, b"secret")
    assert bob.put(NOTE, b"mine", **headers).status == 403
    assert bob.request("MKCOL", NOTE).status == 403
    assert alice.get(NOTE).body == b"secret"


def test_who_sees_less_changes_nothing_and_may_delete(lens, alice, bob):
    alice.put(NOTE, b"call 123")
    update = '<propertyupdate xmlns="DAV:"><set><prop><x xmlns="urn:x">y</x></prop></set></propertyupdate>'
    assert bob.put(NOTE, b"call 456", if_match=etag(bob)).status == 403
    assert bob.proppatch(NOTE, update).status == 403
    assert bob.request("MOVE", NOTE, destination=f"{SHARED}other.txt").status == 403
    assert alice.get(NOTE).body == b"call 123"
    assert bob.delete(NOTE).status == 204


@pytest.mark.rfc("9110", "13.1.1")
def test_a_condition_is_about_what_the_writer_sees(lens, alice, bob):
    lens.withholds = False
    made = alice.put(NOTE, b"call 123")
    assert bob.put(NOTE, b"call 4", if_match=made.headers["etag"]).status == 412
    assert bob.put(NOTE, b"call 4", **{"if": f"([{made.headers['etag']}])"}).status == 412
    answer = bob.put(NOTE, b"call 4", if_match=etag(bob))
    assert (answer.status, "etag" in answer.headers) == (204, False)


def test_properties_of_what_is_not_seen_whole_are_not_seen(lens, alice, bob):
    alice.put(NOTE, b"call 123")
    alice.proppatch(
        NOTE, '<propertyupdate xmlns="DAV:"><set><prop><x xmlns="urn:x">y</x></prop></set></propertyupdate>'
    )
    assert "{urn:x}x" not in bob.propfind(NOTE, "{urn:x}x").multistatus[NOTE].found
    assert b"urn:x" not in bob.propfind(NOTE).body


def test_a_reader_does_not_learn_how_much_room_is_used(lens, alice, bob):
    used = dav("quota-used-bytes")
    assert used in alice.propfind(SHARED, used).multistatus[SHARED].found
    assert used not in bob.propfind(SHARED, used).multistatus[SHARED].found


def test_a_copy_is_one_of_what_is_seen(lens, alice, bob):
    alice.put(NOTE, b"call 123")
    alice.proppatch(
        NOTE, '<propertyupdate xmlns="DAV:"><set><prop><x xmlns="urn:x">y</x></prop></set></propertyupdate>'
    )
    assert bob.request("COPY", NOTE, destination="/files/bob/note.txt").status == 201
    assert bob.get("/files/bob/note.txt").body == b"call 000"
    assert b"urn:x" not in bob.propfind("/files/bob/note.txt").body


def test_a_copy_of_a_folder_has_what_is_seen_in_it(lens, alice, bob):
    alice.put(NOTE, b"call 123")
    alice.put(f"{SHARED}hidden.txt", b"secret")
    assert bob.request("COPY", SHARED, destination="/files/bob/copy/").status == 201
    assert set(bob.propfind("/files/bob/copy/", ETAG, depth="1").multistatus) == {
        "/files/bob/copy/", "/files/bob/copy/note.txt"
    }  # fmt: skip
    assert bob.get("/files/bob/copy/note.txt").body == b"call 000"


def test_nobody_takes_along_what_they_do_not_see(lens, alice, bob):
    alice.put(NOTE, b"call 123")
    assert bob.request("MOVE", SHARED, destination="/files/bob/moved/").status == 403
    lens.withholds = False
    assert bob.request("MOVE", NOTE, destination="/files/bob/note.txt").status == 201
    assert bob.get("/files/bob/note.txt").body == b"call 000"


def test_parts_of_their_own_may_be_sent_by_who_may_only_read(lens, alice, bob):
    alice.put(NOTE, b"call 123")
    lens.withholds, lens.granted = False, frozenset({dav("read")})
    assert bob.put(NOTE, b"call 4").status == 403
    lens.parts = True
    assert bob.put(NOTE, b"call 4").status == 204
    assert bob.put(f"{SHARED}new.txt", b"new").status == 403


def test_another_lens_ends_the_tokens_of_its_reader(lens, alice, bob):
    token = bob.sync(SHARED).xml.findtext("{DAV:}sync-token")
    assert bob.sync(SHARED, token).status == 207
    lens.key = "other"
    assert bob.sync(SHARED, token).condition == "{DAV:}valid-sync-token"


def test_a_sync_tells_the_tags_of_what_is_seen(lens, alice, bob):
    alice.put(NOTE, b"call 123")
    assert bob.sync(SHARED).multistatus[NOTE].text(ETAG) == etag(bob)


def synced(client, token=""):
    answer = client.sync(SHARED, token)
    return {path: member.status for path, member in answer.multistatus.items()}, answer.xml.findtext("{DAV:}sync-token")


@pytest.mark.rfc("6578", "3.5.2")
def test_what_is_seen_no_longer_is_gone(lens, alice, bob):
    alice.put(NOTE, b"call me")
    _, token = synced(bob)
    alice.put(NOTE, b"secret")
    assert synced(bob, token)[0] == {NOTE: 404}


def test_what_was_never_seen_leaves_no_trace(lens, alice, bob):
    _, first = synced(bob)
    alice.put(NOTE, b"secret")
    known, second = synced(bob, first)
    alice.put(NOTE, b"still secret")
    alice.put(f"{SHARED}open.txt", b"open")
    changed, third = synced(bob, second)
    alice.delete(NOTE)
    assert (known, set(changed), synced(bob, third)[0]) == ({}, {f"{SHARED}open.txt"}, {})
    assert synced(bob, first)[0].keys() == {f"{SHARED}open.txt"}


def test_what_was_seen_is_told_as_gone_when_it_is_deleted(lens, alice, bob):
    alice.put(NOTE, b"call me")
    _, token = synced(bob)
    alice.put(NOTE, b"secret")
    alice.delete(NOTE)
    assert synced(bob, token)[0] == {NOTE: 404}


def test_a_mark_of_a_single_resource_makes_another_view(lens, alice, bob):
    alice.put(NOTE, b"call 123")
    before = etag(bob)
    lens.mark = "1"
    assert (etag(bob) == before, bob.get(NOTE).body) == (False, b"call 111")


def test_large_folders_are_looked_at_in_a_process_of_their_own(lens, alice, bob):
    for number in range(12):
        alice.put(f"{SHARED}{number}.txt", b"call 123")
    found = bob.propfind(SHARED, ETAG, depth="1").multistatus
    assert (len(found), found[f"{SHARED}3.txt"].text(ETAG)) == (13, etag(bob, f"{SHARED}3.txt"))


def test_a_large_object_is_looked_at_in_a_process_of_its_own_once_a_version(lens, house, alice, bob, monkeypatch):
    looked = []
    monkeypatch.setattr(lifecycle, "look_at", lambda house, *asked: looked.append(asked) or look_at(house, *asked))
    alice.put(NOTE, b"1" * 20_000)
    answers = [bob.get(NOTE), bob.get(NOTE), bob.propfind(NOTE, ETAG)]
    assert ([answer.body for answer in answers[:2]], len(looked)) == ([b"0" * 20_000] * 2, 1)
    alice.put(NOTE, b"secret" * 5_000)
    assert bob.get(NOTE).status == 404
