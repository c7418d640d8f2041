"""The filters of calendar-query and addressbook-query, and what these reports want of each object."""

from __future__ import annotations

from hypothesis import strategies as st

from a3dav.testing.strategies.calendars import moments
from a3dav.testing.strategies.lines import Text, mostly, texts
from a3dav.testing.strategies.xml import Grammar, Rule, document

instants: Text = mostly(
    st.sampled_from(["20240601T000000Z", "20240602T000000Z", "00010101T000000Z", "99991231T235959Z"]),
    moments,
)
RANGE = {"start": instants, "end": instants}
_matching = {
    "collation": mostly(
        st.sampled_from(["i;ascii-casemap", "i;octet", "i;unicode-casemap", "default"]), st.sampled_from(["i;x", ""])
    ),
    "negate-condition": mostly(st.sampled_from(["yes", "no"]), texts),
    "match-type": mostly(st.sampled_from(["equals", "contains", "starts-with", "ends-with"]), texts),
}
_top = mostly(st.just("VCALENDAR"), texts)
_components = mostly(
    st.sampled_from(["VCALENDAR", "VEVENT", "VEVENT", "VTODO", "VALARM", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY"]),
    texts,
)
_properties = mostly(
    st.sampled_from(["SUMMARY", "DTSTART", "RDATE", "ATTENDEE", "X-A", "FN", "EMAIL", "item1.TEL", "UID"]),
    texts,
)
_parameters = mostly(st.sampled_from(["TYPE", "TZID", "PARTSTAT", "CN"]), texts)
_novalue = {"name": _properties, "novalue": st.sampled_from(["yes", "no", "x"])}
_calendar_type, _calendar_version = mostly(st.just("text/calendar"), texts), mostly(st.just("2.0"), texts)

CALENDAR_FILTER: Grammar = {
    "C:filter": Rule(("C:comp-filter.top",), least=1, most=1),
    "C:comp-filter.top": Rule(("C:comp-filter", "C:prop-filter"), attributes={"name": _top}, most=2),
    "C:comp-filter": Rule(
        ("C:comp-filter", "C:comp-filter", "C:prop-filter", "C:time-range", "C:is-not-defined"),
        attributes={"name": _components}, most=2,
    ),
    "C:prop-filter": Rule(
        ("C:text-match", "C:param-filter", "C:time-range", "C:is-not-defined"), attributes={"name": _properties}, most=2
    ),
    "C:param-filter": Rule(("C:text-match", "C:is-not-defined"), attributes={"name": _parameters}, most=1),
    "C:text-match": Rule(text=texts, attributes=_matching),
    "C:time-range": Rule(attributes=RANGE),
}  # fmt: skip
CALENDAR_DATA: Grammar = {
    "C:calendar-data": Rule(
        ("C:comp", "C:expand", "C:limit-recurrence-set", "C:limit-freebusy-set"),
        attributes={"content-type": _calendar_type, "version": _calendar_version},
        most=2,
    ),
    "C:comp": Rule(("C:comp", "C:prop", "C:allprop", "C:allcomp"), attributes={"name": _components}),
    "C:prop": Rule(attributes=_novalue),
    "C:expand": Rule(attributes=RANGE),
    "C:limit-recurrence-set": Rule(attributes=RANGE),
    "C:limit-freebusy-set": Rule(attributes=RANGE),
}  # fmt: skip
CARD_FILTER: Grammar = {
    "A:filter": Rule(("A:prop-filter",), attributes={"test": mostly(st.sampled_from(["anyof", "allof"]), texts)}),
    "A:prop-filter": Rule(
        ("A:text-match", "A:text-match", "A:param-filter", "A:is-not-defined"),
        attributes={"name": _properties, "test": st.sampled_from(["anyof", "allof"])},
    ),
    "A:param-filter": Rule(("A:text-match", "A:is-not-defined"), attributes={"name": _parameters}, most=1),
    "A:text-match": Rule(text=texts, attributes=_matching),
}
CARD_DATA: Grammar = {
    "A:address-data": Rule(
        ("A:prop", "A:allprop"),
        attributes={
            "content-type": mostly(st.just("text/vcard"), texts),
            "version": mostly(st.sampled_from(["3.0", "4.0"]), texts),
        },
    ),
    "A:prop": Rule(attributes=_novalue),
}
calendar_filters = document(CALENDAR_FILTER, "C:filter")
card_filters = document(CARD_FILTER, "A:filter")
calendar_parts = document(CALENDAR_DATA, "C:comp")
card_parts = document(CARD_DATA, "A:address-data")
