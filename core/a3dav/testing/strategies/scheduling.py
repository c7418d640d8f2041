"""Scheduling: messages of every method, and the two sides of a change of an object with people in it."""

from __future__ import annotations

from hypothesis import strategies as st

from a3dav.testing.strategies import calendars
from a3dav.testing.strategies.lines import Lines, Text, block, line, mostly, numbers, several, texts, written

users: Text = mostly(
    st.sampled_from(["mailto:o@x", "mailto:a@x", "MAILTO:A@X", "mailto:b@x", "urn:uuid:a", "/principals/b/"]),
    st.sampled_from(["", "mailto:", "a@x", "mailto:%61@x", "mailto:a%0d@x", "http://[", "mailto:a@\u00fc"]) | texts,
    once_in=30,
)
_statuses = st.sampled_from(["NEEDS-ACTION", "ACCEPTED", "DECLINED", "DELEGATED", "x"])
_words = st.sampled_from(
    ["", ";RSVP=TRUE", ";SCHEDULE-AGENT=CLIENT", ";SCHEDULE-FORCE-SEND=REQUEST", ";SCHEDULE-FORCE-SEND=REPLY",
     ";SCHEDULE-FORCE-SEND=X", ";SCHEDULE-STATUS=\"2.0,2.4\"", ";CUTYPE=ROOM", ";X-A=1", ";DELEGATED-TO=\"mailto:d@x\"",
     ";DELEGATED-FROM=\"mailto:a@x\"", ";SENT-BY=\"mailto:s@x\""]
)  # fmt: skip
attendees: Text = st.builds("ATTENDEE;PARTSTAT={}{}:{}".format, _statuses, _words, users)
organizers: Text = mostly(
    st.just("ORGANIZER:mailto:o@x"), st.builds("ORGANIZER{}:{}".format, _words, users), once_in=12
)
_stamps = mostly(st.just("DTSTAMP:20240101T000000Z"), line(st.just("DTSTAMP"), calendars.moments), once_in=20)
_starts = mostly(
    st.sampled_from(["DTSTART:20240601T120000Z", "DTSTART;TZID=Europe/Berlin:20240601T140000", "DTSTART:20240601"]),
    line(st.just("DTSTART"), calendars.moments) | st.just(""),
)
_near = st.sampled_from(["20240602T120000Z", "20240603T120000Z", "20240602", "20240603T120000", "20240604T120000Z"])
_ends = st.sampled_from(["", "DTEND:20240601T130000Z", "DURATION:PT1H", "DUE:20240601T130000Z", "DTEND:20240602"])
_details: Text = mostly(
    st.one_of(
        line(st.just("SEQUENCE"), numbers),
        line(st.just("EXDATE"), _near),
        line(st.just("RDATE"), _near),
        line(st.sampled_from(["SUMMARY", "LOCATION", "COMMENT", "X-A"]), texts),
        st.sampled_from(["STATUS:CANCELLED", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT", "PERCENT-COMPLETE:50"]),
        st.sampled_from(["REQUEST-STATUS:2.0;Success", "REQUEST-STATUS:x", "REQUEST-STATUS:3.7;;", "PRIORITY:1"]),
        st.builds("FREEBUSY:{}".format, calendars.periods),
    ),
    calendars.properties,
    once_in=10,
)
_rules = mostly(
    st.sampled_from(["", "RRULE:FREQ=DAILY", "RRULE:FREQ=DAILY;COUNT=5", "RRULE:FREQ=WEEKLY;UNTIL=20250101T000000Z"]),
    st.builds("RRULE:{}".format, calendars.rules),
)
_kinds = mostly(st.just("VEVENT"), st.sampled_from(["VTODO", "VJOURNAL", "VFREEBUSY"]), once_in=4)


def _of_kind(kind: str) -> Lines:
    people = several(attendees, 3)
    master = block(st.just(kind), st.just("UID:1"), _stamps, organizers, people, _starts, _ends, _rules,
        several(_details, 3), several(calendars.alarms, 1))  # fmt: skip
    place = st.builds("RECURRENCE-ID{}:{}".format, st.sampled_from(["", "", "", ";RANGE=THISANDFUTURE"]), _near)
    override = block(st.just(kind), st.just("UID:1"), _stamps, organizers, people, place, _starts, _ends,
        several(_details, 2))  # fmt: skip
    return st.tuples(mostly(master, st.just([]), once_in=6), several(override, 2)).map(
        lambda parts: [*parts[0], *parts[1]]
    )


components: Lines = _kinds.flatmap(_of_kind)
_methods = mostly(
    st.sampled_from(["REQUEST", "REPLY", "CANCEL", "PUBLISH", "ADD", "REFRESH", "COUNTER", "DECLINECOUNTER"]),
    st.sampled_from(["", "X-METHOD", "request", "REQUEST\nMETHOD:REPLY"]),
)
objects = written(block(st.just("VCALENDAR"), st.just("VERSION:2.0"), components))
"""A calendar object with an organizer and attendees."""
messages = written(block(st.just("VCALENDAR"), line(st.just("METHOD"), _methods), components))
