"""Rules of RFC 4791 that are about calendars as a whole, and what every XML element of it is for."""

import pytest

from a3dav.testing.access import READ_FREE_BUSY, grant, missing, share

CALENDAR, HOME = "/calendars/alice/calendar/", "/calendars/alice/"
C = "{urn:ietf:params:xml:ns:caldav}"
NS = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:X="urn:x"'
DESCRIPTION, REPORTS = f"{C}calendar-description", "{DAV:}supported-report-set"


def event(uid, *lines):
    inside = [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        "DTSTAMP:20260101T000000Z",
        "DTSTART:20260310T110000Z",
        *lines,
        "END:VEVENT",
    ]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *inside, "END:VCALENDAR", ""])


def put(client, name, body):
    return client.put(CALENDAR + name, body, content_type="text/calendar")


def of(client, path, name):
    return client.propfind(path, name).multistatus[path].found[name]


@pytest.fixture
def diary(alice):
    assert put(alice, "a.ics", event("a")).status == 201
    return alice


@pytest.mark.rfc("4791", "2", "5.1")
@pytest.mark.parametrize("path", [HOME, CALENDAR, CALENDAR + "a.ics"])
def test_a_calendar_server_is_of_class_1_with_access_control(diary, path):
    told = diary.request("OPTIONS", path).headers["dav"].split(", ")
    assert {"1", "access-control", "calendar-access"} <= set(told)


@pytest.mark.rfc("4791", "2", "7", "7.1", "7.10")
@pytest.mark.parametrize(("path", "free_busy"), [(CALENDAR, {f"{C}free-busy-query"}), (CALENDAR + "a.ics", set())])
def test_calendars_and_objects_list_the_reports_of_calendars(diary, path, free_busy):
    listed = {report[0].tag for report in of(diary, path, REPORTS).iter("{DAV:}report")}
    assert {f"{C}calendar-query", f"{C}calendar-multiget", "{DAV:}expand-property"} <= listed
    assert listed & {f"{C}free-busy-query"} == free_busy


@pytest.mark.rfc("4791", "7.1")
def test_properties_of_a_calendar_can_be_expanded(diary):
    body = '<expand-property xmlns="DAV:"><property name="owner"><property name="displayname"/></property></expand-property>'
    answer = diary.report(CALENDAR, body)
    assert answer.xml.findtext(".//{DAV:}owner/{DAV:}response//{DAV:}displayname") == "Alice"


@pytest.mark.rfc("4791", "4.2/members")
@pytest.mark.parametrize(
    ("body", "media_type"),
    [("some text", "text/plain"), ("{}", "application/json"), ("BEGIN:VCARD\r\nEND:VCARD\r\n", "text/vcard"), ("", "")],
)
def test_a_calendar_holds_calendar_objects_only(alice, body, media_type):
    answer = alice.put(CALENDAR + "note.txt", body, content_type=media_type)
    assert answer.status in {403, 415}
    assert answer.condition in {f"{C}supported-calendar-data", f"{C}valid-calendar-data"}
    assert alice.get(CALENDAR + "note.txt").status == 404


@pytest.mark.rfc("4791", "5.2.1")
def test_a_description_keeps_its_language(alice):
    body = f'<D:propertyupdate {NS}><D:set><D:prop><C:calendar-description xml:lang="fr-CA">Été</C:calendar-description></D:prop></D:set></D:propertyupdate>'
    alice.proppatch(CALENDAR, body)
    element = of(alice, CALENDAR, DESCRIPTION)
    assert (element.text, element.get("{http://www.w3.org/XML/1998/namespace}lang")) == ("Été", "fr-CA")
    assert DESCRIPTION not in alice.propfind(CALENDAR).multistatus[CALENDAR].found


def mkcalendar(client, *properties):
    body = f"<C:mkcalendar {NS}><X:odd/><D:set><D:prop>{''.join(properties)}</D:prop></D:set></C:mkcalendar>"
    return client.request("MKCALENDAR", HOME + "new/", body, content_type="application/xml")


