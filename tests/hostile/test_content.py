"""Calendars and cards that are too much, too deep or without end, and the reports over those that are kept."""

from functools import partial

import pytest

from a3dav.testing import raw
from a3dav.testing.tricks import Trick

ask = partial(raw.ask, user="mallory:a secret")
CALENDAR = "/calendars/mallory/calendar/"
BOOK = "/addressbooks/mallory/addressbook/"
LINES = "\r\n".join


def event(uid, *lines, start="DTSTART:20260105T090000Z", more=()):
    return LINES(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//EN", *more, "BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z", *([start] if start else []), *lines, "END:VEVENT", "END:VCALENDAR", ""])  # fmt: skip


def kept(name, *lines, status=201, why="it is kept, and reckoned in bounded steps", **more):
    """An event that a calendar takes, or refuses as it is."""
    condition = more.pop("condition", "" if status == 201 else "valid-calendar-data")
    parts = {key: more.pop(key) for key in ("start", "more") if key in more}
    uid = name.replace(" ", "-")
    request = ask("PUT", f"{CALENDAR}{uid}.ics", "Content-Type: text/calendar", body=event(uid, *lines, **parts))
    return Trick("iCalendar", name, request, status, why, condition=condition, **more)


def refused(name, *lines, why, **more):
    return kept(name, *lines, status=403, why=why, **more)


def dense(name, *lines, **more):
    """An event that would make the reports of its calendar too dear."""
    return kept(name, *lines, status=403, why="RFC 4791 §5.2.8", condition="max-instances", **more)


def calendar(name, body, why, condition="valid-calendar-data", status=403, **more):
    def request():
        return ask(
            "PUT", f"{CALENDAR}broken.ics", "Content-Type: text/calendar", body=body() if callable(body) else body
        )

    return Trick("iCalendar", name, request, status, why, condition=condition, **more)


def zone(*lines):
    return ["BEGIN:VTIMEZONE", "TZID:Nowhere", *lines, "END:VTIMEZONE"]


def observance(number=0):
    return ["BEGIN:STANDARD", f"DTSTART:1970010{1 + number % 9}T000000", "RRULE:FREQ=SECONDLY", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:STANDARD"]  # fmt: skip


NOWHERE = "DTSTART;TZID=Nowhere:20260105T090000"

RULES = [
    dense("every second for ever", "RRULE:FREQ=SECONDLY"),
    dense("every second a billion times", "RRULE:FREQ=SECONDLY;COUNT=999999999"),
    dense("every second until 9999", "RRULE:FREQ=SECONDLY;UNTIL=99991231T235959Z"),
    dense("every day of everything", "RRULE:FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5,6,7,8,9"),
    kept("the 31st of February", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31"),
    kept("the 31st of February in seconds", "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31"),
    kept("the 366th day every 99th year", "RRULE:FREQ=YEARLY;INTERVAL=99;BYYEARDAY=366"),
    kept("a week that no year has on a day it lacks", "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO"),
    kept("a position out of reach", "RRULE:FREQ=DAILY;BYSETPOS=366"),
    kept("an impossible second every minute", "RRULE:FREQ=MINUTELY;BYSECOND=30;BYHOUR=3;BYMONTHDAY=31;BYMONTH=4"),
    kept("COUNT of an impossible rule", "RRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5"),
    dense("ten rules at once", *["RRULE:FREQ=SECONDLY"] * 10),
    dense("a hundred rules at once", *["RRULE:FREQ=MINUTELY;COUNT=1000000"] * 100),
    kept("an interval of ten million years", "RRULE:FREQ=YEARLY;INTERVAL=10000000"),
    refused("an interval beyond reason", "RRULE:FREQ=DAILY;INTERVAL=99999999999999999999", why="RFC 5545 §3.3.10"),
    refused("an interval of nothing", "RRULE:FREQ=DAILY;INTERVAL=0", why="RFC 5545 §3.3.10"),
    refused("a count of nothing", "RRULE:FREQ=DAILY;COUNT=0", why="RFC 5545 §3.3.10"),
    refused("a count beyond reason", "RRULE:FREQ=DAILY;COUNT=99999999999999999999", why="RFC 5545 §3.3.10"),
    refused("a position beyond a year", "RRULE:FREQ=DAILY;BYSETPOS=99999", why="RFC 5545 §3.3.10"),
    refused("a frequency nobody knows", "RRULE:FREQ=FORTNIGHTLY", why="RFC 5545 §3.3.10"),
    refused("a rule in a rule", "RRULE:FREQ=DAILY;RRULE=FREQ=DAILY", why="RFC 5545 §3.3.10"),
    refused("a rule of 100,000 days", "RRULE:FREQ=YEARLY;BYYEARDAY=" + ",".join(["1"] * 100_000) + ",x", why="RFC 5545 §3.3.10"),
    kept("a rule of the same day 100,000 times", "RRULE:FREQ=YEARLY;BYYEARDAY=" + ",".join(["1"] * 100_000)),
    dense("100,000 further dates", "RDATE:" + ",".join(["20260105T090000Z"] * 100_000)),
    dense("20,000 further dates in lines of their own", *["RDATE:20260105T090000Z"] * 20_000),
    dense("100,000 dates excluded", "RRULE:FREQ=DAILY", "EXDATE:" + ",".join(["20260105T090000Z"] * 100_000)),
    dense("100,000 periods", "RDATE;VALUE=PERIOD:" + ",".join(["20260105T090000Z/PT1H"] * 100_000)),
    kept("a duration of a million years", "DURATION:P9999999D"),
    kept("a duration of seconds without end", "DURATION:PT9999999999S", "RRULE:FREQ=DAILY"),
    kept("a duration that no number holds", "DURATION:PT" + "9" * 5_000 + "S"),
    kept("an end before the beginning", "DTEND:20200101T000000Z", "RRULE:FREQ=DAILY"),
    kept("the last second there is", start="DTSTART:99991231T235959Z"),
    kept("for ever from the last day there is", "RRULE:FREQ=DAILY", start="DTSTART;VALUE=DATE:99991231"),
    dense("since the first day there is", "RRULE:FREQ=SECONDLY", start="DTSTART:00010101T000000Z"),
    refused("the year 0", start="DTSTART:00000101T000000Z", why="no such year"),
    refused("the year 10000", start="DTSTART:100000101T000000Z", why="no such year"),
    refused("the 30th of February", start="DTSTART:20260230T000000Z", why="no such day"),
    refused("Arabic digits", start="DTSTART:\u0662\u0660\u0662\u0666\u0660\u0661\u0660\u0665T090000Z", why="RFC 5545 §3.3.5: ASCII digits"),
    refused("superscript digits", start="DTSTART:\u00b2026010\u00b9T090000Z", why="RFC 5545 §3.3.5: ASCII digits"),
    dense("9,000 alarms that repeat", *["BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:-PT5M", "REPEAT:999999999", "DURATION:PT1S", "END:VALARM"] * 9_000, "RRULE:FREQ=MINUTELY"),
    kept("9,000 alarms at given times that repeat", *["BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER;VALUE=DATE-TIME:20260105T090000Z", "REPEAT:999999999", "DURATION:PT1S", "END:VALARM"] * 9_000),
    dense("an alarm a second that repeats a thousand times", *["BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:-P9000D", "REPEAT:1000", "DURATION:PT1S", "END:VALARM"], "RRULE:FREQ=SECONDLY"),
    dense("10,000 rules at once", *["RRULE:FREQ=MINUTELY;COUNT=1000000;BYMONTH=2;BYMONTHDAY=31"] * 10_000),
    dense("a time zone of 2,000 rules", more=zone(*(line for number in range(2_000) for line in observance(number))), start=NOWHERE),
    refused("a time zone of 10,000 rules", more=zone(*(line for number in range(10_000) for line in observance(number))), start=NOWHERE, why="limits.max_object_components"),
    kept("a time zone with offsets of days", more=zone("BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:-9900", "TZOFFSETTO:+9900", "END:STANDARD"), start=NOWHERE),
    refused("a time zone of 100 kB of name", start=f"DTSTART;TZID={'x' * 100_000}:20260105T090000", why="RFC 7809 §3.1.4", condition="valid-timezone"),
    refused("a time zone of the file system", start="DTSTART;TZID=../../../../etc/passwd:20260105T090000", why="RFC 7809 §3.1.4", condition="valid-timezone"),
    dense("1,000 time zones", more=["BEGIN:VTIMEZONE", "TZID:Nowhere", *observance(), "END:VTIMEZONE"] * 1_000, start=NOWHERE),
]  # fmt: skip

SHAPES = [
    kept("a line of a megabyte", "SUMMARY:" + "x" * 2**20, why="limits.max_object_line"),
    kept("a line folded 200,000 times", "SUMMARY:" + "\r\n x" * 200_000, why="limits.max_object_line"),
    kept("blank folds without end", "SUMMARY:a" + "\r\n " * 200_000, why="limits.max_object_line"),
    kept("an attachment of a megabyte", "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "QUJD" * 250_000, why="limits.max_resource_size"),
    kept("an attachment of a local file", "ATTACH:file:///etc/passwd", why="nobody opens it"),
    refused("1,001 attendees", *[f"ATTENDEE:mailto:a{number}@example.org" for number in range(1_001)], why="RFC 4791 §5.2.9", condition="max-attendees-per-instance"),
    refused("10,000 attendees", *[f"ATTENDEE:mailto:a{number}@example.org" for number in range(10_000)], why="RFC 4791 §5.2.9", condition="max-attendees-per-instance"),
    kept("a parameter of 500 kB", f'ATTENDEE;CN="{"x" * 500_000}":mailto:a@example.org'),
    kept("20,000 parameters", "ATTENDEE" + ";X-A=b" * 20_000 + ":mailto:a@example.org"),
    kept("20,000 values of a parameter", 'ATTENDEE;MEMBER="a"' + ',"a"' * 20_000 + ":mailto:a@example.org"),
    refused("quotes without an end", 'ATTENDEE;CN="' + "x" * 200_000 + ":mailto:a@example.org", why="RFC 5545 §3.1"),
    refused("semicolons without end", "ATTENDEE" + ";" * 200_000 + "x", why="RFC 5545 §3.1"),
    kept("backslashes without end", "SUMMARY:" + "\\" * 500_001, why="RFC 5545 §3.3.11"),
    refused("a control character", "SUMMARY:a\x07b", why="RFC 5545 §3.1"),
    refused("a NUL", "SUMMARY:a\x00b", why="RFC 5545 §3.1"),
    refused("the mark of a fold", "SUMMARY:a\x1fb", why="RFC 5545 §3.1"),
    refused("a line without a colon", "SUMMARY", why="RFC 5545 §3.1"),
    refused("a name that is none", "S\u00dcMMARY:x", why="RFC 5545 §3.1"),
    refused("100,000 components", *["BEGIN:VALARM", "END:VALARM"] * 100_000, why="limits.max_object_components"),
    refused("150,000 properties", *["X-A:b"] * 150_000, why="limits.max_object_properties"),
    refused("1,000 components in one another", *["BEGIN:VALARM"] * 1_000, *["END:VALARM"] * 1_000, why="limits.max_object_depth"),
    refused("nine components in one another", *["BEGIN:VALARM"] * 7, *["END:VALARM"] * 7, why="limits.max_object_depth"),
    refused("a UID of 2 kB", f"X-A:b\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:{'x' * 2_000}", why="1,024 characters", condition="valid-calendar-object-resource"),
    calendar("no end", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\n", "RFC 5545 §3.4"),
    calendar("100,000 beginnings", "BEGIN:VCALENDAR\r\n" * 100_000, "limits.max_object_depth"),
    calendar("100,000 ends", "END:VCALENDAR\r\n" * 100_000, "RFC 5545 §3.4"),
    calendar("crossed ends", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT\r\n", "RFC 5545 §3.4"),
    calendar("two calendars", event("two") * 2, "RFC 4791 §4.1"),
    calendar("100,000 blank lines", "\r\n" * 100_000, "RFC 5545 §3.4"),
    calendar("a megabyte of blanks", " " * 2**20, "RFC 5545 §3.4"),
    calendar("bytes of no text", bytes(range(256)) * 256, "RFC 5545 §3.1.4: UTF-8"),
    calendar("Latin-1", event("latin", "SUMMARY:\xfc").encode("latin-1"), "RFC 5545 §3.1.4: UTF-8"),
    calendar("UTF-16", event("utf-16").encode("utf-16"), "RFC 5545 §3.1.4: UTF-8"),
    calendar("overlong UTF-8", event("overlong", "SUMMARY:__").encode().replace(b"__", b"\xc0\xaf"), "RFC 3629 §3"),
    calendar("a mark of byte order", b"\xef\xbb\xbf" + event("bom").encode(), "it is passed over", condition="", status=201),
    calendar("a METHOD", event("method", more=["METHOD:REQUEST"]), "RFC 4791 §4.1", condition="valid-calendar-object-resource"),
    calendar("two UIDs", event("one", "END:VEVENT", "BEGIN:VEVENT", "UID:other", "DTSTART:20260105T090000Z"), "RFC 4791 §4.1", condition="valid-calendar-object-resource"),
    calendar("HTML", "<html><script>alert(1)</script></html>", "no calendar", lacks=b"<script>"),
    calendar("11 MB", lambda: event("large", "X-A:" + "x" * 11_000_000), "RFC 4791 §5.2.5", condition="max-resource-size"),
    Trick("iCalendar", "HTML for a content type", ask("PUT", CALENDAR + "html.ics", "Content-Type: text/html", body=event("html")), 403, "RFC 4791 §5.3.2.1", condition="supported-calendar-data"),
]  # fmt: skip


def card(name, *lines, status=201, why="it is kept", condition="", version="4.0"):
    uid = name.replace(" ", "-")
    body = LINES(["BEGIN:VCARD", f"VERSION:{version}", f"UID:{uid}", "FN:Ada", *lines, "END:VCARD", ""])
    request = ask("PUT", f"{BOOK}{uid}.vcf", "Content-Type: text/vcard", body=body)
    return Trick("vCard", name, request, status, why, condition=condition)


CARDS = [
    card("a photo of a megabyte", "PHOTO;ENCODING=b;TYPE=JPEG:" + "QUJD" * 250_000, version="3.0", why="limits.max_resource_size"),
    card("a photo of a local file", "PHOTO:file:///etc/passwd", why="nobody opens it"),
    card("a photo of a data URI that is HTML", "PHOTO:data:text/html,<script>alert(1)</script>", why="it is served as text/vcard"),
    card("90,000 properties", *["TEL:1"] * 90_000, why="limits.max_object_properties"),
    card("100,001 properties", *["TEL:1"] * 100_001, status=403, condition="valid-address-data", why="limits.max_object_properties"),
    card("20,000 parameters", "TEL" + ";TYPE=home" * 20_000 + ":1"),
    card("20,000 groups", *(f"item{number}.TEL:1" for number in range(20_000))),
    card("a group of 100 kB", "x" * 100_000 + ".TEL:1"),
    card("quoted-printable without end", "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:" + "=3D" * 200_000, version="3.0"),
    card("another charset", "NOTE;CHARSET=ISO-2022-KR:\x7e", version="3.0"),
    card("soft line ends", "NOTE;ENCODING=QUOTED-PRINTABLE:a=\r\nb", version="3.0", status=403, condition="valid-address-data", why="RFC 6350 §3.2: no colon"),
    card("a control character", "NOTE:\x1b[2J", status=403, condition="valid-address-data", why="RFC 6350 §3.3"),
    card("version 2.1", version="2.1", status=403, condition="supported-address-data", why="RFC 6352 §6.3.2.1"),
    card("a version of 100 kB", version="9" * 100_000, status=403, condition="supported-address-data", why="RFC 6352 §6.3.2.1"),
    card("cards in a card", *["BEGIN:VCARD"] * 100, *["END:VCARD"] * 100, status=403, condition="valid-address-data", why="limits.max_object_depth"),
    card("a name of markup", "N:</C:address-data><evil/>;;;;", why="it is escaped"),
]  # fmt: skip


def report(name, inner, status, why, path=CALENDAR, **more):
    body = f'<C:{inner[0]} xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">{inner[1]}</C:{inner[0]}>'
    return Trick("reports", name, ask("REPORT", path, "Depth: 1", body=body), status, why, **more)


def query(data, span, component="VEVENT"):
    time_range = f"<C:time-range {span}/>" if span else ""
    return (
        "calendar-query",
        f'<prop><getetag/>{data}</prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="{component}">{time_range}</C:comp-filter></C:comp-filter></C:filter>',
    )


def expand(span):
    return f"<C:calendar-data><C:expand {span}/></C:calendar-data>"


def busy(span):
    return "free-busy-query", f"<C:time-range {span}/>"


MILLENNIUM = 'start="20000101T000000Z" end="30000101T000000Z"'
ALWAYS = 'start="00010101T000000Z" end="99991231T235959Z"'
DAY = 'start="20260110T000000Z" end="20260111T000000Z"'
OUT_OF_TIME = 'start="20260110T000000Z" end="99999999T999999Z"'
DEAR = {"condition": "number-of-matches-within-limits"}

REPORTS = [
    report("expand everything over a thousand years", query(expand(MILLENNIUM), MILLENNIUM), 403, "limits.expansion_steps", **DEAR),
    report("expand everything over all of time", query(expand(ALWAYS), ALWAYS), 403, "limits.expansion_steps", **DEAR),
    report("expand everything on a day", query(expand(DAY), DAY), 207, "what is kept is never too dear for a day"),
    report("everything on a day", query("", DAY), 207, "what is kept is never too dear for a day"),
    report("limit-recurrence-set over all of time", query(f"<C:calendar-data><C:limit-recurrence-set {ALWAYS}/></C:calendar-data>", ""), 207, "nothing is expanded"),
    report("every alarm of a day", ("calendar-query", f'<prop><getetag/></prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:comp-filter name="VALARM"><C:time-range {DAY}/></C:comp-filter></C:comp-filter></C:comp-filter></C:filter>'), 207, "limits.expansion_steps"),
    report("free-busy over a thousand years", busy(MILLENNIUM), 403, "limits.expansion_steps", **DEAR),
    report("free-busy over all of time", busy(ALWAYS), 403, "limits.expansion_steps", **DEAR),
    report("free-busy of a home on a day", busy(DAY), 200, "what is kept is never too dear for a day", path="/calendars/mallory/"),
    report("free-busy that runs backwards", busy('start="20300101T000000Z" end="20200101T000000Z"'), 400, "RFC 4791 §9.9"),
    report("free-busy until a time that is none", busy(OUT_OF_TIME), 400, "RFC 4791 §9.9"),
    report("free-busy without an end", busy('start="20260101T000000Z"'), 403, "limits.expansion_steps", **DEAR),
    report("expand without ends", query("<C:calendar-data><C:expand/></C:calendar-data>", DAY), 400, "RFC 4791 §9.6.5"),
    report("expand until a time that is none", query(expand(OUT_OF_TIME), DAY), 400, "RFC 4791 §9.6.5"),
    report("expand and limit at once", query(f"<C:calendar-data><C:expand {DAY}/><C:limit-recurrence-set {DAY}/></C:calendar-data>", DAY), 400, "RFC 4791 §9.6"),
    report("components in one another that nobody has", query("<C:calendar-data>" + '<C:comp name="VCALENDAR">' * 50 + "</C:comp>" * 50 + "</C:calendar-data>", ""), 400, "there is no such depth"),
    Trick("reports", "all of it as one file", ask("GET", CALENDAR), 200, "drawn piece by piece"),
    Trick("reports", "all cards as one file", ask("GET", BOOK), 200, "drawn piece by piece"),
    Trick("reports", "every card that matches nothing", ask("REPORT", BOOK, "Depth: 1", body='<C:addressbook-query xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><prop><getetag/></prop><C:filter><C:prop-filter name="NOTE"><C:text-match collation="i;unicode-casemap">nothing</C:text-match></C:prop-filter></C:filter></C:addressbook-query>'), 207, "each is looked at once"),
]  # fmt: skip


@pytest.mark.parametrize(
    "trick", [*RULES, *SHAPES, *CARDS, *REPORTS], ids=lambda trick: f"{trick.attacks} {trick.name}"
)
def test_hostile_content_is_bounded(play, trick):
    assert play(trick).wrong == []
