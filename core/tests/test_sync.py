"""sync-collection (RFC 6578)."""

import re
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from a3dav import sync_tokens
from a3dav.builtin import housekeeping
from a3dav.errors import Forbidden
from a3dav.identifiers import now_ms
from a3dav.principals import Identity
from a3dav.testing.people import add_person

HOME = "/files/alice"
CTAG = "{http://calendarserver.org/ns/}getctag"
REPORTS, TOKEN = "{DAV:}supported-report-set", "{DAV:}sync-token"
NAMED = '<propertyupdate xmlns="DAV:"><set><prop><displayname>{}</displayname></prop></set></propertyupdate>'
SYNC = '<sync-collection xmlns="DAV:">{token}<sync-level>{level}</sync-level><prop><x/></prop></sync-collection>'


def token_of(answer) -> str:
    return answer.xml.findtext("{DAV:}sync-token")


def changed(answer) -> dict[str, int]:
    return {path: member.status or 200 for path, member in answer.multistatus.items()}


@pytest.mark.rfc("6578", "3.5.1/new", "3.5.1/etag", "3.5.2/gone", "6.1", "6.4")
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


@pytest.mark.rfc("6578", "3.4")
def test_the_initial_sync_names_no_deleted_members(alice):
    alice.put(f"{HOME}/a", b"1")
    alice.delete(f"{HOME}/a")
    assert changed(alice.sync(f"{HOME}/")) == {}


@pytest.mark.rfc("6578", "3.5.1/again")
def test_a_name_that_was_deleted_and_made_again_is_changed(alice):
    alice.put(f"{HOME}/a", b"1")
    token = token_of(alice.sync(f"{HOME}/"))
    alice.delete(f"{HOME}/a")
    alice.put(f"{HOME}/a", b"2")
    assert changed(alice.sync(f"{HOME}/", token)) == {f"{HOME}/a": 200}


@pytest.mark.rfc("6578", "3.5.1/new", "3.5.2/gone")
def test_a_renamed_member_is_gone_and_new(alice):
    alice.put(f"{HOME}/a", b"1")
    token = token_of(alice.sync(f"{HOME}/"))
    alice.request("MOVE", f"{HOME}/a", destination=f"{HOME}/b")
    assert changed(alice.sync(f"{HOME}/", token)) == {f"{HOME}/a": 404, f"{HOME}/b": 200}


@pytest.mark.rfc("6578", "3.6/507", "3.6/token", "3.7")
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


@pytest.mark.rfc("6578", "3.2/valid-sync-token", "6.2")
@pytest.mark.parametrize("token", ["nonsense", "data:,x", "http://example.org/sync/1", "data:,a/b/c/d/e"])
def test_a_token_that_is_none_of_ours_is_refused(alice, token):
    answer = alice.sync(f"{HOME}/", token)
    assert (answer.status, answer.condition) == (403, "{DAV:}valid-sync-token")


@pytest.mark.rfc("6578", "3.2/valid-sync-token")
def test_a_token_of_another_collection_or_a_forged_one_is_refused(alice):
    alice.request("MKCOL", f"{HOME}/d")
    token = token_of(alice.sync(f"{HOME}/d/"))
    assert alice.sync(f"{HOME}/", token).status == 403
    assert alice.sync(f"{HOME}/d/", token[:-1] + ("0" if token[-1] != "0" else "1")).status == 403


@pytest.mark.rfc("6578", "3.2/depth")
def test_thunderbird_sends_depth_1_with_a_sync(alice):
    alice.put(f"{HOME}/a", b"1")
    body = (
        '<sync-collection xmlns="DAV:"><sync-token/><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>'
    )
    assert f"{HOME}/a" in alice.report(f"{HOME}/", body, depth="1").multistatus


@pytest.mark.rfc("6578", "3.3/infinite", "6.3")
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


@pytest.mark.rfc("6578", "3.5.2/collection")
def test_a_moved_folder_comes_back_whole_in_a_deep_sync(alice):
    alice.request("MKCOL", f"{HOME}/d")
    alice.put(f"{HOME}/d/a", b"1")
    token = token_of(alice.sync(f"{HOME}/", level="infinite"))
    alice.request("MOVE", f"{HOME}/d/", destination=f"{HOME}/e/")
    answer = changed(alice.sync(f"{HOME}/", token, level="infinite"))
    assert answer.pop(f"{HOME}/d/") == 404
    assert answer == {f"{HOME}/e/": 200, f"{HOME}/e/a": 200}


