"""Locks, rule by rule (RFC 4918 §6, §7, §9.10, §9.11, §10.5, §10.7)."""

import pytest

from a3dav.testing.access import grant, set_acl
from a3dav.testing.locks import lock, lockinfo, token_of

HOME = "/files/alice"
LOCKDISCOVERY = "{DAV:}lockdiscovery"
SUPPORTEDLOCK = "{DAV:}supportedlock"
OWNER = '<o:who xmlns:o="urn:x" o:at="desk">me <o:b>&amp;</o:b> you</o:who>'


def held(client, path):
    """Tokens and roots of the locks that a resource is under."""
    found = client.propfind(path, LOCKDISCOVERY).multistatus[path].found[LOCKDISCOVERY]
    return [
        (active.findtext("{DAV:}locktoken/{DAV:}href"), active.findtext("{DAV:}lockroot/{DAV:}href"))
        for active in found
    ]


def locked(answer):
    """What DAV:error of a 423 names."""
    assert answer.status == 423, f"{answer.status}: {answer.text[:300]}"
    return [element.text for element in answer.xml.iter("{DAV:}href")]


@pytest.fixture
def tree(alice):
    """A file `a`, and a collection `d` with a file `b` and a collection `e`."""
    alice.put(f"{HOME}/a", b"1")
    alice.request("MKCOL", f"{HOME}/d/")
    alice.put(f"{HOME}/d/b", b"1")
    alice.request("MKCOL", f"{HOME}/d/e/")
    return alice


# -- what locks are (§6) -------------------------------------------------------------------------------


@pytest.mark.rfc("4918", "6.1/no-conflict", "9.10.5", "16/no-conflicting-lock")
@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("exclusive", "exclusive", 423),
        ("exclusive", "shared", 423),
        ("shared", "exclusive", 423),
        ("shared", "shared", 200),
    ],
)
def test_which_locks_go_together(tree, first, second, status):
    lock(tree, f"{HOME}/a", first)
    answer = lock(tree, f"{HOME}/a", second)
    assert (answer.status, answer.condition) == (status, None if status == 200 else "{DAV:}no-conflicting-lock")


@pytest.mark.rfc("4918", "6.1/new-member", "7.6/destination")
@pytest.mark.parametrize("way", ["PUT", "MKCOL", "COPY", "MOVE"])
def test_what_comes_into_a_deeply_locked_collection_is_locked_too(tree, way):
    token = token_of(lock(tree, f"{HOME}/d/", depth="infinity"))
    shown = {"if": f"<http://localhost{HOME}/d/> (<{token}>)"}
    path = f"{HOME}/d/new/" if way == "MKCOL" else f"{HOME}/d/new"
    if way in {"PUT", "MKCOL"}:
        assert tree.request(way, path, **shown).status == 201
    else:
        assert tree.request(way, f"{HOME}/a", destination=path, **shown).status == 201
    assert held(tree, path) == [(token, f"{HOME}/d/")]


@pytest.mark.rfc("4918", "6.1/leaving-member")
def test_what_leaves_a_locked_collection_is_free(tree):
    token = token_of(lock(tree, f"{HOME}/d/", depth="infinity"))
    moved = tree.request(
        "MOVE", f"{HOME}/d/b", destination=f"{HOME}/b", **{"if": f"<http://localhost{HOME}/d/> (<{token}>)"}
    )
    assert (moved.status, held(tree, f"{HOME}/b")) == (201, [])


@pytest.mark.rfc("4918", "6.1/unmapped-root", "9.6/locks", "9.6/unmapped")
def test_a_lock_ends_with_the_url_it_was_taken_on(tree):
    token = token_of(lock(tree, f"{HOME}/a"))
    assert tree.delete(f"{HOME}/a", **{"if": f"(<{token}>)"}).status == 204
    assert tree.get(f"{HOME}/a").status == 404
    assert tree.put(f"{HOME}/a", b"2").status == 201
    assert held(tree, f"{HOME}/a") == []


@pytest.mark.rfc("4918", "6.2", "6.5")
def test_every_lock_has_a_token_of_its_own(tree):
    tokens = {token_of(lock(tree, f"{HOME}/a", "shared")) for _ in range(5)}
    assert (len(tokens), {token[:9] for token in tokens}) == (5, {"urn:uuid:"})


