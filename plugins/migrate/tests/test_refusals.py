"""What cannot be stored here is told with its address and reason, and rescued on demand; nothing is lost silently."""

import json

import pytest

HERE = "/calendars/alice/work/"
INVITATION = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:m\r\nDTSTAMP:20260101T000000Z\r\n"
    b"DTSTART:20260310T110000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
TWO = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:one\r\nDTSTAMP:20260101T000000Z\r\n"
    b"DTSTART:20260310T110000Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:two\r\nDTSTAMP:20260101T000000Z\r\n"
    b"DTSTART:20260310T110000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
BROKEN = b"this is \xff no calendar"


def collection(moved):
    (entry,) = moved.report["accounts"][0]["collections"]
    return entry


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (INVITATION, "a stored calendar object has no METHOD (RFC 4791 §4.1) (valid-calendar-object-resource)"),
        (TWO, "components of 2 UIDs in one resource (valid-calendar-object-resource)"),
    ],
    ids=["method", "two"],
)
def test_a_refused_object_is_told_with_address_and_reason(account, alice, move_here, body, reason):
    account.put("/home/work/x.ics", body)
    moved = move_here(ends_with=1)
    assert collection(moved)["refused"] == [[account.url + "/home/work/x.ics", reason]]
    assert f"refused: {account.url}/home/work/x.ics: {reason}" in moved.err


def test_a_refused_object_does_not_stop_the_others(account, alice, move_here, make_event, names_in):
    account.put("/home/work/a.ics", BROKEN)
    account.put("/home/work/b.ics", make_event(1))
    moved = move_here(ends_with=1)
    assert names_in(HERE) == ["b.ics"]
    assert moved.report["complete"] is False


def test_refused_bytes_are_rescued(account, alice, move_here, tmp_path):
    account.put("/home/work/x.ics", BROKEN)
    account.put("/home/work/y.ics", TWO)
    moved = move_here("--rescue", str(tmp_path / "kept"), ends_with=1)
    folder = tmp_path / "kept" / "alice"
    assert (folder / "home" / "work" / "x.ics").read_bytes() == BROKEN
    assert (folder / "home" / "work" / "y.ics").read_bytes() == TWO
    told = [json.loads(line) for line in (folder / "refused.jsonl").read_text().splitlines()]
    assert [entry["file"] for entry in told] == ["home/work/x.ics", "home/work/y.ics"]
    assert collection(moved)["rescued"] == 2


def test_a_refused_name_cannot_leave_the_folder_of_the_rescue(account, alice, move_here, tmp_path):
    account.put("/home/work/..%2F..%2Fevil.ics", BROKEN)
    move_here("--rescue", str(tmp_path / "kept"), ends_with=1)
    (found,) = list(tmp_path.rglob("*evil*"))
    assert found.parent == tmp_path / "kept" / "alice" / "home" / "work"


def test_what_was_refused_is_tried_again(account, alice, move_here, make_event, names_in):
    account.put("/home/work/x.ics", BROKEN, etag="same")
    move_here(ends_with=1)
    account.put("/home/work/x.ics", make_event(1), etag="same")
    move_here()
    assert names_in(HERE) == ["x.ics"]


def test_a_repair_drops_the_method(account, alice, move_here, names_in):
    account.put("/home/work/x.ics", INVITATION)
    moved = move_here("--repair")
    assert names_in(HERE) == ["m.ics"]
    assert b"METHOD" not in alice.get(HERE + "m.ics").body
    assert collection(moved)["notes"] == [f"{account.url}/home/work/x.ics was repaired; 1 objects came of it"]


def test_a_repair_makes_an_object_of_each_uid(account, alice, move_here, names_in):
    account.put("/home/work/x.ics", TWO)
    move_here("--repair")
    assert names_in(HERE) == ["one.ics", "two.ics"]


def test_what_no_repair_helps_is_refused(account, alice, move_here):
    account.put("/home/work/x.ics", BROKEN)
    assert len(collection(move_here("--repair", ends_with=1))["refused"]) == 1


def test_the_second_object_with_a_uid_is_refused_and_not_lost_in_the_first(account, alice, move_here, make_event):
    first, second = make_event("same", summary="First"), make_event("same", summary="Second")
    account.put("/home/work/a.ics", first)
    account.put("/home/work/b.ics", second)
    moved = move_here(ends_with=1)
    assert alice.get(HERE + "a.ics").body == first
    reason = "it has the UID of /home/work/a.ics, which stands in the same collection"
    assert collection(moved)["refused"] == [[account.url + "/home/work/b.ics", reason]]


def test_an_object_that_is_here_already_is_updated_where_it_is(account, alice, move_here, make_event, names_in):
    alice.request("MKCALENDAR", HERE)
    alice.put(HERE + "own-name.ics", make_event("same", summary="Old"))
    new = make_event("same", summary="New")
    account.put("/home/work/a.ics", new)
    moved = collection(move_here())
    assert names_in(HERE) == ["own-name.ics"]
    assert alice.get(HERE + "own-name.ics").body == new
    assert (moved["created"], moved["updated"]) == (0, 1)


def test_an_object_that_is_here_with_the_same_bytes_is_not_written(account, alice, move_here, make_event):
    alice.request("MKCALENDAR", HERE)
    alice.put(HERE + "a.ics", make_event("same"))
    tag = alice.propfind(HERE, "{http://calendarserver.org/ns/}getctag").text
    account.put("/home/work/a.ics", make_event("same"))
    assert collection(move_here())["unchanged"] == 1
    assert alice.propfind(HERE, "{http://calendarserver.org/ns/}getctag").text == tag


def test_a_name_that_another_object_has_here_is_left_to_it(account, alice, move_here, make_event, names_in):
    alice.request("MKCALENDAR", HERE)
    alice.put(HERE + "a.ics", make_event("mine"))
    account.put("/home/work/a.ics", make_event("theirs"))
    move_here()
    assert alice.get(HERE + "a.ics").body == make_event("mine")
    assert len(names_in(HERE)) == 2


def test_an_object_larger_than_what_is_stored_here_is_refused(account, alice, move_here, make_event, monkeypatch):
    account.put("/home/work/a.ics", make_event(1, "X-LONG:" + "x" * 2000))
    monkeypatch.setenv("A3DAV_LIMITS__MAX_RESOURCE_SIZE", "1024")
    ((_, reason),) = collection(move_here(ends_with=1))["refused"]
    assert reason == "the body is larger than 1024 bytes (max-resource-size)"


def test_a_server_that_fails_for_one_object_is_told(account, alice, move_here, make_event, names_in):
    account.put("/home/work/a.ics", make_event(1))
    account.put("/home/work/b.ics", make_event(2))
    account.answers["GET", "/home/work/a.ics"] = 500, {}, b""
    moved = move_here(ends_with=1)
    assert names_in(HERE) == ["b.ics"]
    assert collection(moved)["refused"] == [[account.url + "/home/work/a.ics", "the server answers 500"]]


def test_a_property_that_cannot_be_kept_is_noted(account, alice, move_here, names_in):
    zone = "<C:calendar-timezone>no calendar</C:calendar-timezone><D:displayname>Work</D:displayname>"
    account.folder("/home/work/", "<C:calendar/>", zone)
    (note,) = collection(move_here())["notes"]
    assert note.startswith("calendar-timezone was left out: ")
    assert alice.propfind(HERE, "{DAV:}displayname").multistatus[HERE].text("{DAV:}displayname") == "Work"
