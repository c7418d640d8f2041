"""sync-collection (RFC 6578)."""

import pytest

HOME = "/files/alice"
CTAG = "{http://calendarserver.org/ns/}getctag"


def token_of(answer) -> str:
    return answer.xml.findtext("{DAV:}sync-token")


def changed(answer) -> dict[str, int]:
    return {path: member.status or 200 for path, member in answer.multistatus.items()}


@pytest.mark.rfc("6578", "3.4", "3.5")
def test_changes_and_deletions_since_a_token(alice):
    alice.put(f"{HOME}/a", b"1")
    alice.put(f"{HOME}/b", b"1")
    token = token_of(alice.sync(f"{HOME}/"))
    alice.put(f"{HOME}/a", b"2")
    alice.put(f"{HOME}/c", b"2")
    alice.delete(f"{HOME}/b")
    answer = alice.sync(f"{HOME}/", token)
    assert changed(answer) == {f"{HOME}/a": 200, f"{HOME}/c": 200, f"{HOME}/b": 404}
    assert changed(alice.sync(f"{HOME}/", token_of(answer))) == {}


def test_the_initial_sync_names_no_deleted_members(alice):
    alice.put(f"{HOME}/a", b"1")
    alice.delete(f"{HOME}/a")
    assert changed(alice.sync(f"{HOME}/")) == {}


@pytest.mark.rfc("6578", "3.5.2")
def test_a_name_that_was_deleted_and_made_again_is_changed(alice):
    alice.put(f"{HOME}/a", b"1")
    token = token_of(alice.sync(f"{HOME}/"))
    alice.delete(f"{HOME}/a")
    alice.put(f"{HOME}/a", b"2")
    assert changed(alice.sync(f"{HOME}/", token)) == {f"{HOME}/a": 200}


def test_a_renamed_member_is_gone_and_new(alice):
    alice.put(f"{HOME}/a", b"1")
    token = token_of(alice.sync(f"{HOME}/"))
    alice.request("MOVE", f"{HOME}/a", destination=f"{HOME}/b")
    assert changed(alice.sync(f"{HOME}/", token)) == {f"{HOME}/a": 404, f"{HOME}/b": 200}


@pytest.mark.rfc("6578", "3.6")
@pytest.mark.parametrize("limit", [1, 2, 3, 7, 100])
def test_a_sync_cut_at_any_limit_loses_nothing(alice, limit):
    for number in range(7):
        alice.put(f"{HOME}/{number}", b"1")
    token = token_of(alice.sync(f"{HOME}/"))
    for number in range(5):
        alice.put(f"{HOME}/{number}", b"2")
    for number in (5, 6, 0):
        alice.delete(f"{HOME}/{number}")
    seen: dict[str, int] = {}
    for _ in range(10):
        answer = alice.sync(f"{HOME}/", token, limit=limit)
        members = changed(answer)
        truncated = members.pop(f"{HOME}/", None)
        assert len(members) <= limit
        seen |= members
        token = token_of(answer)
        if truncated is None:
            break
        assert truncated == 507
    expected = {f"{HOME}/{n}": 200 for n in (1, 2, 3, 4)} | {f"{HOME}/{n}": 404 for n in (5, 6, 0)}
    assert seen == expected


@pytest.mark.rfc("6578", "3.2")
@pytest.mark.parametrize("token", ["nonsense", "data:,x", "http://example.org/sync/1", "data:,a/b/c/d/e"])
def test_a_token_that_is_none_of_ours_is_refused(alice, token):
    answer = alice.sync(f"{HOME}/", token)
    assert (answer.status, answer.condition) == (403, "{DAV:}valid-sync-token")


def test_a_token_of_another_collection_or_a_forged_one_is_refused(alice):
    alice.request("MKCOL", f"{HOME}/d")
    token = token_of(alice.sync(f"{HOME}/d/"))
    assert alice.sync(f"{HOME}/", token).status == 403
    assert alice.sync(f"{HOME}/d/", token[:-1] + ("0" if token[-1] != "0" else "1")).status == 403


def test_thunderbird_sends_depth_1_with_a_sync(alice):
    alice.put(f"{HOME}/a", b"1")
    body = (
        '<sync-collection xmlns="DAV:"><sync-token/><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>'
    )
    assert f"{HOME}/a" in alice.report(f"{HOME}/", body, depth="1").multistatus


def test_a_home_syncs_everything_below_it(alice):
    alice.request("MKCOL", f"{HOME}/d")
    alice.put(f"{HOME}/d/a", b"1")
    token = token_of(alice.sync(f"{HOME}/", level="infinite"))
    alice.put(f"{HOME}/d/b", b"1")
    alice.delete(f"{HOME}/d/a")
    assert changed(alice.sync(f"{HOME}/", token, level="infinite")) == {f"{HOME}/d/b": 200, f"{HOME}/d/a": 404}


def test_a_home_tells_which_collection_changed_inside(alice):
    alice.request("MKCOL", f"{HOME}/d")
    alice.request("MKCOL", f"{HOME}/e")
    token = token_of(alice.sync(f"{HOME}/"))
    alice.put(f"{HOME}/d/a", b"1")
    assert changed(alice.sync(f"{HOME}/", token)) == {f"{HOME}/d/": 200}