@pytest.mark.rfc("4918", "6.4")
@pytest.mark.parametrize("method", ["PUT", "UNLOCK"])
def test_a_token_is_of_no_use_to_others(tree, served_file, method):
    bob, path, token = served_file
    headers = {"lock-token": f"<{token}>"} if method == "UNLOCK" else {"if": f"(<{token}>)"}
    assert bob.request(method, path, b"2", **headers).status in {403, 423}
    assert [found for found, _ in held(tree, path)] == [token]


@pytest.fixture
def served_file(tree, bob):
    """A file of alice, locked by her, that bob may write."""
    assert set_acl(tree, f"{HOME}/a", grant("/principals/users/bob/", "read", "write")).status == 200
    return bob, f"{HOME}/a", token_of(lock(tree, f"{HOME}/a"))


@pytest.mark.rfc("4918", "6.6", "9.10.2", "9.10.2/body", "14.29")
def test_a_refresh_starts_the_time_again(tree):
    token = token_of(lock(tree, f"{HOME}/a", timeout="Second-60"))
    answer = tree.request("LOCK", f"{HOME}/a", timeout="Second-600", **{"if": f"(<{token}>)"})
    (active,) = answer.xml.iter("{DAV:}activelock")
    left = int(active.findtext("{DAV:}timeout").removeprefix("Second-"))
    assert (answer.status, answer.xml.tag) == (200, "{DAV:}prop")
    assert 590 <= left <= 600
    assert active.findtext("{DAV:}locktoken/{DAV:}href") == token
    assert "lock-token" not in answer.headers


@pytest.mark.rfc("4918", "6.7", "6.8", "7.3/discovery", "15.8", "15.10", "14.10", "14.27", "14.30")
@pytest.mark.parametrize("path", ["/a", "/d/", "/unmapped"])
def test_what_can_be_locked_says_so(tree, path):
    lock(tree, HOME + path, "shared")
    found = tree.propfind(HOME + path, LOCKDISCOVERY, SUPPORTEDLOCK).multistatus[HOME + path].found
    entries = [
        tuple(child[0].tag.partition("}")[2] for child in entry)
        for entry in found[SUPPORTEDLOCK].iterchildren("{DAV:}lockentry")
    ]
    assert sorted(entries) == [("exclusive", "write"), ("shared", "write")]
    assert len(found[LOCKDISCOVERY]) == 1


# -- what they guard (§7) ------------------------------------------------------------------------------


@pytest.mark.rfc("4918", "7.1", "11.3", "16/lock-token-submitted")
def test_properties_of_a_locked_resource_are_locked(tree):
    token = token_of(lock(tree, f"{HOME}/a"))
    change = '<propertyupdate xmlns="DAV:"><set><prop><x:p xmlns:x="urn:x">1</x:p></prop></set></propertyupdate>'
    refused = tree.proppatch(f"{HOME}/a", change)
    assert (refused.condition, locked(refused)) == ("{DAV:}lock-token-submitted", [f"{HOME}/a"])
    assert tree.proppatch(f"{HOME}/a", change, **{"if": f"(<{token}>)"}).status == 207


@pytest.mark.rfc("4918", "7.3/no-collection")
def test_a_locked_empty_resource_does_not_become_a_collection(tree):
    token = token_of(lock(tree, f"{HOME}/new"))
    answer = tree.request("MKCOL", f"{HOME}/new", **{"if": f"(<{token}>)"})
    assert answer.status == 405
    assert tree.get(f"{HOME}/new").body == b""


@pytest.mark.rfc("4918", "7.4/conflicting-member", "9.10.3/multistatus")
def test_a_deep_lock_fails_where_a_member_is_locked_and_names_it(tree):
    lock(tree, f"{HOME}/d/b")
    answer = lock(tree, f"{HOME}/d/", depth="infinity")
    assert (answer.status, answer.multistatus[f"{HOME}/d/b"].status) == (207, 423)
    assert held(tree, f"{HOME}/d/") == []


@pytest.mark.rfc("4918", "7.4/members-of-a-locked-collection")
@pytest.mark.parametrize(
    ("method", "path", "destination"),
    [
        ("PUT", "/d/new", ""),
        ("MKCOL", "/d/new/", ""),
        ("DELETE", "/d/b", ""),
        ("MOVE", "/d/b", "/b"),
        ("MOVE", "/a", "/d/a"),
        ("COPY", "/a", "/d/a"),
        ("LOCK", "/d/new", ""),
    ],
)
def test_members_come_to_and_leave_a_locked_collection_with_the_token_only(tree, method, path, destination):
    token = token_of(lock(tree, f"{HOME}/d/", depth="0"))
    body = lockinfo() if method == "LOCK" else ""
    headers = {"destination": HOME + destination if destination else ""}
    assert locked(tree.request(method, HOME + path, body, **headers)) == [f"{HOME}/d/"]
    headers["if"] = f"<http://localhost{HOME}/d/> (<{token}>)"
    assert tree.request(method, HOME + path, body, **headers).status in {201, 204}


