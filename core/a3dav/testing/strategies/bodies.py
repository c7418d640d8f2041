"""XML bodies of WebDAV, access control, sync, CalDAV and CardDAV."""

from __future__ import annotations

from hypothesis import strategies as st

from a3dav.testing.strategies.calendars import time_zone_calendars, zone_names
from a3dav.testing.strategies.filters import CALENDAR_DATA, CALENDAR_FILTER, CARD_DATA, CARD_FILTER
from a3dav.testing.strategies.lines import Text, mostly, numbers, texts
from a3dav.testing.strategies.paths import urls
from a3dav.testing.strategies.xml import Grammar, Rule, document

LIVE = (
    "D:displayname", "D:getetag", "D:resourcetype", "D:getcontenttype", "D:getcontentlength", "D:getlastmodified",
    "D:creationdate",
    "D:lockdiscovery", "D:supportedlock", "D:sync-token", "D:owner", "D:group", "D:acl", "D:current-user-privilege-set",
    "D:supported-privilege-set", "D:acl-restrictions", "D:inherited-acl-set", "D:principal-collection-set",
    "D:current-user-principal",
    "D:principal-URL", "D:alternate-URI-set", "D:group-member-set", "D:group-membership", "D:supported-report-set",
    "D:supported-method-set", "D:quota-used-bytes", "D:quota-available-bytes", "D:add-member", "S:getctag",
    "C:calendar-home-set",
    "A:addressbook-home-set", "C:calendar-description", "C:calendar-timezone", "C:calendar-timezone-id",
    "C:supported-calendar-component-set", "C:supported-calendar-data", "C:schedule-calendar-transp",
    "C:max-resource-size",
    "A:addressbook-description", "A:supported-address-data", "A:supported-collation-set", "S:dead", "D:unknown",
    "D:parent-set",
)  # fmt: skip
PRIVILEGES = (
    "D:read", "D:write", "D:all", "D:bind", "D:unbind", "D:write-acl", "D:write-content", "D:write-properties",
    "D:unlock", "D:read-acl",
    "D:read-current-user-privilege-set", "C:read-free-busy", "S:none",
)  # fmt: skip
_REPORTS = (
    "D:sync-collection", "D:expand-property", "D:principal-property-search", "D:principal-match",
    "D:principal-search-property-set",
    "D:acl-principal-prop-set", "C:calendar-query", "C:calendar-multiget", "C:free-busy-query", "A:addressbook-query",
    "A:addressbook-multiget",
)  # fmt: skip
ROOTS = ("D:propfind", "D:propertyupdate", "D:mkcol", "C:mkcalendar", "D:lockinfo", "D:acl", *_REPORTS)
_tokens: Text = mostly(
    st.sampled_from(["", "{sync}"]),
    st.sampled_from(["data:,a/b/c/1.2/d", "data:,", "http://a/1", "data:,///", "{sync}0"]),
    once_in=6,
)
_asked = ("D:prop", "D:allprop", "D:propname")
_settable = ("D:displayname.set", "C:calendar-description.set", "S:dead.set", "D:getetag", "C:calendar-timezone.set")
_made = (
    "D:resourcetype.set", "D:resourcetype.set", "C:supported-calendar-component-set.set",
    "C:schedule-calendar-transp.set",
    "C:calendar-timezone-id.set", "A:addressbook-description.set",
)  # fmt: skip

