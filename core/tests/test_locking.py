"""Locks (RFC 4918 §6, §7, §9.10, §9.11)."""

import pytest

from a3dav.testing.locks import lock, token_of

HOME = "/files/alice"


@pytest.mark.rfc("4918", "7")
def test_a_locked_file_is_written_by_who_shows_the_token(alice):
    alice.put(f"{HOME}/a", b"1")
    token = token_of(lock(alice, f"{HOME}/a"))
    refused = alice.put(f"{HOME}/a", b"2")
    assert (refused.status, refused.condition) == (423, "{DAV:}lock-token-submitted")
    assert alice.put(f"{HOME}/a", b"2", **{"if": f"(<{token}>)"}).status == 204
    assert alice.put(f"{HOME}/a", b"3", **{"if": "(<urn:uuid:00000000-0000-0000-0000-000000000000>)"}).status == 412


@pytest.mark.rfc("4918", "9.10.4", "7.3")
def test_locking_a_free_name_makes_an_empty_file(alice):
    answer = lock(alice, f"{HOME}/new", depth="0", timeout="Second-1800")
    assert answer.status == 201
    assert b"Second-1" in answer.body
    assert (alice.get(f"{HOME}/new").status, alice.get(f"{HOME}/new").body) == (200, b"")


@pytest.mark.rfc("4918", "6.2")
def test_exclusive_locks_exclude_and_shared_ones_share(alice):
    alice.put(f"{HOME}/a", b"1")
    lock(alice, f"{HOME}/a", "shared")
    assert lock(alice, f"{HOME}/a", "shared").status == 200
    refused = lock(alice, f"{HOME}/a")
    assert (refused.status, refused.condition) == (423, "{DAV:}no-conflicting-lock")


@pytest.mark.rfc("4918", "7.5")
def test_a_deep_lock_covers_members_and_new_names(alice):
    alice.request("MKCOL", f"{HOME}/d")
    alice.put(f"{HOME}/d/a", b"1")
    token = token_of(lock(alice, f"{HOME}/d/", depth="infinity"))
    assert alice.put(f"{HOME}/d/a", b"2").status == 423
    assert alice.put(f"{HOME}/d/b", b"2").status == 423
    assert alice.delete(f"{HOME}/d/a").status == 423
    assert lock(alice, f"{HOME}/d/a").status == 423
    assert alice.put(f"{HOME}/d/b", b"2", **{"if": f"<http://localhost{HOME}/d/> (<{token}>)"}).status == 201
    discovered = alice.propfind(f"{HOME}/d/a", "{DAV:}lockdiscovery").body
    assert token.encode() in discovered


@pytest.mark.rfc("4918", "7.4")
def test_a_shallow_lock_on_a_collection_guards_its_membership_alone(alice):
    alice.request("MKCOL", f"{HOME}/d")
    alice.put(f"{HOME}/d/a", b"1")
    lock(alice, f"{HOME}/d/", depth="0")
    assert alice.put(f"{HOME}/d/a", b"2").status == 204
    assert alice.put(f"{HOME}/d/b", b"2").status == 423
    assert alice.delete(f"{HOME}/d/a").status == 423


def test_a_collection_with_a_locked_member_cannot_be_deleted(alice):
    alice.request("MKCOL", f"{HOME}/d")
    alice.put(f"{HOME}/d/a", b"1")
    lock(alice, f"{HOME}/d/a")
    assert alice.delete(f"{HOME}/d/").status == 423
    assert alice.request("MOVE", f"{HOME}/d/", destination=f"{HOME}/e/").status == 423
    assert alice.request("COPY", f"{HOME}/d/", destination=f"{HOME}/e/").status == 201


@pytest.mark.rfc("4918", "7.6")
def test_locks_do_not_move_along(alice):
    alice.put(f"{HOME}/a", b"1")
    token = token_of(lock(alice, f"{HOME}/a"))
    assert alice.request("MOVE", f"{HOME}/a", destination=f"{HOME}/b", **{"if": f"(<{token}>)"}).status == 201
    assert alice.put(f"{HOME}/b", b"2").status == 204


@pytest.mark.rfc("4918", "9.10.2")
def test_a_lock_is_refreshed_by_its_token(alice):
    alice.put(f"{HOME}/a", b"1")
    token = token_of(lock(alice, f"{HOME}/a", timeout="Second-10"))
    answer = alice.request("LOCK", f"{HOME}/a", timeout="Second-3000", **{"if": f"(<{token}>)"})
    assert (answer.status, b"Second-10<" in answer.body) == (200, False)
    assert alice.request("LOCK", f"{HOME}/a").status == 400


def test_an_expired_lock_does_not_lock(alice, house):
    alice.put(f"{HOME}/a", b"1")
    lock(alice, f"{HOME}/a")
    house.store.engine.submit(lambda: house.store.engine.execute("UPDATE locks SET expires = 1")).result()
    assert alice.put(f"{HOME}/a", b"2").status == 204


@pytest.mark.rfc("4918", "9.11")
def test_unlocking(alice):
    alice.put(f"{HOME}/a", b"1")
    token = token_of(lock(alice, f"{HOME}/a"))
    wrong = alice.request("UNLOCK", f"{HOME}/a", lock_token="<urn:uuid:1>")
    assert (wrong.status, wrong.condition) == (409, "{DAV:}lock-token-matches-request-uri")
    assert alice.request("UNLOCK", f"{HOME}/a", lock_token=f"<{token}>").status == 204
    assert alice.put(f"{HOME}/a", b"2").status == 204


@pytest.mark.rfc("4918", "10.4.1")
def test_an_if_header_with_a_matching_etag_or_a_negated_token(alice):
    etag = alice.put(f"{HOME}/a", b"1").headers["etag"]
    assert alice.put(f"{HOME}/a", b"2", **{"if": f'([{etag}]) (["x"])'}).status == 204
    assert alice.put(f"{HOME}/a", b"3", **{"if": f"([{etag}])"}).status == 412
    assert alice.put(f"{HOME}/a", b"3", **{"if": "(Not <DAV:no-lock>)"}).status == 204
    assert alice.put(f"{HOME}/a", b"3", **{"if": "<https://elsewhere.example/> (Not <DAV:no-lock>)"}).status == 412
