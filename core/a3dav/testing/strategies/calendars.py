"""iCalendar: whole objects, their values, and time zones of their own."""

from __future__ import annotations

from hypothesis import strategies as st

from a3dav.testing.strategies.lines import Lines, Text, block, line, mostly, numbers, several, texts, written

dates: Text = st.sampled_from(["20240601", "20240229", "00010101", "99991231", "19700101", "20240331"])
times: Text = st.sampled_from(["T000000", "T120000", "T235960", "T020000", "T235959"])
moments: Text = mostly(
    st.sampled_from(
        ["20240601T120000Z", "20240601T120000", "20240601", "20240331T023000", "20241027T023000", "00010101T000000",
         "99991231T235959Z", "99991231"]
    ) | st.builds("{}{}{}".format, dates, times, st.sampled_from(["", "Z"])),
    st.sampled_from(["20230229", "20241301", "00000101", "20240601T250000", "20240601T1200", "20240601+0100"]) | texts,
    once_in=40,
)  # fmt: skip
durations: Text = mostly(
    st.sampled_from(["PT1H", "P1D", "P1W", "-PT15M", "P1DT1H", "+PT0S", "-P9999999D", "PT9999999999S"]),
    st.sampled_from(["P", "PT"]) | st.builds("{}P{}D".format, st.sampled_from(["", "-", "+"]), numbers),
)
offsets: Text = mostly(
    st.sampled_from(["+0100", "+0200", "-0330", "+0000", "-235959"]), st.sampled_from(["+2400", "+0190", "", "Z"])
)
zone_names: Text = st.sampled_from(
    ["Europe/Berlin", "America/St_Johns", "W. Europe Standard Time", "Ours", "", "/x/Europe/Rome", "UTC"]
)

weekdays: Text = mostly(
    st.builds("{}{}".format, st.sampled_from(["", "", "1", "-1", "+5", "53"]), st.sampled_from(["MO", "TU", "SU"])),
    st.sampled_from(["XX", "0MO", "-54SU", ""]),
    once_in=50,
)


def _list(entries: Text, most: int = 5) -> Text:
    return st.lists(entries, min_size=1, max_size=most).map(",".join)


def _by(name: str, low: int, high: int) -> Text:
    return st.builds("{}={}".format, st.just(name), mostly(_list(st.integers(low, high).map(str)), numbers, once_in=50))


rule_parts: Text = mostly(
    st.one_of(
        st.builds("INTERVAL={}".format, st.sampled_from(["1", "2", "7", "400", "10000000"])),
        st.builds("COUNT={}".format, st.sampled_from(["1", "2", "10", "1000", "999999999"])),
        st.builds("UNTIL={}".format, moments),
        st.sampled_from(["WKST=MO", "WKST=SU"]),
        st.builds("BYDAY={}".format, _list(weekdays, 7)),
        _by("BYMONTH", 1, 12),
        _by("BYMONTHDAY", -31, 31),
        _by("BYYEARDAY", -366, 366),
        _by("BYWEEKNO", -53, 53),
        _by("BYSETPOS", -20, 20),
        _by("BYHOUR", 0, 23),
        _by("BYMINUTE", 0, 59),
        _by("BYSECOND", 0, 60),
    ),
    st.sampled_from(["RSCALE=GREGORIAN", "SKIP=OMIT", "X-A=1", "=", "COUNT=0", "BYEASTER=1", "INTERVAL=-1"]),
)
_frequencies = st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"])
_unique = st.lists(rule_parts, max_size=4, unique_by=lambda part: part.partition("=")[0]).map(";".join)
rules: Text = mostly(
    st.builds("FREQ={};{}".format, _frequencies, _unique),
    st.builds("FREQ={}".format, texts) | rule_parts,
    once_in=30,
)
periods: Text = st.builds("{}/{}".format, moments, moments | durations)
lists_of_moments: Text = _list(mostly(moments, periods, once_in=3), 4)

