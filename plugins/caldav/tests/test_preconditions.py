"""Every precondition of RFC 4791 and RFC 7809: a method, a situation, and the one element that refuses it."""

import pytest

from a3dav.testing.people import add_person

from .conftest import BERLIN, CALENDAR, LUNCH, NAMESPACES, TASKS, C, calendar, component, event, todo

D = "{DAV:}"
HOME = "/calendars/alice/"
NEW = HOME + "new/"
HERE = CALENDAR + "x.ics"
FILE = "/files/alice/x.ics"
AT = ("DTSTART:20260310T110000Z", "DTEND:20260310T120000Z")
ONE = event("one", *AT)
MANY = ["ATTENDEE:mailto:a@example.org"] * 4
ELEVEN = ("DTSTART:20260101T000000Z", "RRULE:FREQ=DAILY;COUNT=11")
EARLY, LATE = "19990101T000000Z", "20400101T000000Z"

CONTENT = [
    ("valid-calendar-data", "nonsense"),
    ("valid-calendar-data", ""),
    ("valid-calendar-data", ONE.replace("END:VEVENT\r\n", "")),
    ("valid-calendar-data", ONE + ONE),
    ("valid-calendar-data", event("one", "DTSTART:tomorrow")),
    ("valid-calendar-object-resource", calendar("METHOD:REQUEST", component("VEVENT", "one", *AT))),
    ("valid-calendar-object-resource", calendar(component("VEVENT", "a", *AT), component("VEVENT", "b", *AT))),
    ("valid-calendar-object-resource", calendar(component("VEVENT", "a", *AT), component("VTODO", "a"))),
    ("valid-calendar-object-resource", calendar("\r\n".join(["BEGIN:VEVENT", *AT, "END:VEVENT"]))),
    ("supported-calendar-component", calendar(BERLIN)),
    ("supported-calendar-component", todo("one")),
    ("valid-timezone", event("one", "DTSTART;TZID=Atlantis/Capital:20260310T110000")),
    ("max-resource-size", event("one", *AT, "DESCRIPTION:" + "x" * 5000)),
    ("min-date-time", event("one", f"DTSTART:{EARLY}")),
    ("min-date-time", event("one", *AT, "RRULE:FREQ=DAILY", f"EXDATE:{EARLY}")),
    ("min-date-time", event("one", "DTSTART;TZID=Asia/Tokyo:20000101T080000")),
    ("max-date-time", event("one", f"DTSTART:{LATE}")),
    ("max-date-time", event("one", "DTSTART:20260310T110000Z", f"DTEND:{LATE}")),
    ("max-date-time", event("one", "DTSTART;TZID=America/New_York:20301231T230000")),
    ("max-instances", event("one", *ELEVEN)),
    ("max-attendees-per-instance", event("one", *AT, *MANY)),
]


@pytest.fixture
def strict(make_house):
    """Alice's client where every limit is set; her calendar holds a lunch."""
    limits = {"min_year": 2000, "max_year": 2030, "max_instances": 10, "max_attendees": 3}
    settings = {f"plugins__caldav__{name}": value for name, value in limits.items()}
    alice = add_person(make_house(limits__max_resource_size=4000, **settings), "alice")
    assert alice.put(CALENDAR + "lunch.ics", LUNCH, content_type="text/calendar").status == 201
    return alice


@pytest.mark.rfc(
    "4791",
    "5.3.2.1",
    "5.3.2.1/valid-calendar-data",
    "5.3.2.1/valid-calendar-object-resource",
    "5.3.2.1/supported-calendar-component",
    "5.3.2.1/max-resource-size",
    "5.3.2.1/min-date-time",
    "5.3.2.1/max-date-time",
    "5.3.2.1/max-instances",
    "5.3.2.1/max-attendees-per-instance",
)
@pytest.mark.rfc("4791", "4.1/one-type", "4.1/timezones", "4.1/no-method", "4.1/one-uid")
@pytest.mark.rfc("4791", "5.2.3", "5.2.5", "5.2.6", "5.2.7", "5.2.8", "5.2.9", "5.3.2")
@pytest.mark.rfc("7809", "3.1.4")
@pytest.mark.parametrize(("condition", "body"), CONTENT)
def test_a_put_of_what_a_calendar_does_not_take_is_refused(strict, condition, body):
    answer = strict.put(HERE, body, content_type="text/calendar")
    assert (answer.status, answer.condition) == (403, C + condition)
    assert strict.get(HERE).status == 404