@pytest.mark.rfc("4791", "5.3.1/order", "9.1", "9.2")
def test_the_later_of_two_values_stays_with_a_new_calendar(alice):
    done = mkcalendar(alice, "<D:displayname>one</D:displayname>", "<D:displayname>two</D:displayname>")
    assert (done.status, of(alice, HOME + "new/", "{DAV:}displayname").text) == (201, "two")
    assert {f"{C}calendar", "{DAV:}collection"} == {e.tag for e in of(alice, HOME + "new/", "{DAV:}resourcetype")}


@pytest.mark.rfc("4791", "5.3.1/atomic", "5.3.1.1")
def test_a_calendar_that_cannot_be_made_as_was_asked_is_not_made(alice):
    answer = mkcalendar(alice, "<D:displayname>one</D:displayname>", "<D:getetag>x</D:getetag>")
    told = {e.tag: p.findtext("{DAV:}status").split()[1] for p in answer.xml.iter("{DAV:}propstat") for e in p[0]}
    assert (answer.status, answer.xml.tag) == (207, "{DAV:}multistatus")
    assert told == {"{DAV:}displayname": "424", "{DAV:}getetag": "403"}
    assert alice.propfind(HOME + "new/").status == 404


@pytest.mark.rfc("4791", "5.3.3", "8.5.1", "8.5.2")
@pytest.mark.parametrize(
    "line",
    [
        "X-THING;X-PARAM=one;X-OTHER=\"two\":value",
        "SUMMARY;X-PARAM=1:Lunch",
        "BEGIN:X-PART\r\nX-IN:1\r\nEND:X-PART",
        "ATTACH;FMTTYPE=text/plain;ENCODING=BASE64;VALUE=BINARY:aGVsbG8=",
        "ATTACH;FMTTYPE=application/pdf:https://example.org/minutes.pdf",
    ],
)  # fmt: skip
def test_what_is_not_of_the_standard_and_what_is_attached_is_kept(alice, line):
    body = event("a", line)
    assert put(alice, "a.ics", body).status == 201
    assert alice.get(CALENDAR + "a.ics").body == body.encode()


@pytest.mark.rfc("4791", "6.1", "6.1.1")
def test_the_right_to_see_free_and_busy_is_part_of_the_right_to_read(alice):
    found = of(alice, CALENDAR, "{DAV:}supported-privilege-set")
    (read,) = (
        entry
        for entry in found.iter("{DAV:}supported-privilege")
        if entry.find("{DAV:}privilege/{DAV:}read") is not None
    )
    assert read.find(f".//{C}read-free-busy") is not None


QUERY = f'<C:calendar-query {NS}><D:prop><D:getetag/></D:prop><C:filter><C:comp-filter name="VCALENDAR">{{}}</C:comp-filter></C:filter></C:calendar-query>'
MULTIGET = (
    f"<C:calendar-multiget {NS}><D:prop><D:getetag/></D:prop><D:href>{CALENDAR}a.ics</D:href></C:calendar-multiget>"
)
FREE_BUSY = (
    f'<C:free-busy-query {NS}><C:time-range start="20260310T000000Z" end="20260311T000000Z"/></C:free-busy-query>'
)


@pytest.mark.rfc("4791", "A", "6.1.1")
@pytest.mark.parametrize(
    ("method", "path", "body", "privilege", "where"),
    [
        ("MKCALENDAR", HOME + "new/", "", "bind", HOME),
        ("PUT", CALENDAR + "new.ics", event("new"), "bind", CALENDAR),
        ("PUT", CALENDAR + "a.ics", event("a"), "write-content", CALENDAR + "a.ics"),
        ("REPORT", CALENDAR, QUERY.format(""), "read", CALENDAR),
        ("REPORT", CALENDAR, MULTIGET, "read", CALENDAR),
    ],
)
def test_methods_need_the_privilege_of_the_table(diary, bob, method, path, body, privilege, where):
    everything_else = {"read-acl", "write-acl", "write-properties", "bind", "write-content", "unbind", "unlock"} - {
        privilege
    }
    reading = {"read"} - {privilege}
    share(diary, HOME, grant("/principals/users/bob/", *sorted(everything_else | reading)))
    answer = bob.request(method, path, body, depth="1" if method == "REPORT" else "")
    assert missing(answer) == [(where, privilege.rpartition("}")[2])]