_zones = mostly(st.just(""), st.builds(";TZID={}".format, zone_names), once_in=3)
_ends = st.builds("{}{}:{}".format, st.sampled_from(["DTEND", "DUE"]), _zones, moments)
_marks = st.builds(
    "{}{}:{}".format, st.sampled_from(["COMPLETED", "CREATED", "DTSTAMP", "LAST-MODIFIED", "X-DATE"]), _zones, moments
)
properties: Text = mostly(
    st.one_of(
        _marks,
        line(st.just("RRULE"), rules),
        line(st.sampled_from(["RDATE", "EXDATE", "FREEBUSY"]), lists_of_moments),
        line(st.sampled_from(["SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "X-A"]), texts),
        line(st.sampled_from(["ATTENDEE", "ORGANIZER"]), st.just("mailto:bob@example.org") | texts),
        st.sampled_from(["STATUS:CANCELLED", "STATUS:TENTATIVE", "TRANSP:TRANSPARENT", "FREEBUSY;FBTYPE=FREE:"]),
        line(st.sampled_from(["PRIORITY", "SEQUENCE", "PERCENT-COMPLETE"]), numbers),
    ),
    line(texts, texts) | line(st.sampled_from(["DTSTART", "METHOD", "UID", "RECURRENCE-ID", "DURATION"]), moments),
    once_in=60,
)  # fmt: skip
alarms: Lines = block(
    st.just("VALARM"),
    line(st.just("TRIGGER"), durations) | st.builds("TRIGGER;VALUE=DATE-TIME:{}".format, moments),
    several(line(st.just("DURATION"), durations) | line(st.just("REPEAT"), numbers) | properties, 3),
)
onsets: Lines = block(
    st.sampled_from(["STANDARD", "DAYLIGHT"]),
    mostly(st.just("DTSTART:19700101T000000"), line(st.just("DTSTART"), moments), once_in=4),
    line(st.just("TZOFFSETFROM"), offsets),
    line(st.just("TZOFFSETTO"), offsets),
    several(line(st.just("RRULE"), rules) | line(st.just("RDATE"), lists_of_moments), 2),
)
timezones: Lines = block(
    st.just("VTIMEZONE"), mostly(st.just("TZID:Ours"), line(st.just("TZID"), zone_names)), several(onsets, 3)
)
_uids = mostly(st.just("UID:1"), line(st.just("UID"), texts), once_in=40)
_starts = st.one_of(
    st.sampled_from(["DTSTART:20240601T120000Z", "DTSTART;TZID=Ours:20240601T120000", "DTSTART:20240601", ""]),
    st.builds("DTSTART{}:{}".format, _zones, moments),
)  # fmt: skip
_lengths = st.one_of(st.just(""), _ends, line(st.just("DURATION"), durations))
available: Lines = block(st.just("AVAILABLE"), _uids, _starts, _lengths, several(properties, 3))
_kinds = mostly(
    st.sampled_from(["VEVENT", "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY"]),
    st.sampled_from(["vevent", "VALARM", "X-OTHER", "VCALENDAR", ""]),
    once_in=50,
)
components: Lines = block(_kinds, _uids, _starts, _lengths, several(properties, 5), several(alarms | available, 2))


def _overridden(component: list[str], moment: str, future: str, lines: list[str]) -> list[str]:
    """The component, and an override of one of its instances."""
    kind = component[0]
    override = [kind, "UID:1", f"RECURRENCE-ID{future}:{moment}", f"DTSTART:{moment}", *lines]
    return [*component, *override, kind.replace("BEGIN", "END", 1)]


_future = st.sampled_from(["", "", ";RANGE=THISANDFUTURE", ";TZID=Ours"])
series: Lines = st.builds(_overridden, components, moments, _future, several(properties, 3))
calendar_lines: Lines = block(
    mostly(st.just("VCALENDAR"), st.sampled_from(["vcalendar", "VCARD", ""]), once_in=50),
    several(st.sampled_from(["VERSION:2.0", "PRODID:-//a//b//EN", "CALSCALE:GREGORIAN", "X-A:b"]), 2),
    several(timezones, 1),
    components | series,
    st.sampled_from([""] * 50 + ["METHOD:PUBLISH"]),
)
calendars = written(calendar_lines)
"""A calendar object, or what a client takes for one."""
time_zone_calendars = written(block(st.just("VCALENDAR"), timezones))
"""What calendar-timezone holds."""