GRAMMAR: Grammar = {
    **CALENDAR_FILTER,
    **CALENDAR_DATA,
    **CARD_FILTER,
    **CARD_DATA,
    "D:href": Rule(text=urls),
    "D:prop": Rule((*LIVE, "C:calendar-data", "A:address-data"), most=5),
    "D:prop.calendar": Rule(LIVE, needs=("C:calendar-data",)),
    "D:prop.card": Rule(LIVE, needs=("A:address-data",)),
    "D:include": Rule(LIVE),
    "D:propfind": Rule(("D:prop", *_asked, "D:include"), least=1, most=2),
    "D:propertyupdate": Rule(("D:set", "D:set", "D:remove"), least=1),
    "D:remove": Rule(("D:prop",), least=1, most=2),
    "D:set": Rule(("D:prop.set",), least=1, most=2),
    "D:set.type": Rule(needs=("D:prop.type",)),
    "D:prop.type": Rule(_settable, needs=("D:resourcetype.set",)),
    "D:prop.set": Rule((*_settable, *_made), least=1),
    "D:displayname.set": Rule(text=texts),
    "C:calendar-description.set": Rule(text=texts),
    "A:addressbook-description.set": Rule(text=texts),
    "S:dead.set": Rule(("S:a", "D:href", "S:text")),
    "S:text": Rule(text=texts, attributes={"xml:lang": st.sampled_from(["en", "de", ""]), "S:a": texts}),
    "C:calendar-timezone.set": Rule(text=time_zone_calendars.map(lambda body: body.decode(errors="replace"))),
    "C:calendar-timezone-id.set": Rule(text=zone_names),
    "C:schedule-calendar-transp.set": Rule(("C:opaque", "C:transparent", "D:x")),
    "C:supported-calendar-component-set.set": Rule(("C:comp",)),
    "D:resourcetype.set": Rule(
        ("C:calendar", "C:calendar", "A:addressbook", "A:addressbook", "D:principal"), needs=("D:collection",), most=1
    ),
    "D:mkcol": Rule(("D:set",), needs=("D:set.type",)),
    "C:mkcalendar": Rule(("D:set",)),
    "D:lockinfo": Rule(("D:owner.set", "D:lockscope"), needs=("D:lockscope", "D:locktype"), most=1),
    "D:lockscope": Rule(("D:exclusive", "D:shared", "D:exclusive"), least=1, most=1),
    "D:locktype": Rule(needs=("D:write",)),
    "D:owner.set": Rule(("D:href", "S:text"), most=2),
    "D:acl": Rule(("D:ace",)),
    "D:ace": Rule(("D:grant", "D:deny", "D:invert", "D:protected", "D:inherited"), needs=("D:principal", "D:grant"),
        most=1),
    "D:invert": Rule(("D:principal",), least=1, most=1),
    "D:principal": Rule(
        ("D:href", "D:href", "D:all", "D:authenticated", "D:unauthenticated", "D:self", "D:property"), least=1, most=1
    ),
    "D:property": Rule(("D:owner", "D:group", "S:dead"), least=1, attributes={"name": texts, "namespace": texts}),
    "D:grant": Rule(("D:privilege",), least=1),
    "D:deny": Rule(("D:privilege",), least=1),
    "D:privilege": Rule(PRIVILEGES, least=1, most=1),
    "D:sync-collection": Rule(("D:limit",), needs=("D:sync-token", "D:sync-level", "D:prop"), most=1),
    "D:sync-token": Rule(text=_tokens),
    "D:sync-level": Rule(text=mostly(st.sampled_from(["1", "infinite"]), texts)),
    "D:limit": Rule(("D:nresults",), least=1, most=1),
    "D:nresults": Rule(text=numbers),
    "D:expand-property": Rule(("D:property.expand",)),
    "D:property.expand": Rule(
        ("D:property.expand",),
        attributes={
            "name": st.sampled_from([name.partition(":")[2] for name in LIVE]) | texts,
            "namespace": mostly(st.just("DAV:"), texts, once_in=3),
        },
        most=2,
    ),
    "D:principal-property-search": Rule(
        ("D:property-search", "D:prop", "D:apply-to-principal-collection-set"),
        needs=("D:property-search",),
        attributes={"test": mostly(st.sampled_from(["anyof", "allof"]), texts)},
        least=1,
    ),
    "D:property-search": Rule(needs=("D:prop", "D:match")),
    "D:match": Rule(text=texts | st.sampled_from(["ali", "bob", "example.org"]),
        attributes={"match-type": st.just("contains")}),
    "D:principal-match": Rule(("D:self", "D:principal-property"), needs=("D:prop",), least=1),
    "D:principal-property": Rule(LIVE, least=1, most=1),
    "D:acl-principal-prop-set": Rule(("D:prop",)),
    "C:calendar-query": Rule(("C:timezone", "C:timezone-id", "D:allprop"), needs=("D:prop.calendar", "C:filter"),
        most=1),
    "C:timezone": Rule(text=time_zone_calendars.map(lambda body: body.decode(errors="replace"))),
    "C:timezone-id": Rule(text=zone_names),
    "C:calendar-multiget": Rule(("D:href",), needs=("D:prop.calendar",), most=5),
    "C:free-busy-query": Rule(needs=("C:time-range",)),
    "A:addressbook-query": Rule(("A:limit", "D:allprop"), needs=("D:prop.card", "A:filter"), most=1),
    "A:limit": Rule(("A:nresults",), least=1, most=1),
    "A:nresults": Rule(text=numbers),
    "A:addressbook-multiget": Rule(("D:href",), needs=("D:prop.card",), most=5),
}  # fmt: skip


CALENDAR_REPORTS = ("C:calendar-query", "C:calendar-query", "C:calendar-multiget", "C:free-busy-query")
CARD_REPORTS = ("A:addressbook-query", "A:addressbook-multiget")
PRINCIPAL_REPORTS = (
    "D:principal-property-search", "D:principal-match", "D:principal-search-property-set", "D:acl-principal-prop-set"
)  # fmt: skip


def body(*names: str) -> st.SearchStrategy[bytes]:
    """An XML body with one of these elements at its root."""
    return document(GRAMMAR, *names)


bodies = body(*ROOTS)
reports = body(*_REPORTS)