@pytest.mark.rfc(
    "4791",
    "5.3.2.1",
    "5.3.2.1/valid-calendar-data",
    "5.3.2.1/valid-calendar-object-resource",
    "5.3.2.1/supported-calendar-component",
    "5.3.2.1/max-resource-size",
    "5.3.2.1/min-date-time",
    "5.3.2.1/max-date-time",
    "5.3.2.1/max-instances",
    "5.3.2.1/max-attendees-per-instance",
)
@pytest.mark.parametrize("method", ["COPY", "MOVE"])
@pytest.mark.parametrize(("condition", "body"), CONTENT)
def test_copy_and_move_into_a_calendar_meet_the_preconditions_of_put(strict, method, condition, body):
    assert strict.put(FILE, body, content_type="text/calendar").status == 201
    answer = strict.request(method, FILE, destination=HERE)
    assert (answer.status, answer.condition) == (403, C + condition)
    assert (strict.get(FILE).text, strict.get(HERE).status) == (body, 404)


@pytest.mark.rfc("4791", "5.3.2.1/supported-calendar-data", "5.2.4")
@pytest.mark.parametrize("media_type", ["text/plain", "text/vcard", "image/png"])
def test_a_calendar_holds_calendar_data_alone(strict, media_type):
    assert strict.put(FILE, ONE, content_type=media_type).status == 201
    answers = [
        strict.put(HERE, ONE, content_type=media_type),
        strict.request("COPY", FILE, destination=HERE),
        strict.request("MOVE", FILE, destination=HERE),
    ]
    assert [(a.status, a.condition) for a in answers] == [(403, C + "supported-calendar-data")] * 3


@pytest.mark.rfc("4791", "5.3.2.1/no-uid-conflict")
def test_a_uid_that_is_in_use_is_refused_and_its_holder_named(strict):
    strict.put(FILE, LUNCH, content_type="text/calendar")
    answers = [
        strict.put(HERE, LUNCH, content_type="text/calendar"),
        strict.request("COPY", FILE, destination=HERE),
        strict.request("MOVE", FILE, destination=HERE),
        strict.request("COPY", CALENDAR + "lunch.ics", destination=HERE),
        strict.put(CALENDAR + "lunch.ics", ONE, content_type="text/calendar"),
    ]
    assert [(a.status, a.condition) for a in answers] == [(409, C + "no-uid-conflict")] * 5
    assert {a.xml.findtext(f"{C}no-uid-conflict/{D}href") for a in answers} == {CALENDAR + "lunch.ics"}


@pytest.mark.rfc("4791", "5.3.2.1/calendar-collection-location-ok", "4.2/no-nesting")
@pytest.mark.parametrize("method", ["COPY", "MOVE"])
@pytest.mark.parametrize(
    "place", [CALENDAR + "inner/", TASKS + "inner/", "/files/alice/inner/", "/addressbooks/alice/x/"]
)
def test_a_calendar_is_copied_and_moved_to_a_calendar_home_alone(strict, method, place):
    answer = strict.request(method, CALENDAR, destination=place)
    assert (answer.status, answer.condition) == (403, C + "calendar-collection-location-ok")


def props(*inner):
    return f"<D:set><D:prop>{''.join(inner)}</D:prop></D:set>"


def mkcalendar(*inner):
    return f"<C:mkcalendar {NAMESPACES}>{props(*inner)}</C:mkcalendar>"


def mkcol(*inner):
    kind = "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype>"
    return f"<D:mkcol {NAMESPACES}>{props(kind, *inner)}</D:mkcol>"


def patch(*inner):
    return f"<D:propertyupdate {NAMESPACES}>{props(*inner)}</D:propertyupdate>"


@pytest.mark.rfc("4791", "5.3.1/resource-must-be-null", "5.3.1/calendar-collection-location-ok", "5.3.1.1")
@pytest.mark.rfc("4791", "4.2/no-nesting")
@pytest.mark.parametrize(
    ("path", "condition"),
    [
        (CALENDAR, D + "resource-must-be-null"),
        (HOME, D + "resource-must-be-null"),
        (CALENDAR + "lunch.ics", D + "resource-must-be-null"),
        (CALENDAR + "inner/", C + "calendar-collection-location-ok"),
        ("/files/alice/calendar/", C + "calendar-collection-location-ok"),
    ],
)
def test_mkcalendar_where_no_calendar_can_be_made_is_refused(strict, path, condition):
    answer = strict.request("MKCALENDAR", path)
    assert (answer.status, answer.condition) == (403, condition)


