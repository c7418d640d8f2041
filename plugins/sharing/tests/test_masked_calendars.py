"""What sharees get of a calendar: busy time alone, or what its classes let others see, by every way there is."""

import json

import pytest

from .conftest import BOOK, CALENDAR, HOUR, calendar, component, event

C = "{urn:ietf:params:xml:ns:caldav}"
NAMESPACES = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'
DATA = C + "calendar-data"
SURGERY = event("surgery", *HOUR, "SUMMARY:Surgery", "LOCATION:Clinic", "CATEGORIES:HEALTH")


@pytest.fixture
def diary(alice, share):
    """A surgery, a day off that makes nobody busy, a task, and events of each class."""
    events = {
        "surgery": SURGERY,
        "off": event("off", "DTSTART;VALUE=DATE:20260310", "TRANSP:TRANSPARENT", "SUMMARY:Day off"),
        "task": calendar(component("VTODO", "task", "DUE:20260310T110000Z", "SUMMARY:Fetch the pills")),
        "private": event("private", *HOUR, "SUMMARY:Hidden", "CLASS:PRIVATE"),
        "confidential": event("confidential", *HOUR, "SUMMARY:Hushed", "CLASS:CONFIDENTIAL"),
    }
    places = {"task": "/calendars/alice/tasks/"}
    for name, body in events.items():
        path = f"{places.get(name, CALENDAR)}{name}.ics"
        assert alice.put(path, body, content_type="text/calendar").status == 201
    return alice


def names(answer):
    return sorted(path.rpartition("/")[2].removesuffix(".ics") for path in answer.multistatus if path.endswith(".ics"))


def query(client, conditions, *, prop="<D:getetag/>"):
    body = (
        f"<C:calendar-query {NAMESPACES}><D:prop>{prop}</D:prop><C:filter>"
        f'<C:comp-filter name="VCALENDAR">{conditions}</C:comp-filter></C:filter></C:calendar-query>'
    )
    return client.report(CALENDAR, body, depth="1")


def events_with(conditions):
    return f'<C:comp-filter name="VEVENT">{conditions}</C:comp-filter>'


def text_is(name, text):
    return events_with(f'<C:prop-filter name="{name}"><C:text-match>{text}</C:text-match></C:prop-filter>')


SECRETS = (b"Surgery", b"Clinic", b"HEALTH", b"off", b"pills", b"Hidden", b"Hushed")


def told(answer):
    """The secrets that are anywhere in an answer."""
    return [secret for secret in SECRETS if secret in answer.body]


@pytest.mark.parametrize(
    ("access", "shown"),
    [
        ("busy", ["confidential", "private", "surgery"]),
        ("read", ["confidential", "off", "surgery"]),
        ("read-write", ["confidential", "off", "surgery"]),
    ],
)
def test_an_access_decides_what_is_there(diary, bob, share, access, shown):
    share(access)
    ways = [
        bob.propfind(CALENDAR, "{DAV:}getetag", depth="1"),
        bob.sync(CALENDAR),
        query(bob, ""),
        query(bob, '<C:comp-filter name="VEVENT"/>'),
        query(bob, events_with('<C:time-range start="20260301T000000Z" end="20260401T000000Z"/>')),
    ]
    assert [names(way) for way in ways] == [shown] * len(ways)


EXPANDED = '<C:calendar-data><C:expand start="20260301T000000Z" end="20260401T000000Z"/></C:calendar-data>'
MULTIGET = (
    f"<C:calendar-multiget {NAMESPACES}><D:prop><C:calendar-data/></D:prop><D:href>{CALENDAR}surgery.ics</D:href>"
    f"<D:href>{CALENDAR}off.ics</D:href></C:calendar-multiget>"
)


