"""A calendar with a few events in it, and the requests that tests repeat."""

import pytest

CALENDAR = "/calendars/alice/calendar/"
TASKS = "/calendars/alice/tasks/"
C = "{urn:ietf:params:xml:ns:caldav}"
NAMESPACES = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'
BERLIN = "\r\n".join(
    [
        "BEGIN:VTIMEZONE", "TZID:Europe/Berlin",
        "BEGIN:STANDARD", "DTSTART:19701025T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD",
        "BEGIN:DAYLIGHT", "DTSTART:19700329T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT", "END:VTIMEZONE",
    ]
)  # fmt: skip


def calendar(*parts):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *parts, "END:VCALENDAR", ""])


def component(name, uid, *lines):
    return "\r\n".join([f"BEGIN:{name}", f"UID:{uid}", "DTSTAMP:20260101T000000Z", *lines, f"END:{name}"])


def event(uid, *lines, zones=()):
    return calendar(*zones, component("VEVENT", uid, *lines))


def todo(uid, *lines):
    return calendar(component("VTODO", uid, *lines))


LUNCH = event("lunch", "DTSTART:20260310T110000Z", "DTEND:20260310T120000Z", "SUMMARY:Lunch with Grace")
STANDUP = event(
    "standup", "DTSTART;TZID=Europe/Berlin:20260105T090000", "DURATION:PT15M", "RRULE:FREQ=WEEKLY", "SUMMARY:Stand-up",
    zones=(BERLIN,),
)  # fmt: skip
HOLIDAY = event("holiday", "DTSTART;VALUE=DATE:20260501", "SUMMARY:Day off", "TRANSP:TRANSPARENT")


@pytest.fixture
def diary(alice):
    """Alice's client; her calendar holds a lunch, a weekly stand-up and a day off."""
    assert alice.put(CALENDAR + "lunch.ics", LUNCH, content_type="text/calendar").status == 201
    assert alice.put(CALENDAR + "standup.ics", STANDUP, content_type="text/calendar").status == 201
    assert alice.put(CALENDAR + "holiday.ics", HOLIDAY, content_type="text/calendar").status == 201
    return alice


@pytest.fixture
def query(diary):
    """Sends a calendar-query with these conditions inside of the VCALENDAR filter."""

    def send(conditions, *, prop="<D:getetag/>", path=CALENDAR, depth="1", extra="", **headers):
        body = (
            f"<C:calendar-query {NAMESPACES}><D:prop>{prop}</D:prop>"
            f'<C:filter><C:comp-filter name="VCALENDAR">{conditions}</C:comp-filter></C:filter>{extra}'
            "</C:calendar-query>"
        )
        return diary.report(path, body, depth=depth, **headers)

    return send


@pytest.fixture
def found(query):
    """The names of the objects that a calendar-query finds."""

    def names(conditions, **options):
        rows = query(conditions, **options).multistatus
        return {href.rpartition("/")[2].removesuffix(".ics") for href in rows}

    return names


@pytest.fixture
def multiget(diary):
    """Sends a calendar-multiget for these hrefs."""

    def send(*hrefs, prop="<D:getetag/><C:calendar-data/>", path=CALENDAR, depth="", **headers):
        named = "".join(f"<D:href>{href}</D:href>" for href in hrefs)
        body = f"<C:calendar-multiget {NAMESPACES}><D:prop>{prop}</D:prop>{named}</C:calendar-multiget>"
        return diary.report(path, body, depth=depth, **headers)

    return send


@pytest.fixture
def free_busy(diary):
    """The FREEBUSY lines that a free-busy-query answers with."""

    def lines(start, end, path=CALENDAR, depth="1"):
        body = f'<C:free-busy-query {NAMESPACES}><C:time-range start="{start}" end="{end}"/></C:free-busy-query>'
        answer = diary.report(path, body, depth=depth)
        assert answer.status == 200, answer.text
        assert answer.headers["content-type"].startswith("text/calendar")
        return [line for line in answer.text.split("\r\n") if line.startswith("FREEBUSY")]

    return lines


def in_range(start, end, component="VEVENT"):
    return f'<C:comp-filter name="{component}"><C:time-range start="{start}" end="{end}"/></C:comp-filter>'