@pytest.mark.rfc("4918", "7.4")
def test_a_shallow_lock_leaves_the_content_of_members_alone(tree):
    lock(tree, f"{HOME}/d/", depth="0")
    assert tree.put(f"{HOME}/d/b", b"2").status == 204


@pytest.mark.rfc("4918", "7.5")
def test_a_move_between_two_locked_collections_shows_both_tokens(tree):
    tree.request("MKCOL", f"{HOME}/f/")
    first, second = (token_of(lock(tree, f"{HOME}/{name}/", depth="infinity")) for name in "df")
    one = f"<http://localhost{HOME}/d/> (<{first}>)"
    both = f"{one} <http://localhost{HOME}/f/> (<{second}>)"
    assert tree.request("MOVE", f"{HOME}/d/b", destination=f"{HOME}/f/b", **{"if": one}).status == 423
    assert tree.request("MOVE", f"{HOME}/d/b", destination=f"{HOME}/f/b", **{"if": both}).status == 201


@pytest.mark.rfc("4918", "7.6/copy")
def test_a_copy_has_not_the_locks_of_its_source(tree):
    lock(tree, f"{HOME}/a")
    assert tree.request("COPY", f"{HOME}/a", destination=f"{HOME}/c").status == 201
    assert held(tree, f"{HOME}/c") == []


@pytest.mark.rfc("4918", "7.6/move")
def test_a_lock_does_not_move_with_its_resource(tree):
    token = token_of(lock(tree, f"{HOME}/a"))
    assert tree.request("MOVE", f"{HOME}/a", destination=f"{HOME}/c", **{"if": f"(<{token}>)"}).status == 201
    assert held(tree, f"{HOME}/c") == []


@pytest.mark.rfc("4918", "7.6/destination")
def test_a_lock_on_the_destination_survives_an_overwriting_copy(tree):
    tree.put(f"{HOME}/c", b"old")
    token = token_of(lock(tree, f"{HOME}/c"))
    shown = {"if": f"<http://localhost{HOME}/c> (<{token}>)"}
    assert tree.request("COPY", f"{HOME}/a", destination=f"{HOME}/c", **shown).status == 204
    assert held(tree, f"{HOME}/c") == [(token, f"{HOME}/c")]


# -- LOCK (§9.10) --------------------------------------------------------------------------------------


@pytest.mark.rfc("4918", "9.10", "9.10.1", "9.10.1/owner", "9.10.1/body", "9.10.1/lock-token", "14.1", "14.4", "14.11")
@pytest.mark.rfc("4918", "14.6", "14.12", "14.13", "14.14", "14.15", "14.17")
def test_a_new_lock_is_told_as_it_was_asked_for(tree):
    answer = tree.request("LOCK", f"{HOME}/a", lockinfo(owner=OWNER), timeout="Second-300", depth="0")
    (active,) = answer.xml.iter("{DAV:}activelock")
    assert (answer.status, answer.xml[0].tag) == (200, LOCKDISCOVERY)
    assert answer.headers["lock-token"] == f"<{active.findtext('{DAV:}locktoken/{DAV:}href')}>"
    assert active.findtext("{DAV:}lockroot/{DAV:}href") == f"{HOME}/a"
    assert active.findtext("{DAV:}depth") == "0"
    assert active.find("{DAV:}lockscope/{DAV:}exclusive") is not None
    assert active.find("{DAV:}locktype/{DAV:}write") is not None
    who = active.find("{DAV:}owner/{urn:x}who")
    assert (who.get("{urn:x}at"), "".join(who.itertext()), who[0].tag) == ("desk", "me & you", "{urn:x}b")


@pytest.mark.rfc("4918", "9.10.2/one-token", "7.7")
def test_a_lock_without_a_body_needs_one_token_to_refresh(tree):
    token = token_of(lock(tree, f"{HOME}/a", "shared"))
    other = token_of(lock(tree, f"{HOME}/a", "shared"))
    assert tree.request("LOCK", f"{HOME}/a").status == 400
    assert tree.request("LOCK", f"{HOME}/a", **{"if": f"(<{token}>)"}).status == 200
    assert {found for found, _ in held(tree, f"{HOME}/a")} == {token, other}