@pytest.mark.rfc("6578", "3.5.2/collection", "3.6/507")
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
    assert changed(first) == {f"{HOME}/d/": 404, f"{HOME}/": 507}
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
    assert changed(first) == {f"{HOME}/d/": 404, f"{HOME}/": 507}
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
    assert changed(first) == {f"{HOME}/d/": 404, f"{HOME}/": 507}
    assert changed(second) == {f"{HOME}/d/": 200, f"{HOME}/d/b": 200, f"{HOME}/e/": 404}


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


@pytest.mark.rfc("6578", "5", "5.1")
def test_a_sync_token_guards_a_write_in_the_if_header(alice):
    token = token_of(alice.sync(f"{HOME}/"))
    guard = {"if": f"<{HOME}/> (<{token}>)"}
    assert alice.put(f"{HOME}/a", b"1", **guard).status == 201
    assert alice.put(f"{HOME}/a", b"2", **guard).status == 412


@pytest.mark.rfc("6578", "5.2")
def test_a_token_that_is_behind_keeps_a_collection_from_being_made(alice):
    token = token_of(alice.sync(f"{HOME}/"))
    alice.put(f"{HOME}/a", b"1")
    guard = {"if": f"<{HOME}/> (<{token}>)"}
    assert alice.request("MKCOL", f"{HOME}/d", **guard).status == 412
    assert alice.get(f"{HOME}/d").status == 404


@pytest.mark.rfc("6578", "5")
def test_a_change_deep_in_a_home_is_one_of_the_home_for_the_if_header(alice):
    alice.request("MKCOL", f"{HOME}/d")
    token = token_of(alice.sync(f"{HOME}/"))
    alice.put(f"{HOME}/d/a", b"1")
    assert alice.put(f"{HOME}/b", b"1", **{"if": f"<{HOME}/> (<{token}>)"}).status == 412


@pytest.mark.rfc("6578", "5", "4/everywhere")
def test_the_token_of_the_property_is_a_state_token_until_a_member_changes(alice):
    alice.request("MKCOL", f"{HOME}/d")
    token = alice.propfind(f"{HOME}/d/", TOKEN).multistatus[f"{HOME}/d/"].text(TOKEN)
    alice.proppatch(f"{HOME}/d/", NAMED.format("D"))
    guard = {"if": f"<{HOME}/d/> (<{token}>)"}
    assert alice.put(f"{HOME}/d/a", b"1", **guard).status == 201
    assert alice.put(f"{HOME}/d/b", b"1", **guard).status == 412


def test_a_change_in_one_collection_leaves_the_tokens_and_ctags_of_others_as_they_were(alice):
    for name in ("d", "e"):
        alice.request("MKCOL", f"{HOME}/{name}")

    def of(name):
        found = alice.propfind(f"{HOME}/{name}/", TOKEN, CTAG).multistatus[f"{HOME}/{name}/"]
        return found.text(TOKEN), found.text(CTAG)

    before = {name: of(name) for name in ("d", "e")}
    alice.put(f"{HOME}/d/a", b"1")
    assert of("e") == before["e"]
    assert all(new != old for new, old in zip(of("d"), before["d"], strict=True))


@pytest.mark.rfc("6578", "3.5.2/came-and-went")
def test_what_came_and_went_between_two_syncs_is_told_as_removed(alice):
    alice.request("MKCOL", f"{HOME}/d")
    token = token_of(alice.sync(f"{HOME}/d/"))
    alice.put(f"{HOME}/d/a", b"1")
    alice.delete(f"{HOME}/d/a")
    assert changed(alice.sync(f"{HOME}/d/", token)) == {f"{HOME}/d/a": 404}


@pytest.mark.rfc("6578", "3.2/token")
def test_a_name_that_was_deleted_again_and_again_is_told_once(alice):
    token = token_of(alice.sync(f"{HOME}/"))
    for _ in range(3):
        alice.put(f"{HOME}/a", b"1")
        alice.delete(f"{HOME}/a")
    answer = alice.sync(f"{HOME}/", token)
    assert [href.text for href in answer.xml.iter("{DAV:}href")] == [f"{HOME}/a"]


@pytest.mark.rfc("6578", "3.5.2/collection")
@pytest.mark.parametrize("how", ["PUT", "MOVE", "COPY"])
def test_a_folder_that_a_file_replaced_is_gone_in_one_answer_and_a_file_in_the_next(alice, how):
    alice.request("MKCOL", f"{HOME}/d")
    alice.put(f"{HOME}/d/a", b"1")
    alice.put(f"{HOME}/b", b"1")
    token = token_of(alice.sync(f"{HOME}/", level="infinite"))
    if how == "PUT":
        alice.delete(f"{HOME}/d/")
        alice.put(f"{HOME}/d", b"1")
    else:
        alice.request(how, f"{HOME}/b", destination=f"{HOME}/d")
    first = alice.sync(f"{HOME}/", token, level="infinite")
    second = alice.sync(f"{HOME}/", token_of(first), level="infinite")
    assert changed(first) == {f"{HOME}/d/": 404, f"{HOME}/": 507}
    assert changed(second)[f"{HOME}/d"] == 200