@pytest.mark.rfc("4791", "5.3.1/needs-privileges")
@pytest.mark.rfc("3744", "7.1.1")
def test_mkcalendar_needs_the_privilege_to_bind(strict):
    bob = add_person(strict.house, "bob")
    answer = bob.request("MKCALENDAR", NEW)
    assert (answer.status, answer.condition) == (403, D + "need-privileges")


@pytest.mark.rfc("4791", "5.3.1", "4.2/resourcetype")
@pytest.mark.parametrize(("method", "body"), [("MKCALENDAR", ""), ("MKCALENDAR", mkcalendar()), ("MKCOL", mkcol())])
def test_what_was_made_is_a_calendar(strict, method, body):
    answer = strict.request(method, NEW, body)
    types = strict.propfind(NEW, D + "resourcetype").multistatus[NEW].found[D + "resourcetype"]
    assert (answer.status, answer.headers["cache-control"]) == (201, "no-cache")
    assert {element.tag for element in types} == {D + "collection", C + "calendar"}


ZONES = [
    ("calendar-timezone", "valid-calendar-data", "nonsense"),
    ("calendar-timezone", "valid-calendar-data", calendar()),
    ("calendar-timezone", "valid-calendar-data", calendar(BERLIN, BERLIN)),
    ("calendar-timezone", "valid-calendar-data", LUNCH),
    ("calendar-timezone", "valid-calendar-data", BERLIN),
    ("calendar-timezone", "valid-calendar-data", calendar("BEGIN:VTIMEZONE\r\nTZID:Ours\r\nEND:VTIMEZONE")),
    ("calendar-timezone-id", "valid-timezone", "Atlantis/Capital"),
    ("calendar-timezone-id", "valid-timezone", ""),
]
SENDING = [("MKCALENDAR", NEW, mkcalendar, 207), ("MKCOL", NEW, mkcol, 424), ("PROPPATCH", CALENDAR, patch, 207)]


@pytest.mark.rfc("4791", "5.2.10", "5.3.1", "5.3.1/atomic", "5.3.1.1")
@pytest.mark.rfc("7809", "3.1.5/valid-timezone", "5.2")
@pytest.mark.rfc("5689", "3")
@pytest.mark.parametrize(("method", "path", "sent", "status"), SENDING)
@pytest.mark.parametrize(("local", "condition", "text"), ZONES)
def test_a_time_zone_that_is_none_is_refused(strict, method, path, sent, status, local, condition, text):
    answer = strict.request(method, path, sent("<D:displayname>A</D:displayname>", f"<C:{local}>{text}</C:{local}>"))
    blamed = [e for e in answer.xml.iter(D + "propstat") if e.find(f"{D}prop/{C}{local}") is not None]
    errors = [[entry.tag for entry in e.find(D + "error") if entry.tag != D + "responsedescription"] for e in blamed]
    assert (answer.status, errors) == (status, [[C + condition]])
    assert [e.findtext(D + "status").split()[1] for e in blamed] == ["403"]
    assert strict.propfind(CALENDAR, C + local).multistatus[CALENDAR].missing == {C + local: 404}
    assert strict.propfind(NEW, D + "displayname").status == 404


def query(conditions="", extra="", data=""):
    return (
        f"<C:calendar-query {NAMESPACES}><D:prop><D:getetag/>{data}</D:prop>"
        f'<C:filter><C:comp-filter name="VCALENDAR">{conditions}</C:comp-filter></C:filter>{extra}</C:calendar-query>'
    )


def multiget(data):
    return (
        f"<C:calendar-multiget {NAMESPACES}><D:prop>{data}</D:prop><D:href>{CALENDAR}lunch.ics</D:href>"
        "</C:calendar-multiget>"
    )


def within(start, end):
    return f'<C:comp-filter name="VEVENT"><C:time-range start="{start}" end="{end}"/></C:comp-filter>'


def shaped(name, start, end):
    return f'<C:calendar-data><C:{name} start="{start}" end="{end}"/></C:calendar-data>'