@pytest.mark.rfc("4791", "7.10")
def test_who_may_not_see_when_one_is_busy_is_told_that_nothing_is_there(diary, bob):
    share(diary, HOME, grant("/principals/users/bob/", "bind", "write-properties"))
    assert bob.report(CALENDAR, FREE_BUSY, depth="1").status == 404
    share(diary, HOME, grant("/principals/users/bob/", READ_FREE_BUSY))
    assert bob.report(CALENDAR, FREE_BUSY, depth="1").status == 200
    assert diary.report(CALENDAR + "a.ics", FREE_BUSY).status == 403


@pytest.mark.rfc("4791", "9.4", "7.5.1")
def test_collations_are_listed_each_in_an_element(alice):
    found = of(alice, CALENDAR, f"{C}supported-collation-set")
    assert {child.tag for child in found} == {f"{C}supported-collation"}
    assert {"i;ascii-casemap", "i;octet"} <= {child.text for child in found}


@pytest.mark.rfc("4791", "9.5", "9.10", "9.11", "1.2")
@pytest.mark.parametrize(
    "body",
    [
        QUERY.format('<X:odd/><C:comp-filter name="VEVENT" odd="1"/>').replace("<D:prop>", "<X:odd><D:prop/></X:odd><D:prop>"),
        f'<C:calendar-query {NS}><C:filter><C:comp-filter name="VCALENDAR"/></C:filter><D:prop><D:getetag/></D:prop></C:calendar-query>',
        f"<C:calendar-multiget {NS}><D:href>{CALENDAR}a.ics</D:href><X:odd/><D:prop><D:getetag/></D:prop></C:calendar-multiget>",
    ],
)  # fmt: skip
def test_elements_that_are_not_known_are_as_if_they_were_not_there(diary, body):
    assert set(diary.report(CALENDAR, body, depth="1").multistatus) == {CALENDAR + "a.ics"}


@pytest.mark.rfc("4791", "9.11")
def test_a_free_busy_query_needs_its_range_and_nothing_else(diary):
    assert diary.report(CALENDAR, FREE_BUSY, depth="1").status == 200
    assert diary.report(CALENDAR, f"<C:free-busy-query {NS}/>", depth="1").status == 400


@pytest.mark.rfc("4791", "7.4")
@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("20260310T100000Z", "20260310T110000Z", set()),
        ("20260310T110000Z", "20260310T110001Z", {CALENDAR + "a.ics"}),
        ("20260310T120000Z", "20260310T130000Z", set()),
        ("20260310T115959Z", "20260310T120000Z", {CALENDAR + "a.ics"}),
    ],
)
def test_a_range_holds_its_start_and_not_its_end(alice, start, end, found):
    put(alice, "a.ics", event("a", "DTEND:20260310T120000Z"))
    condition = f'<C:comp-filter name="VEVENT"><C:time-range start="{start}" end="{end}"/></C:comp-filter>'
    assert set(alice.report(CALENDAR, QUERY.format(condition), depth="1").multistatus) == found


@pytest.mark.rfc("4791", "11")
@pytest.mark.parametrize("method", ["GET", "PROPFIND", "REPORT"])
def test_strangers_see_no_calendar(diary, method):
    diary.authorization = ""
    assert diary.request(method, CALENDAR, QUERY.format("") if method == "REPORT" else "").status == 401
    assert diary.request(method, CALENDAR + "a.ics").status == 401