@pytest.mark.rfc("6578", "3.4")
def test_the_initial_sync_tells_of_members_of_every_kind(alice):
    alice.request("MKCOL", f"{HOME}/d")
    alice.put(f"{HOME}/d/deep", b"1")
    alice.put(f"{HOME}/a", b"1")
    assert changed(alice.sync(f"{HOME}/")) == {f"{HOME}/d/": 200, f"{HOME}/a": 200}


@pytest.mark.rfc("6578", "3.3/one", "3.5.1/new")
def test_a_level_of_one_tells_of_a_copied_folder_and_not_of_what_is_in_it(alice):
    alice.request("MKCOL", f"{HOME}/d")
    alice.put(f"{HOME}/d/a", b"1")
    token = token_of(alice.sync(f"{HOME}/"))
    alice.request("COPY", f"{HOME}/d/", destination=f"{HOME}/e/")
    assert changed(alice.sync(f"{HOME}/", token)) == {f"{HOME}/e/": 200}


@pytest.mark.rfc("6578", "3.3/any-level")
def test_a_token_of_one_level_serves_at_the_other(alice):
    alice.request("MKCOL", f"{HOME}/d")
    token = token_of(alice.sync(f"{HOME}/", level="1"))
    alice.put(f"{HOME}/d/a", b"1")
    deep = alice.sync(f"{HOME}/", token, level="infinite")
    assert changed(deep) == {f"{HOME}/d/a": 200}
    assert changed(alice.sync(f"{HOME}/", token_of(deep), level="1")) == {}


@pytest.mark.rfc("6578", "3.3/sync-traversal-supported")
def test_what_is_below_a_folder_is_synchronised_with_its_home(alice):
    alice.request("MKCOL", f"{HOME}/d")
    answer = alice.sync(f"{HOME}/d/", level="infinite")
    assert (answer.status, answer.condition) == (403, "{DAV:}sync-traversal-supported")


@pytest.mark.rfc("6578", "3.2/changed", "3.2/removed")
def test_what_changed_has_properties_alone_and_what_is_gone_a_status_alone(alice):
    alice.put(f"{HOME}/a", b"1")
    token = token_of(alice.sync(f"{HOME}/"))
    alice.delete(f"{HOME}/a")
    alice.put(f"{HOME}/b", b"1")
    parts = {
        response.findtext("{DAV:}href"): [child.tag for child in response][1:]
        for response in alice.sync(f"{HOME}/", token).xml.iter("{DAV:}response")
    }
    assert parts == {f"{HOME}/a": ["{DAV:}status"], f"{HOME}/b": ["{DAV:}propstat"]}


@pytest.mark.rfc("6578", "3.2/changed")
@pytest.mark.rfc("8144", "2.1")
def test_a_member_without_any_of_the_properties_has_a_propstat_all_the_same(alice):
    alice.put(f"{HOME}/a", b"1")
    answer = alice.report(f"{HOME}/", SYNC.format(token="<sync-token/>", level="1"), prefer="return=minimal")
    (response,) = answer.xml.iter("{DAV:}response")
    assert [child.tag for child in response] == ["{DAV:}href", "{DAV:}propstat"]
    assert response.findtext("{DAV:}propstat/{DAV:}status") == "HTTP/1.1 200 OK"
    assert answer.headers["preference-applied"] == "return=minimal"


@pytest.mark.rfc("6578", "3.2/uri", "6.2")
def test_a_token_is_a_uri(alice):
    parts = urlsplit(token_of(alice.sync(f"{HOME}/")))
    assert parts.scheme == "data"
    assert re.fullmatch(r"[\w,/.-]+", parts.path, re.ASCII)


@pytest.mark.rfc("6578", "3.2/request", "6.3")
@pytest.mark.parametrize(
    "body",
    [
        '<sync-collection xmlns="DAV:"><sync-level>1</sync-level><prop/></sync-collection>',
        '<sync-collection xmlns="DAV:"><sync-token/><prop/></sync-collection>',
        SYNC.format(token="<sync-token/>", level="0"),
        SYNC.format(token="<sync-token/>", level="2"),
        SYNC.format(token="<sync-token/>", level="infinity"),
        SYNC.format(token="<sync-token/>", level=""),
        SYNC.format(token="<sync-token/><limit/>", level="1"),
        *(SYNC.format(token=f"<sync-token/><limit><nresults>{n}</nresults></limit>", level="1") for n in ("", "-1", "1.5", "many", "9" * 19)),
    ],
)  # fmt: skip
def test_a_request_that_is_not_whole_is_refused(alice, body):
    assert alice.report(f"{HOME}/", body).status == 400


