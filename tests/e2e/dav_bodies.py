"""Bodies of requests over DAV: which elements stand in which (RFC 3253, 3744, 4791, 4918, 5689, 6352, 6578), and contents to store."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

D, C, A = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}", "{urn:ietf:params:xml:ns:carddav}"
INSIDE = {
    "propfind": "D:prop|D:allprop|D:propname!", "propertyupdate": "D:set* D:remove*", "mkcol": "D:set", "mkcalendar": "D:set",
    "set": "D:prop!", "remove": "D:prop!", "lockinfo": "D:lockscope! D:locktype! D:owner", "lockscope": "D:exclusive|D:shared!",
    "locktype": "D:write!", "owner": "D:href", "acl": "D:ace*", "ace": "D:principal! D:grant|D:deny!",
    "principal": "D:href|D:all|D:authenticated|D:unauthenticated|D:self|D:property!", "grant": "D:privilege!",
    "deny": "D:privilege!", "privilege": "D:read|D:write|D:all|D:bind|C:read-free-busy|D:read-acl!",
    "sync-collection": "D:sync-token! D:sync-level! D:limit D:prop!", "limit": "D:nresults|A:nresults",
    "expand-property": "D:property*", "property": "D:property*", "acl-principal-prop-set": "D:prop",
    "principal-match": "D:self|D:principal-property! D:prop", "principal-property": "D:owner!",
    "principal-property-search": "D:property-search! D:prop D:apply-to-principal-collection-set",
    "property-search": "D:prop! D:match!", "calendarserver-principal-search": "D:search-token! D:limit D:prop",
    "calendar-multiget": "D:prop! D:href!", "addressbook-multiget": "D:prop! D:href!",
    "calendar-query": "D:prop|D:allprop C:filter! C:timezone", "free-busy-query": "C:time-range!",
    "{urn:ietf:params:xml:ns:caldav}filter": "C:comp-filter!", "{urn:ietf:params:xml:ns:carddav}filter": "A:prop-filter*",
    "comp-filter": "C:comp-filter|C:prop-filter C:time-range C:is-not-defined",
    "{urn:ietf:params:xml:ns:caldav}prop-filter": "C:text-match|C:time-range|C:is-not-defined C:param-filter*",
    "{urn:ietf:params:xml:ns:carddav}prop-filter": "A:text-match|A:is-not-defined",
    "param-filter": "C:text-match|A:text-match", "addressbook-query": "D:prop! A:filter! A:limit",
    "calendar-data": "C:comp C:expand|C:limit-recurrence-set", "comp": "C:allprop|C:comp C:prop", "address-data": "A:prop*",
}  # fmt: skip
"""What stands in which: `!` always, `*` several times, `|` one of them, else perhaps."""
TEXTS = {
    "href": ("/calendars/{person}/team/lunch.ics", "/principals/users/{person}/", "mailto:bob@example.org", "..", ""),
    "sync-token": ("", "data:,1", "http://example.org/1"), "sync-level": ("1", "infinite", "2"),
    "nresults": ("1", "0", "-1", "many"), "match": ("person", ""), "search-token": ("person", ""),
    "text-match": ("lunch", ""), "timezone": ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",), "owner": ("me", ""),
}  # fmt: skip
_TIMES = ("20260101T000000Z", "20260201T000000Z", "20260101", "never")
ATTRIBUTES = {
    "name": ("VEVENT", "VCALENDAR", "SUMMARY", "displayname", "UID", "X-NONE", ""), "start": _TIMES, "end": _TIMES,
    "collation": ("i;ascii-casemap", "i;unicode-casemap", "i;none"), "negate-condition": ("yes", "no", "x"),
    "test": ("anyof", "allof", "none"), "namespace": ("DAV:", "urn:x"), "match-type": ("contains", "equals", "x"),
}  # fmt: skip
_TAKES = {
    "time-range": ("start", "end"), "expand": ("start", "end"), "limit-recurrence-set": ("start", "end"),
    "text-match": ("collation", "negate-condition", "match-type"), "filter": ("test",),
    "prop-filter": ("name", "test"), "comp-filter": ("name",), "param-filter": ("name",), "comp": ("name",),
    "property": ("name", "namespace"),
}  # fmt: skip
VALUES = {
    "text": ("Crew ❤", "", "x" * 3000), "integer": ("1", "-1", "many"), "href": ("/principals/users/{person}/", ""),
    "date-time": ("2026-01-01T00:00:00Z", "then"), "http-date": ("Thu, 01 Jan 2026 00:00:00 GMT",), "xml": ("", "x"),
}  # fmt: skip
_DEEPEST = 6
_MISTAKE, _CHANCES = 7, 24
_NEEDED = ("name", "start", "end")
_PREFIXES = {"D": D, "C": C, "A": A}
_EVENT = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:{0}\r\nDTSTAMP:20260101T000000Z\r\n{1}END:VEVENT\r\nEND:VCALENDAR\r\n"
EVENT = _EVENT.format("lunch", "DTSTART:20260105T120000Z\r\nSUMMARY:Lunch\r\nRRULE:FREQ=DAILY;COUNT=3\r\n").encode()
CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:bob\r\nFN:Bob\r\nN:;Bob;;;\r\nEND:VCARD\r\n"
CONTENTS = (
    ("text/calendar; charset=utf-8", EVENT), ("text/calendar", EVENT.replace(b"UID:lunch", b"UID:other")),
    ("text/calendar", _EVENT.format("x", "DTSTART:nonsense\r\nRRULE:FREQ=SECONDLY\r\n").encode()), ("text/calendar", EVENT[:90]),
    ("text/calendar", EVENT.replace(b"VEVENT", b"VTODO")), ("text/calendar", EVENT + b"\xff\x00"), ("text/vcard", CARD),
    ("text/vcard; charset=utf-8", CARD.replace(b"3.0", b"9")), ("application/json", b"{}"), ("", b""), ("text/plain", b"a"),
    ("application/xml", b'<share-resource xmlns="DAV:"/>'), ("application/xml", b"<x"), ("no type", b"\x00" * 99),
)  # fmt: skip


def named(told: str) -> str:
    prefix, _, local = told.partition(":")
    return _PREFIXES[prefix] + local


@st.composite
def grown(draw: DrawFn, name: str, properties: dict[str, str], depth: int = 0) -> Element:
    """An element with what may stand in it; now and then with what may not."""
    found, local = Element(name), name.rpartition("}")[2]
    for attribute in _TAKES.get(local, ()):
        if attribute in _NEEDED or draw(st.booleans()):
            found.set(attribute, draw(st.sampled_from(ATTRIBUTES[attribute])))
    if local in TEXTS:
        found.text = draw(st.sampled_from(TEXTS[local]))
    if depth < _DEEPEST:
        found.extend(draw(children(name, properties, depth + 1)))
    return found


@st.composite
def children(draw: DrawFn, name: str, properties: dict[str, str], depth: int) -> list[Element]:
    if name == f"{D}prop":
        return draw(st.lists(property_element(properties, depth), min_size=1, max_size=4))
    found = []
    for told in INSIDE.get(name, INSIDE.get(name.rpartition("}")[2], "")).split():
        count = 1 if told.endswith("!") else draw(st.integers(0, 2 if told.endswith("*") else 1))
        for _ in range(count):
            one = draw(st.sampled_from(told.strip("!*").split("|")))
            found.append(draw(grown(named(one), properties, depth)))
    if draw(st.integers(0, _CHANCES)) == _MISTAKE:
        found.append(Element(draw(st.sampled_from(["{urn:x}y", f"{D}prop", f"{C}filter"]))))
    if found and draw(st.integers(0, _CHANCES)) == _MISTAKE:
        del found[draw(st.integers(0, len(found) - 1))]
    return found


@st.composite
def property_element(draw: DrawFn, properties: dict[str, str], depth: int) -> Element:
    """Of the registry, or unknown; with a value of its kind, of another, or none."""
    name = draw(st.sampled_from([*properties, "{urn:x}unknown"]))
    found = Element(name)
    kind = draw(st.sampled_from([properties.get(name, "text"), properties.get(name, "text"), "text", "integer"]))
    value = draw(st.none() | st.sampled_from(VALUES[kind]))
    if value is not None and kind == "href":
        found.append(Element(f"{D}href"))
        found[0].text = value
    else:
        found.text = value
    found.extend(draw(children(name, properties, depth)))
    return found