def alarmed(start, end):
    return f'<C:comp-filter name="VEVENT"><C:comp-filter name="VALARM"><C:time-range start="{start}" end="{end}"/></C:comp-filter></C:comp-filter>'


NOW = "20260101T000000Z"
LATIN = '<C:comp-filter name="VEVENT"><C:prop-filter name="UID"><C:text-match collation="latin">a</C:text-match></C:prop-filter></C:comp-filter>'
NO_FILTER = f"<C:calendar-query {NAMESPACES}><C:filter>{within(NOW, LATE)}</C:filter></C:calendar-query>"
FREE_BUSY = f"<C:free-busy-query {NAMESPACES}><C:time-range start='{{}}' end='{{}}'/>{{}}</C:free-busy-query>"
WORD = '<C:calendar-data content-type="application/msword"/>'
OLD = '<C:calendar-data content-type="text/calendar" version="1.0"/>'


@pytest.mark.rfc(
    "4791",
    "7.8/supported-calendar-data",
    "7.8/valid-filter",
    "7.8/valid-calendar-data",
    "7.8/min-date-time",
    "7.8/max-date-time",
    "7.8/supported-collation",
    "7.9",
    "9.6",
    "9.7",
    "9.8",
    "9.9",
    "7.5",
)
@pytest.mark.rfc("7809", "3.1.6", "6.1", "6.2")
@pytest.mark.parametrize(
    ("condition", "body"),
    [
        ("supported-calendar-data", query(data=WORD)),
        ("supported-calendar-data", query(data=OLD)),
        ("supported-calendar-data", multiget(WORD)),
        ("supported-calendar-data", multiget(OLD)),
        ("valid-filter", NO_FILTER),
        ("valid-filter", query('<C:comp-filter name="VTODO"><C:comp-filter name="VEVENT"/></C:comp-filter>')),
        ("valid-filter", query(within("20260102T000000Z", "20260101T000000Z"))),
        ("supported-collation", query(LATIN)),
        ("valid-calendar-data", query(extra="<C:timezone>nonsense</C:timezone>")),
        ("valid-calendar-data", query(extra=f"<C:timezone>{LUNCH}</C:timezone>")),
        ("valid-timezone", query(extra="<C:timezone-id>Atlantis/Capital</C:timezone-id>")),
        ("valid-timezone", FREE_BUSY.format(NOW, "20260201T000000Z", "<C:timezone-id>Atlantis</C:timezone-id>")),
        ("min-date-time", query(within(EARLY, NOW))),
        ("min-date-time", query(alarmed(EARLY, NOW))),
        ("max-date-time", query(within(NOW, LATE))),
        ("min-date-time", query(data=shaped("expand", EARLY, NOW))),
        ("max-date-time", query(data=shaped("limit-recurrence-set", NOW, LATE))),
        ("min-date-time", multiget(shaped("limit-freebusy-set", EARLY, NOW))),
        ("max-date-time", multiget(shaped("expand", NOW, LATE))),
    ],
)
def test_a_report_that_cannot_be_answered_is_refused(strict, condition, body):
    answer = strict.report(CALENDAR, body, depth="1")
    assert (answer.status, answer.condition) == (403, C + condition)


@pytest.mark.rfc("4791", "7.8/number-of-matches-within-limits", "7.10")
@pytest.mark.parametrize(
    "body",
    [
        query(within(NOW, "20261231T000000Z"), data=shaped("expand", NOW, "20261231T000000Z")),
        FREE_BUSY.format(NOW, "20261231T000000Z", ""),
    ],
)
def test_a_report_that_matches_too_much_is_refused(make_house, body):
    alice = add_person(make_house(limits__expansion_steps=1000), "alice")
    for name in "abcde":
        alice.put(f"{CALENDAR}{name}.ics", event(name, "DTSTART:20260101T000000Z", "RRULE:FREQ=HOURLY"))
    answer = alice.report(CALENDAR, body, depth="1")
    assert (answer.status, answer.condition) == (403, D + "number-of-matches-within-limits")


@pytest.mark.rfc("4791", "7.10")
def test_a_free_busy_query_is_about_collections(strict):
    answer = strict.report(CALENDAR + "lunch.ics", FREE_BUSY.format(NOW, "20260201T000000Z", ""))
    assert (answer.status, answer.condition) == (403, D + "supported-report")