@pytest.mark.rfc("6578", "3.2/depth")
@pytest.mark.parametrize(("depth", "status"), [("", 207), ("0", 207), ("1", 207), ("infinity", 400), ("2", 400)])
def test_a_depth_that_no_client_sends_with_a_level_is_refused(alice, depth, status):
    assert alice.report(f"{HOME}/", SYNC.format(token="<sync-token/>", level="1"), depth=depth).status == status


@pytest.mark.rfc("6578", "A")
@pytest.mark.parametrize(("depth", "members"), [("1", {f"{HOME}/d/"}), ("infinity", {f"{HOME}/d/", f"{HOME}/d/a"})])
def test_older_clients_say_the_level_by_depth(alice, depth, members):
    alice.request("MKCOL", f"{HOME}/d")
    alice.put(f"{HOME}/d/a", b"1")
    body = '<sync-collection xmlns="DAV:"><sync-token/><prop><getetag/></prop></sync-collection>'
    assert set(alice.report(f"{HOME}/", body, depth=depth).multistatus) == members


@pytest.mark.rfc("6578", "3.7")
@pytest.mark.parametrize(("limit", "told"), [(0, 0), (1, 1), (2, 2), (10**17, 2)])
def test_a_limit_is_kept_and_what_is_left_is_told(alice, limit, told):
    for name in ("a", "b"):
        alice.put(f"{HOME}/{name}", b"1")
    members = changed(alice.sync(f"{HOME}/", limit=limit))
    cut = members.pop(f"{HOME}/", None)
    assert (len(members), cut) == (told, None if told == 2 else 507)


@pytest.mark.rfc("6578", "3.7")
def test_a_limit_of_nothing_moves_no_token(alice):
    alice.put(f"{HOME}/a", b"1")
    token = token_of(alice.sync(f"{HOME}/", limit=0))
    assert changed(alice.sync(f"{HOME}/", token)) == {f"{HOME}/a": 200}


@pytest.mark.rfc("6578", "3.6/507")
def test_an_answer_that_was_cut_says_why_in_the_response_of_the_collection(alice):
    for name in ("a", "b"):
        alice.put(f"{HOME}/{name}", b"1")
    answer = alice.sync(f"{HOME}/", limit=1)
    (cut,) = (found for found in answer.xml.iter("{DAV:}response") if found.findtext("{DAV:}href") == f"{HOME}/")
    assert cut.findtext("{DAV:}status") == "HTTP/1.1 507 Insufficient Storage"
    assert [child.tag for child in cut.find("{DAV:}error")] == ["{DAV:}number-of-matches-within-limits"]


def test_a_token_of_another_epoch_is_refused_alone_and_with_its_condition(alice):
    token = token_of(alice.sync(f"{HOME}/"))
    alice.house.store.epoch = "another"
    answer = alice.sync(f"{HOME}/", token)
    assert (answer.status, answer.condition) == (403, "{DAV:}valid-sync-token")


def test_a_token_from_the_future_is_refused(alice):
    alice.put(f"{HOME}/a", b"1")
    token = token_of(alice.sync(f"{HOME}/"))
    alice.house.store.engine.execute("UPDATE accounts SET counter = 1")
    alice.house.store.engine.execute("UPDATE resources SET content_counter = 1")
    assert alice.sync(f"{HOME}/", token).condition == "{DAV:}valid-sync-token"


def test_a_token_of_a_collection_that_another_account_has_by_now_is_refused(alice, bob, monkeypatch):
    monkeypatch.setattr(sync_tokens, "view_of", lambda *_: "the same")
    house, home = alice.house, alice.house.resolve(("files", "alice"))
    ours, theirs = (house.store.accounts.by_name(name) for name in ("alice", "bob"))
    token = sync_tokens.sync_token(house, home, "the same", home.content_counter)
    with pytest.raises(Forbidden, match="not one of this collection"):
        sync_tokens.position_of(house, Identity(ours, "basic"), replace(home, account_id=theirs.id), token)