@pytest.mark.parametrize(
    "ask",
    [
        lambda bob: bob.get(CALENDAR + "surgery.ics"),
        lambda bob: bob.get(CALENDAR + "surgery.ics", accept="application/calendar+json"),
        lambda bob: bob.get(CALENDAR),
        lambda bob: bob.get(CALENDAR + "?accept=jcal"),
        lambda bob: bob.get(CALENDAR + "?start=20260301&end=20260401&expand=1"),
        lambda bob: query(bob, "", prop="<C:calendar-data/>"),
        lambda bob: query(bob, "", prop=EXPANDED),
        lambda bob: query(bob, "", prop='<C:calendar-data content-type="application/calendar+json"/>'),
        lambda bob: bob.report(CALENDAR, MULTIGET),
        lambda bob: bob.propfind(CALENDAR + "surgery.ics", DATA),
        lambda bob: bob.propfind(CALENDAR, depth="1"),
        lambda bob: bob.put(CALENDAR + "surgery.ics", SURGERY.replace("Surgery", "x"), prefer="return=representation"),
    ],
    ids=["get", "jcal", "file", "file-jcal", "expanded-file", "query", "expand", "query-jcal", "multiget", "propfind",
         "allprop", "refused"],
)  # fmt: skip
def test_busy_time_tells_nothing_more(diary, bob, ask):
    answer = ask(bob)
    hrefs = answer.body.replace(b"off.ics", b"")
    assert [secret for secret in SECRETS if secret in hrefs] == []


def test_busy_time_is_told_as_such(diary, bob):
    assert "SUMMARY:Busy" in bob.get(CALENDAR + "surgery.ics").text
    assert "Busy" in json.dumps(bob.get(CALENDAR + "surgery.ics", accept="application/calendar+json").json)


@pytest.mark.parametrize("name", ["SUMMARY", "LOCATION", "CATEGORIES"])
def test_what_is_hidden_cannot_be_searched(diary, bob, name):
    text = {"SUMMARY": "surg", "LOCATION": "clin", "CATEGORIES": "health"}[name]
    assert names(query(diary, text_is(name, text))) == ["surgery"]
    assert names(query(bob, text_is(name, text))) == []


@pytest.mark.parametrize("negated", ["SUMMARY", "LOCATION"])
def test_what_is_hidden_cannot_be_found_by_what_it_is_not(diary, bob, negated):
    match = f'<C:prop-filter name="{negated}"><C:is-not-defined/></C:prop-filter>'
    told_apart = {"SUMMARY": [], "LOCATION": ["confidential", "private", "surgery"]}[negated]
    assert names(query(bob, events_with(match))) == told_apart


def test_an_alarm_that_is_hidden_cannot_be_found(alice, bob, share):
    alarm = "\r\n".join(["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:x", "TRIGGER:-PT1H", "END:VALARM"])
    alice.put(CALENDAR + "a.ics", event("a", *HOUR, alarm), content_type="text/calendar")
    ringing = (
        '<C:comp-filter name="VALARM"><C:time-range start="20260310T093000Z" end="20260310T103000Z"/></C:comp-filter>'
    )
    assert names(query(alice, events_with(ringing))) == ["a"]
    assert names(query(bob, events_with(ringing))) == []
    assert names(query(bob, events_with('<C:comp-filter name="VALARM"/>'))) == []


def test_an_instance_that_is_hidden_is_in_no_range(alice, bob, share):
    share("read")
    series = component("VEVENT", "s", "DTSTART:20260301T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3")
    moved = ("RECURRENCE-ID:20260302T100000Z", "DTSTART:20260320T100000Z", "DURATION:PT1H", "CLASS:PRIVATE")
    alice.put(CALENDAR + "s.ics", calendar(series, component("VEVENT", "s", *moved)), content_type="text/calendar")
    ranges = [f'<C:time-range start="202603{day}T000000Z" end="202603{day}T230000Z"/>' for day in ("01", "02", "20")]
    assert [names(query(bob, events_with(one))) for one in ranges] == [["s"], [], []]