def test_a_moved_folder_comes_back_whole_in_a_deep_sync(alice):
    alice.request("MKCOL", f"{HOME}/d")
    alice.put(f"{HOME}/d/a", b"1")
    token = token_of(alice.sync(f"{HOME}/", level="infinite"))
    alice.request("MOVE", f"{HOME}/d/", destination=f"{HOME}/e/")
    answer = changed(alice.sync(f"{HOME}/", token, level="infinite"))
    assert answer.pop(f"{HOME}/d", None) == 404 or answer.pop(f"{HOME}/d/", None) == 404
    assert answer == {f"{HOME}/e/": 200, f"{HOME}/e/a": 200}


@pytest.mark.rfc("6578", "3.5.2", "3.6")
@pytest.mark.parametrize("how", ["deleted", "moved", "replaced"])
def test_a_folder_whose_name_another_took_is_gone_in_one_answer_and_there_in_the_next(alice, how):
    alice.request("MKCOL", f"{HOME}/d")
    alice.put(f"{HOME}/d/a", b"1")
    token = token_of(alice.sync(f"{HOME}/", level="infinite"))
    if how == "deleted":
        alice.delete(f"{HOME}/d/")
    if how == "moved":
        alice.request("MOVE", f"{HOME}/d/", destination=f"{HOME}/e/")
        alice.delete(f"{HOME}/e/")
    alice.request("MKCOL", f"{HOME}/f")
    alice.put(f"{HOME}/f/b", b"1")
    alice.request("MOVE", f"{HOME}/f/", destination=f"{HOME}/d/")
    first = alice.sync(f"{HOME}/", token, level="infinite")
    second = alice.sync(f"{HOME}/", token_of(first), level="infinite")
    assert changed(first) == {f"{HOME}/d": 404, f"{HOME}/": 507}
    assert {path: status for path, status in changed(second).items() if status == 200} == {
        f"{HOME}/d/": 200, f"{HOME}/d/b": 200,
    }  # fmt: skip
    assert changed(alice.sync(f"{HOME}/", token_of(second), level="infinite")) == {}


def test_a_folder_that_was_made_again_and_again_cuts_a_deep_sync_once(alice):
    alice.request("MKCOL", f"{HOME}/d")
    token = token_of(alice.sync(f"{HOME}/", level="infinite"))
    for _ in range(3):
        alice.delete(f"{HOME}/d/")
        alice.request("MKCOL", f"{HOME}/d")
    first = alice.sync(f"{HOME}/", token, level="infinite")
    assert changed(first) == {f"{HOME}/d": 404, f"{HOME}/": 507}
    assert changed(alice.sync(f"{HOME}/", token_of(first), level="infinite")) == {f"{HOME}/d/": 200}


def test_a_folder_that_went_and_came_back_loses_what_another_had_under_its_name(alice):
    alice.request("MKCOL", f"{HOME}/d")
    alice.put(f"{HOME}/d/a", b"1")
    token = token_of(alice.sync(f"{HOME}/", level="infinite"))
    alice.delete(f"{HOME}/d/")
    alice.request("MKCOL", f"{HOME}/d")
    alice.put(f"{HOME}/d/b", b"1")
    alice.request("MOVE", f"{HOME}/d/", destination=f"{HOME}/e/")
    alice.request("MOVE", f"{HOME}/e/", destination=f"{HOME}/d/")
    first = alice.sync(f"{HOME}/", token, level="infinite")
    second = alice.sync(f"{HOME}/", token_of(first), level="infinite")
    assert changed(first) == {f"{HOME}/d": 404, f"{HOME}/": 507}
    assert changed(second) == {f"{HOME}/d/": 200, f"{HOME}/d/b": 200, f"{HOME}/e": 404}


def test_the_ctag_changes_with_members_and_only_with_them(alice):
    def ctags() -> tuple[str, str]:
        found = alice.propfind(f"{HOME}/", CTAG, depth="1").multistatus
        return found[f"{HOME}/"].text(CTAG), found[f"{HOME}/d/"].text(CTAG)

    alice.request("MKCOL", f"{HOME}/d")
    alice.request("MKCOL", f"{HOME}/e")
    before = ctags()
    alice.propfind(f"{HOME}/d/")
    alice.put(f"{HOME}/e/x", b"1")
    assert ctags()[1] == before[1]
    alice.put(f"{HOME}/d/x", b"1")
    after = ctags()
    assert after[0] != before[0]
    assert after[1] != before[1]


@pytest.mark.rfc("6578", "5")
def test_a_sync_token_guards_a_write_in_the_if_header(alice):
    token = token_of(alice.sync(f"{HOME}/"))
    guard = {"if": f"<{HOME}/> (<{token}>)"}
    assert alice.put(f"{HOME}/a", b"1", **guard).status == 201
    assert alice.put(f"{HOME}/a", b"2", **guard).status == 412