@pytest.mark.rfc("6578", "3.2/supported-report-set", "4/everywhere")
def test_the_report_is_listed_and_its_token_there_where_it_can_be_asked_for(alice):
    alice.request("MKCOL", f"{HOME}/d")
    alice.put(f"{HOME}/a", b"1")
    places = ["/", "/files/", "/principals/", f"{HOME}/", f"{HOME}/d/", f"{HOME}/a", "/calendars/alice/", "/calendars/alice/calendar/", "/addressbooks/alice/addressbook/"]  # fmt: skip
    listed, told, answered = {}, {}, {}
    for place in places:
        (found,) = alice.propfind(place, REPORTS, TOKEN).multistatus.values()
        listed[place] = found.found[REPORTS].find(".//{DAV:}sync-collection") is not None
        told[place] = TOKEN in found.found
        answered[place] = alice.sync(place).status == 207
    expected = {place: place.count("/") > 2 and place.endswith("/") for place in places}
    assert listed == told == answered == expected


@pytest.mark.rfc("6578", "4/protected", "4/allprop")
def test_the_token_is_protected_and_not_in_allprop(alice):
    body = '<propertyupdate xmlns="DAV:"><set><prop><sync-token>x</sync-token></prop></set></propertyupdate>'
    answer = alice.proppatch(f"{HOME}/", body)
    assert answer.multistatus[f"{HOME}/"].missing == {TOKEN: 403}
    assert answer.xml.find(".//{DAV:}error/{DAV:}cannot-modify-protected-property") is not None
    assert TOKEN not in alice.propfind(f"{HOME}/").multistatus[f"{HOME}/"].found


# -- how long what was lost is remembered ----------------------------------------------------------


@pytest.fixture
def forgetful(make_house):
    """A house that forgets after ten days, and a client of it; `later` turns the clock of housekeeping on."""
    house = make_house(storage__tombstone_days=10)
    return add_person(house, "alice")


def later(monkeypatch, days):
    moment = now_ms() + days * 86_400_000
    monkeypatch.setattr(housekeeping, "now_ms", lambda: moment)


@pytest.mark.rfc("6578", "3.2/invalidating")
def test_by_default_a_collection_remembers_for_ever_what_it_lost(alice, monkeypatch):
    alice.put(f"{HOME}/a", b"1")
    token = token_of(alice.sync(f"{HOME}/"))
    alice.delete(f"{HOME}/a")
    later(monkeypatch, 36_000)
    assert housekeeping.remove_old_tombstones(alice.house) == ""
    assert changed(alice.sync(f"{HOME}/", token)) == {f"{HOME}/a": 404}


@pytest.mark.rfc("6578", "3.2/valid-sync-token", "3.2/invalidating")
def test_a_token_from_before_what_was_forgotten_is_refused_and_a_younger_one_is_not(forgetful, monkeypatch):
    forgetful.request("MKCOL", f"{HOME}/d")
    forgetful.put(f"{HOME}/d/a", b"1")
    old = {href: token_of(forgetful.sync(href)) for href in (f"{HOME}/", f"{HOME}/d/")}
    forgetful.delete(f"{HOME}/d/a")
    young = {href: token_of(forgetful.sync(href)) for href in (f"{HOME}/", f"{HOME}/d/")}
    later(monkeypatch, 11)
    assert housekeeping.remove_old_tombstones(forgetful.house) == "1 old tombstones removed"
    assert {forgetful.sync(href, token).condition for href, token in old.items()} == {"{DAV:}valid-sync-token"}
    assert [changed(forgetful.sync(href, token)) for href, token in young.items()] == [{}, {}]


def test_what_was_lost_a_short_time_ago_is_remembered(forgetful, monkeypatch):
    forgetful.put(f"{HOME}/a", b"1")
    token = token_of(forgetful.sync(f"{HOME}/"))
    forgetful.delete(f"{HOME}/a")
    later(monkeypatch, 9)
    assert housekeeping.remove_old_tombstones(forgetful.house) == ""
    assert changed(forgetful.sync(f"{HOME}/", token)) == {f"{HOME}/a": 404}


@pytest.mark.rfc("6578", "3.2/invalidating")
def test_a_collection_that_lost_nothing_keeps_its_old_tokens_good(forgetful, monkeypatch):
    for name in ("d", "e"):
        forgetful.request("MKCOL", f"{HOME}/{name}")
        forgetful.put(f"{HOME}/{name}/a", b"1")
    token = token_of(forgetful.sync(f"{HOME}/e/"))
    forgetful.delete(f"{HOME}/d/a")
    later(monkeypatch, 11)
    housekeeping.remove_old_tombstones(forgetful.house)
    assert changed(forgetful.sync(f"{HOME}/e/", token)) == {}