def test_the_size_of_what_is_hidden_is_not_told(diary, bob):
    sizes = []
    for summary in ("short", "long" * 50):
        diary.put(CALENDAR + "surgery.ics", SURGERY.replace("Surgery", summary), content_type="text/calendar")
        found = bob.propfind(CALENDAR, "{DAV:}getcontentlength", "{DAV:}quota-used-bytes", depth="1").multistatus
        sizes.append(found[CALENDAR + "surgery.ics"].text("{DAV:}getcontentlength"))
        sizes.append(str(found[CALENDAR].missing.get("{DAV:}quota-used-bytes")))
    assert sizes[:2] == sizes[2:]


FREE_BUSY = f'<C:free-busy-query {NAMESPACES}><C:time-range start="20260301T000000Z" end="20260401T000000Z"/></C:free-busy-query>'


@pytest.mark.parametrize("access", ["busy", "read"])
def test_busy_time_itself_is_the_same_for_everybody(diary, bob, share, access):
    share(access)

    def periods(client):
        text = client.report(CALENDAR, FREE_BUSY, depth="1").text
        return [line for line in text.splitlines() if line.startswith("FREEBUSY")]

    assert periods(bob) == periods(diary) == ["FREEBUSY:20260310T110000Z/20260310T120000Z"]


def test_a_copy_has_what_its_maker_sees(diary, bob):
    answer = bob.request("COPY", CALENDAR + "surgery.ics", destination="/calendars/bob/calendar/copy.ics")
    assert answer.status == 201
    assert told(bob.get("/calendars/bob/calendar/copy.ics")) == []
    assert told(bob.get("/calendars/bob/calendar/")) == []


def test_a_uid_that_is_hidden_is_refused_without_saying_where_it_is(diary, bob, share):
    share("read-write")
    answer = bob.put(CALENDAR + "new.ics", event("private", *HOUR), content_type="text/calendar")
    assert (answer.status, answer.condition, b"href" in answer.body) == (409, C + "no-uid-conflict", False)


def test_a_confidential_event_cannot_be_overwritten_by_who_sees_busy_time(diary, bob, share):
    share("read-write")
    path = CALENDAR + "confidential.ics"
    assert bob.put(path, bob.get(path).body, content_type="text/calendar").status == 403
    assert "Hushed" in diary.get(path).text


def test_what_is_private_is_busy_time_where_the_administrator_says_so(make_house):
    from a3dav.testing.people import add_person

    from .conftest import Shared

    house = make_house(plugins__sharing__private="busy")
    alice, bob = add_person(house, "alice"), add_person(house, "bob")
    house.plugins.register(Shared("read"))
    alice.put(CALENDAR + "p.ics", event("p", *HOUR, "SUMMARY:Hidden", "CLASS:PRIVATE"), content_type="text/calendar")
    assert "SUMMARY:Busy" in bob.get(CALENDAR + "p.ics").text


def test_cards_of_a_class_are_not_there_for_others(alice, bob, share):
    share("read")
    for name, line in (("open", "CLASS:PUBLIC"), ("hidden", "CLASS:PRIVATE")):
        card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{name}\r\nFN:{name}\r\nN:{name};;;;\r\n{line}\r\nEND:VCARD\r\n"
        assert alice.put(f"{BOOK}{name}.vcf", card, content_type="text/vcard").status == 201
    search = (
        '<CR:addressbook-query xmlns:D="DAV:" xmlns:CR="urn:ietf:params:xml:ns:carddav"><D:prop><D:getetag/>'
        '<CR:address-data/></D:prop><CR:filter><CR:prop-filter name="FN"/></CR:filter></CR:addressbook-query>'
    )
    assert list(bob.report(BOOK, search, depth="1").multistatus) == [BOOK + "open.vcf"]
    assert b"hidden" not in bob.get(BOOK).body
    assert bob.get(BOOK + "hidden.vcf").status == 404
