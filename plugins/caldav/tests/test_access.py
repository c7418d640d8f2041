"""What those see of a calendar with whom it is shared (RFC 4791 §6.1)."""

import pytest

from a3dav.testing.access import READ_FREE_BUSY, deny, grant, missing, share

C = "{urn:ietf:params:xml:ns:caldav}"
HOME, CALENDAR = "/calendars/alice/", "/calendars/alice/calendar/"
BOB = "/principals/users/bob/"
SPACES = 'xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'
RANGE = '<C:time-range start="20260310T000000Z" end="20260311T000000Z"/>'
BUSY = f"<C:free-busy-query {SPACES}>{RANGE}</C:free-busy-query>"
QUERY = f'<C:calendar-query {SPACES}><prop><getetag/></prop><C:filter><C:comp-filter name="VCALENDAR"/></C:filter></C:calendar-query>'
LUNCH, DINNER = "20260310T110000Z/20260310T120000Z", "20260310T180000Z/20260310T190000Z"


def event(uid, span):
    start, end = span.split("/")
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z",
        f"DTSTART:{start}", f"DTEND:{end}", f"SUMMARY:secret {uid}", "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip
    return "\r\n".join(lines)


def multiget(*names):
    hrefs = "".join(f"<href>{CALENDAR}{name}</href>" for name in names)
    return f"<C:calendar-multiget {SPACES}><prop><getetag/></prop>{hrefs}</C:calendar-multiget>"


@pytest.fixture(autouse=True)
def events(alice, bob):
    alice.put(CALENDAR + "lunch", event("lunch", LUNCH))
    alice.put(CALENDAR + "dinner", event("dinner", DINNER))


def busy(answer):
    assert answer.status == 200
    return {line.partition(":")[2] for line in answer.text.splitlines() if line.startswith("FREEBUSY")}


@pytest.mark.rfc("4791", "6.1.1", "7.10")
@pytest.mark.parametrize("place", [HOME, CALENDAR])
def test_who_may_read_when_somebody_is_busy_reads_just_that(alice, bob, place):
    share(alice, place, grant(BOB, READ_FREE_BUSY))
    assert busy(bob.report(place, BUSY, depth="1")) == {LUNCH, DINNER}
    assert missing(bob.report(place, QUERY, depth="1")) == [(place, "read")]
    for method in ("GET", "HEAD", "OPTIONS", "PROPFIND"):
        assert bob.request(method, CALENDAR).status == 403
        assert bob.request(method, CALENDAR + "lunch").status == 403


@pytest.mark.rfc("4791", "6.1.1")
def test_reading_includes_when_somebody_is_busy(alice, bob):
    share(alice, CALENDAR, grant(BOB, "read"))
    assert busy(bob.report(CALENDAR, BUSY)) == {LUNCH, DINNER}


@pytest.mark.rfc("4791", "6.1.1", "7.10")
def test_only_what_one_may_know_about_is_looked_at(alice, bob):
    share(alice, HOME, grant(BOB, READ_FREE_BUSY))
    share(alice, CALENDAR + "dinner", deny(BOB, READ_FREE_BUSY))
    assert busy(bob.report(CALENDAR, BUSY)) == {LUNCH}
    share(alice, CALENDAR, deny(BOB, READ_FREE_BUSY))
    assert busy(bob.report(HOME, BUSY, depth="1")) == set()


@pytest.mark.rfc("4791", "7.10")
def test_without_it_the_report_finds_nothing(alice, bob):
    share(alice, HOME, grant(BOB, "read-acl"))
    assert bob.report(CALENDAR, BUSY).status == 404


@pytest.mark.rfc("4791", "6.1.1")
@pytest.mark.rfc("3744", "5.3")
@pytest.mark.parametrize("path", [CALENDAR, CALENDAR + "lunch", HOME, "/files/alice/"])
def test_the_privilege_is_supported_inside_of_read(alice, path):
    name = "{DAV:}supported-privilege-set"
    tree = alice.propfind(path, name).multistatus[path].found[name]
    (inside,) = tree.iterfind(f".//{{DAV:}}privilege/{C}read-free-busy/../..")
    assert inside.getparent().find("{DAV:}privilege/{DAV:}read") is not None


@pytest.mark.rfc("4791", "7.8", "7.9")
@pytest.mark.rfc("3744", "B")
def test_reports_tell_nothing_of_members_that_may_not_be_read(alice, bob):
    share(alice, CALENDAR, grant(BOB, "read"))
    share(alice, CALENDAR + "dinner", deny(BOB, "read"))
    assert list(bob.report(CALENDAR, QUERY, depth="1").multistatus) == [CALENDAR + "lunch"]
    found = bob.report(CALENDAR, multiget("lunch", "dinner", "nothing")).multistatus
    assert {path: member.status for path, member in found.items()} == {
        CALENDAR + "lunch": None, CALENDAR + "dinner": 404, CALENDAR + "nothing": 404,
    }  # fmt: skip


@pytest.mark.rfc("4791", "5.3.1")
@pytest.mark.rfc("3744", "B")
def test_a_calendar_is_made_by_those_who_may_add_to_the_home(alice, bob):
    share(alice, HOME, grant(BOB, "read"))
    assert missing(bob.request("MKCALENDAR", HOME + "new/")) == [(HOME, "bind")]
    share(alice, HOME, grant(BOB, "bind"))
    assert bob.request("MKCALENDAR", HOME + "new/").status == 201
    assert "new" in alice.get(HOME).text


def test_a_uid_that_is_taken_by_what_one_may_not_read_is_refused_without_its_name(alice, bob):
    share(alice, CALENDAR, grant(BOB, "bind"))
    answer = bob.put(CALENDAR + "another", event("dinner", DINNER))
    assert (answer.status, answer.condition) == (409, C + "no-uid-conflict")
    assert "calendar/dinner" not in answer.text


@pytest.mark.rfc("4791", "7.10")
@pytest.mark.parametrize("path", [CALENDAR, HOME, CALENDAR + "lunch", HOME + "none/", "/calendars/nobody/calendar/"])
def test_who_may_know_nothing_of_busy_times_is_told_that_nothing_is_there(bob, path):
    assert bob.report(path, BUSY).status == 404
    assert bob.report(path, QUERY).status == 403
