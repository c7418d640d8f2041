"""COPY, MOVE and DELETE."""

import pytest

from a3dav.testing.people import add_person

HOME = "/files/alice"
FOO = "{urn:x}foo"
SET_FOO = '<propertyupdate xmlns="DAV:"><set><prop><foo xmlns="urn:x">1</foo></prop></set></propertyupdate>'


@pytest.fixture
def tree(alice):
    alice.request("MKCOL", f"{HOME}/a")
    alice.request("MKCOL", f"{HOME}/a/b")
    alice.put(f"{HOME}/a/one", b"1")
    alice.put(f"{HOME}/a/b/two", b"22")
    alice.proppatch(f"{HOME}/a/b/two", SET_FOO)
    return alice


@pytest.mark.rfc("4918", "9.8.3")
def test_a_collection_is_copied_with_everything_below(tree):
    assert tree.request("COPY", f"{HOME}/a/", destination=f"http://localhost{HOME}/c/").status == 201
    assert tree.get(f"{HOME}/c/b/two").body == b"22"
    assert tree.propfind(f"{HOME}/c/b/two", FOO).multistatus[f"{HOME}/c/b/two"].text(FOO) == "1"
    assert tree.get(f"{HOME}/a/b/two").body == b"22"


def test_a_copy_with_depth_0_is_an_empty_collection(tree):
    assert tree.request("COPY", f"{HOME}/a/", destination=f"{HOME}/c/", depth="0").status == 201
    assert set(tree.propfind(f"{HOME}/c/", "{DAV:}getetag", depth="1").multistatus) == {f"{HOME}/c/"}


@pytest.mark.rfc("4918", "9.9")
def test_a_moved_collection_takes_everything_along(tree):
    assert tree.request("MOVE", f"{HOME}/a/", destination=f"{HOME}/c").status == 201
    assert tree.get(f"{HOME}/c/b/two").body == b"22"
    assert tree.propfind(f"{HOME}/c/b/two", FOO).multistatus[f"{HOME}/c/b/two"].text(FOO) == "1"
    assert tree.propfind(f"{HOME}/a/").status == 404


@pytest.mark.rfc("4918", "10.6")
@pytest.mark.parametrize("method", ["COPY", "MOVE"])
def test_overwrite_f_keeps_what_is_there(tree, method):
    tree.put(f"{HOME}/x", b"old")
    assert tree.request(method, f"{HOME}/a/one", destination=f"{HOME}/x", overwrite="F").status == 412
    assert tree.get(f"{HOME}/x").body == b"old"
    assert tree.request(method, f"{HOME}/a/one", destination=f"{HOME}/x").status == 204
    assert tree.get(f"{HOME}/x").body == b"1"


@pytest.mark.parametrize(
    ("destination", "status"),
    [
        (f"{HOME}/a/one", 403),
        (f"{HOME}/none/x", 409),
        ("https://elsewhere.example/x", 502),
        ("", 400),
        ("/files/bob/x", 403),
    ],
)
def test_impossible_destinations(tree, bob, destination, status):
    assert tree.request("COPY", f"{HOME}/a/one", destination=destination).status == status


def test_a_collection_cannot_be_moved_into_itself(tree):
    assert tree.request("MOVE", f"{HOME}/a/", destination=f"{HOME}/a/b/c/").status == 403


def test_homes_can_be_neither_deleted_nor_moved(alice):
    assert alice.delete(f"{HOME}/").status == 403
    assert alice.request("MOVE", f"{HOME}/", destination="/files/other/").status == 403


@pytest.mark.rfc("4918", "9.6.1")
def test_a_deleted_collection_is_gone_with_its_members(tree):
    assert tree.delete(f"{HOME}/a/").status == 204
    assert tree.get(f"{HOME}/a/b/two").status == 404
    used = tree.propfind(f"{HOME}/", "{DAV:}quota-used-bytes").multistatus[f"{HOME}/"]
    assert used.text("{DAV:}quota-used-bytes") == "0"


def test_a_stale_delete_is_refused(tree):
    assert tree.delete(f"{HOME}/a/one", if_match='"stale"').status == 412
    assert tree.get(f"{HOME}/a/one").status == 200


def test_an_overwriting_copy_counts_bytes_once(tree):
    tree.put(f"{HOME}/x", b"12345")
    tree.request("COPY", f"{HOME}/a/one", destination=f"{HOME}/x")
    used = tree.propfind(f"{HOME}/", "{DAV:}quota-used-bytes").multistatus[f"{HOME}/"]
    assert used.text("{DAV:}quota-used-bytes") == "4"


@pytest.mark.rfc("4791", "5.3.2.1")
def test_a_copy_brings_nothing_into_a_calendar_that_could_not_be_put_there(make_house):
    alice = add_person(make_house(limits__max_resource_size=2000), "alice")
    event = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\n"
        f"DTSTART:20260310T110000Z\r\nSUMMARY:{'long' * 600}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert alice.put("/files/alice/a.ics", event, content_type="text/calendar").status == 201
    answer = alice.request("COPY", "/files/alice/a.ics", destination="/calendars/alice/calendar/a.ics")
    assert answer.condition == "{urn:ietf:params:xml:ns:caldav}max-resource-size"