@pytest.mark.rfc("4918", "9.10.2", "9.11.1")
def test_a_lock_that_has_ended_is_not_refreshed(tree):
    token = token_of(lock(tree, f"{HOME}/a"))
    tree.request("UNLOCK", f"{HOME}/a", lock_token=f"<{token}>")
    assert tree.request("LOCK", f"{HOME}/a", **{"if": f"(<{token}>)"}).status == 412


def test_what_is_not_there_has_no_lock_to_refresh(tree):
    token = token_of(lock(tree, f"{HOME}/a"))
    assert tree.request("LOCK", f"{HOME}/nothing", **{"if": f"(<{token}>)"}).status == 412
    assert tree.request("LOCK", f"{HOME}/nothing", **{"if": "(Not <DAV:no-lock>)"}).status == 412


@pytest.mark.rfc("4918", "9.10.2/depth")
def test_a_refresh_ignores_depth(tree):
    token = token_of(lock(tree, f"{HOME}/d/", depth="infinity"))
    answer = tree.request("LOCK", f"{HOME}/d/", depth="0", **{"if": f"(<{token}>)"})
    (active,) = answer.xml.iter("{DAV:}activelock")
    assert (answer.status, active.findtext("{DAV:}depth")) == (200, "infinity")


@pytest.mark.rfc("4918", "9.10.3/values", "9.10.3")
@pytest.mark.parametrize(("depth", "status", "told"), [("", 200, "infinity"), ("0", 200, "0"), ("1", 400, None)])
def test_depths_of_locks(tree, depth, status, told):
    answer = lock(tree, f"{HOME}/d/", depth=depth)
    assert answer.status == status
    assert status == 400 or answer.xml.findtext(".//{DAV:}depth") == told


@pytest.mark.rfc("4918", "9.10.3/one-token")
def test_a_deep_lock_is_one_lock_for_all_members(tree):
    token = token_of(lock(tree, f"{HOME}/d/", depth="infinity"))
    assert held(tree, f"{HOME}/d/b") == held(tree, f"{HOME}/d/e/") == [(token, f"{HOME}/d/")]


@pytest.mark.rfc("4918", "9.10.6", "9.10.4")
def test_a_lock_below_nothing_is_a_conflict(tree):
    assert lock(tree, f"{HOME}/none/new").status == 409


# -- UNLOCK (§9.11) ------------------------------------------------------------------------------------


@pytest.mark.rfc("4918", "9.11/whole", "9.11", "10.5")
@pytest.mark.parametrize("place", ["/d/", "/d/b", "/d/e/"])
def test_a_lock_ends_as_a_whole_from_anywhere_in_its_scope(tree, place):
    token = token_of(lock(tree, f"{HOME}/d/", depth="infinity"))
    assert tree.request("UNLOCK", HOME + place, lock_token=f"<{token}>").status == 204
    assert held(tree, f"{HOME}/d/") == []


@pytest.mark.rfc("4918", "9.11/scope", "9.11.1", "16/lock-token-matches-request-uri")
@pytest.mark.parametrize("place", ["/a", "/"])
def test_a_lock_does_not_end_from_outside_of_its_scope(tree, place):
    token = token_of(lock(tree, f"{HOME}/d/", depth="infinity"))
    answer = tree.request("UNLOCK", HOME + place, lock_token=f"<{token}>")
    assert (answer.status, answer.condition) == (409, "{DAV:}lock-token-matches-request-uri")
    assert [found for found, _ in held(tree, f"{HOME}/d/")] == [token]


@pytest.mark.rfc("4918", "9.11.1")
def test_unlock_without_a_token_is_a_bad_request(tree):
    assert tree.request("UNLOCK", f"{HOME}/a").status == 400


@pytest.mark.rfc("4918", "10.7")
@pytest.mark.parametrize("timeout", ["Infinite, Second-4100000000", "Second-4100000000", "Infinite", ""])
def test_every_lock_ends(tree, timeout):
    told = lock(tree, f"{HOME}/a", timeout=timeout).xml.findtext(".//{DAV:}timeout")
    assert told.startswith("Second-")


@pytest.mark.rfc("4918", "20.4")
def test_locks_are_told_to_nobody_who_may_not_read_the_resource(tree, bob):
    token = token_of(lock(tree, f"{HOME}/a"))
    answer = bob.propfind(f"{HOME}/a", LOCKDISCOVERY)
    assert (answer.status, token in answer.text) == (403, False)
