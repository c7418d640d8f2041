"""XML that wants to grow, to reach out, or to be somebody else's."""

from functools import partial

import pytest

from a3dav.testing import raw
from a3dav.testing.tricks import Trick

ask = partial(raw.ask, user="mallory:a secret")
HOME = "/files/mallory/"
FILE = HOME + "alive.txt"
CALENDAR = "/calendars/mallory/calendar/"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
PROPFIND = '<propfind xmlns="DAV:"><prop>{}</prop></propfind>'
QUERY = '<C:calendar-query xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><getetag/></prop>{}</C:calendar-query>'
FILTER = QUERY.format(
    '<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">{}</C:comp-filter></C:comp-filter></C:filter>'
)
MULTIGET = '<C:calendar-multiget xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><getetag/></prop>{}</C:calendar-multiget>'
LOCK = '<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype>{}</lockinfo>'
ATTRIBUTE = f"<x a='{'&a;' * 100}'/>"
EMPTY, PREFIXED = "a{}=''", "<a{}:x/>"
NAMESPACE = "xmlns:a{0}='urn:example:namespace:{0}'"
SYNC = '<sync-collection xmlns="DAV:"><sync-token>{}</sync-token><sync-level>1</sync-level>{}<prop><getetag/></prop></sync-collection>'  # fmt: skip


def many(form, count):
    return " ".join(form.format(number) for number in range(count))


def propfind(body, *headers, path=HOME):
    return ask("PROPFIND", path, "Depth: 0", *headers, body=body)


def named(elements):
    return propfind(PROPFIND.format(elements))


def patch(elements):
    return ask(
        "PROPPATCH", FILE, body=f'<propertyupdate xmlns="DAV:"><set><prop>{elements}</prop></set></propertyupdate>'
    )


def report(body, path=CALENDAR):
    return ask("REPORT", path, "Depth: 1", body=body)


def xml(name, request, status, why, **more):
    return Trick("XML", name, request, status, why, **more)


DOCUMENTS = [
    xml("billion laughs", propfind(f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]><propfind xmlns="DAV:"><prop><x>&l9;</x></prop></propfind>'), 400, "no document types"),
    xml("billion laughs in an attribute", propfind(f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]><propfind xmlns="DAV:" x="&l9;"><allprop/></propfind>'), 400, "no document types"),
    xml("quadratic growth", lambda: propfind(f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]><propfind xmlns="DAV:"><prop><x>{"&a;" * 50_000}</x></prop></propfind>'), 400, "no document types"),
    xml("quadratic growth in attributes", lambda: propfind(f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]><propfind xmlns="DAV:">{ATTRIBUTE * 100}</propfind>'), 400, "no document types"),
    xml("an entity of a file", propfind('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><propfind xmlns="DAV:"><prop><x>&f;</x></prop></propfind>'), 403, "RFC 4918 §16", condition="no-external-entities", lacks=b"root:"),
    xml("an entity of a web page", propfind('<!DOCTYPE x [<!ENTITY f SYSTEM "http://127.0.0.1:1/">]><propfind xmlns="DAV:"><prop><x>&f;</x></prop></propfind>'), 403, "RFC 4918 §16", condition="no-external-entities"),
    xml("an entity of a device without end", propfind('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///dev/zero">]><propfind xmlns="DAV:"><prop><x>&f;</x></prop></propfind>'), 403, "RFC 4918 §16", condition="no-external-entities"),
    xml("parameter entities", propfind('<!DOCTYPE x [<!ENTITY % a "<!ENTITY b \'c\'>">%a;]><propfind xmlns="DAV:"><prop><x>&b;</x></prop></propfind>'), 400, "no document types"),
    xml("a parameter entity of a file", propfind('<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///etc/passwd">%a;]><propfind xmlns="DAV:"><allprop/></propfind>'), 403, "RFC 4918 §16", condition="no-external-entities", lacks=b"root:"),
    xml("an external document type", propfind('<!DOCTYPE propfind SYSTEM "http://127.0.0.1:1/x.dtd"><propfind xmlns="DAV:"><allprop/></propfind>'), 403, "RFC 4918 §16", condition="no-external-entities"),
    xml("a document type that is harmless", propfind('<!DOCTYPE propfind><propfind xmlns="DAV:"><allprop/></propfind>'), 400, "no document types"),
    xml("default attributes of a document type", propfind('<!DOCTYPE x [<!ATTLIST propfind xmlns CDATA "DAV:">]><propfind><allprop/></propfind>'), 400, "no document types"),
    xml("entities that contain themselves", propfind('<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]><propfind xmlns="DAV:"><prop><x>&a;</x></prop></propfind>'), 400, "no document types"),
    xml("an entity nobody declared", propfind('<propfind xmlns="DAV:"><prop><x>&nbsp;</x></prop></propfind>'), 400, "XML 1.0 §4.1"),
    xml("XInclude of a file", named('<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'), 207, "an element like any other", lacks=b"root:"),
    xml("XInclude in a property", patch('<x xmlns="u:"><i:include xmlns:i="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/></x>'), 207, "an element like any other", lacks=b"root:"),
    xml("a style sheet", propfind('<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:1/x.xsl"?><propfind xmlns="DAV:"><allprop/></propfind>'), 207, "processing instructions are passed over"),
    xml("a megabyte of processing instructions", lambda: propfind(f"<?a {'b' * 900_000}?>" + PROPFIND.format("<getetag/>")), 207, "processing instructions are passed over"),
    xml("a hundred thousand comments", lambda: propfind("<!---->" * 100_000 + PROPFIND.format("<getetag/>")), 207, "comments are passed over"),
    xml("xml:base", report(MULTIGET.format('<href xml:base="http://other.example/">/calendars/mallory/calendar/none.ics</href>')), 207, "RFC 4918 §8.3: hrefs are of the request", holds=b"404"),
    xml("UTF-16", propfind('<?xml version="1.0" encoding="utf-16"?><propfind xmlns="DAV:"><allprop/></propfind>'.encode("utf-16")), 207, "RFC 4918 §8.2"),
    xml("a document type in UTF-16", propfind('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "b">]><propfind xmlns="DAV:"><allprop/></propfind>'.encode("utf-16")), 400, "no document types"),
    xml("a document type in UTF-7", propfind('<?xml version="1.0" encoding="utf-7"?>' + "+ADwAIQ-DOCTYPE x>" + '<propfind xmlns="DAV:"/>'), 400, "no document types"),
    xml("UTF-7", propfind('<?xml version="1.0" encoding="utf-7"?>+ADw-propfind xmlns=+ACI-DAV:+ACI-/+AD4-'), 400, "RFC 4918 §8.2 asks for UTF-8 and UTF-16"),
    xml("EBCDIC", propfind('<?xml version="1.0" encoding="cp037"?><propfind xmlns="DAV:"><allprop/></propfind>'.encode("cp037")), 400, "RFC 4918 §8.2 asks for UTF-8 and UTF-16"),
    xml("UTF-16 that says UTF-8", propfind('<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><allprop/></propfind>'.encode("utf-16-be")), 207, "XML 1.0 §F.1: the bytes say enough"),
    xml("UTF-8 that says UTF-16", propfind('<?xml version="1.0" encoding="utf-16"?><propfind xmlns="DAV:"><allprop/></propfind>'), 400, "XML 1.0 §4.3.3"),
    xml("an encoding nobody knows", propfind('<?xml version="1.0" encoding="klingon"?><propfind xmlns="DAV:"><allprop/></propfind>'), 400, "XML 1.0 §4.3.3"),
    xml("bytes that are not UTF-8", named("<x>\xff</x>").replace(b"\xc3\xbf", b"\xff\xfe"), 400, "XML 1.0 §4.3.3"),
    xml("overlong UTF-8", named("<x>__</x>").replace(b"__", b"\xc0\xaf"), 400, "XML 1.0 §4.3.3"),
    xml("a surrogate in UTF-8", named("<x>___</x>").replace(b"___", b"\xed\xa0\x80"), 400, "XML 1.0 §2.2"),
    xml("a NUL", named("<x>\x00</x>"), 400, "XML 1.0 §2.2"),
    xml("a NUL by number", named("<x>&#0;</x>"), 400, "XML 1.0 §2.2"),
    xml("a control character by number", named("<x>&#x1f;</x>"), 400, "XML 1.0 §2.2"),
    xml("XML 1.1", propfind('<?xml version="1.1"?><propfind xmlns="DAV:"><prop><x>&#x1;</x></prop></propfind>'), 400, "XML 1.0 §2.2"),
    xml("100,000 nested elements", lambda: propfind("<a>" * 100_000 + "</a>" * 100_000), 400, "limits.max_xml_depth"),
    xml("65 nested elements", propfind("<a>" * 65 + "</a>" * 65), 400, "limits.max_xml_depth"),
    xml("200,000 siblings", lambda: propfind('<propfind xmlns="DAV:">' + "<a/>" * 200_000 + "<allprop/></propfind>"), 400, "limits.max_xml_elements"),
    xml("two million siblings", lambda: propfind('<propfind xmlns="DAV:">' + "<a/>" * 2_000_000 + "</propfind>"), 413, "limits.max_xml_size"),
    xml("an attribute name of 900 kB", lambda: propfind(f'<propfind xmlns="DAV:" {"a" * 900_000}="b"><allprop/></propfind>'), 400, "a name has a length"),
    xml("an element name of 900 kB", lambda: named(f"<{'a' * 900_000}/>"), 400, "a name has a length"),
    xml("80,000 attributes", lambda: propfind(f"<propfind xmlns='DAV:' {many(EMPTY, 80_000)}><allprop/></propfind>"), 400, "limits.max_xml_elements"),
    xml("20,000 namespaces", lambda: propfind(f"<propfind xmlns='DAV:' {many(NAMESPACE, 20_000)}><allprop/></propfind>"), 400, "limits.max_xml_elements"),
    xml("a namespace for each of 10,000 elements", lambda: named(many("<a xmlns='urn:example:{}'/>", 10_000)), 400, "limits.max_xml_elements"),
    xml("2,000 namespaces around 2,000 properties", lambda: ask("PROPPATCH", FILE, body=f"<D:propertyupdate xmlns:D='DAV:' {many(NAMESPACE, 2_000)}><D:set><D:prop>{many(PREFIXED, 2_000)}</D:prop></D:set></D:propertyupdate>"), 400, "limits.max_xml_elements"),
    xml("the same attribute twice", propfind('<propfind xmlns="DAV:" a="1" a="2"><allprop/></propfind>'), 400, "XML 1.0 §3.1"),
    xml("a prefix that is not bound", propfind("<D:propfind><D:allprop/></D:propfind>"), 400, "RFC 4918 §8.2: namespaces in XML"),
    xml("two roots", propfind('<propfind xmlns="DAV:"><allprop/></propfind>' * 2), 400, "XML 1.0 §2.1"),
    xml("no root", propfind("<!-- -->"), 400, "XML 1.0 §2.1"),
    xml("JSON", propfind('{"propfind": "allprop"}'), 400, "no XML"),
    xml("HTML", propfind("<html><body><br></body></html>"), 400, "XML 1.0 §3"),
    xml("a body in gzip", propfind(b"\x1f\x8b\x08\x00", "Content-Encoding: gzip"), 415, "RFC 9110 §15.5.16"),
    xml("a report in deflate", ask("REPORT", CALENDAR, "Content-Encoding: deflate", body=b"x\x9c\x03\x00\x00\x00\x00\x01"), 415, "RFC 9110 §15.5.16"),
    xml("a body of an announced gigabyte", propfind("", "Content-Length: 1073741824"), 413, "limits.max_xml_size"),
    xml("a chunked body of two megabytes", lambda: ask("PROPFIND", HOME, "Transfer-Encoding: chunked", body=(b"10000\r\n" + b" " * 65_536 + b"\r\n") * 32 + b"0\r\n\r\n", length=False), 413, "limits.max_xml_size"),
]  # fmt: skip

PROPERTIES = [
    xml("100,000 properties in PROPFIND", lambda: named(many("<a{}/>", 80_000)), 400, "limits.max_xml_elements"),
    xml("10,000 properties in PROPPATCH", lambda: patch(many("<a{} xmlns='u:'/>", 10_000)), 400, "limits.max_xml_elements"),
    xml("more properties than a resource may have", lambda: patch("".join(f'<a{n} xmlns="u:"/>' for n in range(500))), 207, "limits.max_dead_properties", holds=b"HTTP/1.1 507"),
    xml("a property of 900 kB", lambda: patch(f'<a xmlns="u:">{"x" * 900_000}</a>'), 207, "limits.max_dead_property_size", holds=b"HTTP/1.1 507"),
    xml("a property that pretends to be live", patch("<getetag>x</getetag>"), 207, "RFC 4918 §9.2", condition="cannot-modify-protected-property"),
    xml("a property without a namespace", patch('<a xmlns="">b</a>'), 207, "RFC 4918 §9.2", holds=b"HTTP/1.1 200"),
    xml("a property whose namespace is markup", patch("<a xmlns='\"/&gt;&lt;evil&gt;'/>"), 400, "RFC 3986 §2", headers={"content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff"}),
    xml("properties of 900 kB in PROPFIND", lambda: named(many(f"<{'a' * 40_000}{{}}/>", 20)), 400, "the answer repeats them"),
    xml("more properties in PROPPATCH than anybody has", lambda: patch(many("<a{} xmlns='u:'/>", 1_100)), 400, "1,000 updates"),
    xml("propfind with all of its choices", propfind('<propfind xmlns="DAV:"><prop/><allprop/><propname/></propfind>'), 400, "RFC 4918 §14.20"),
    xml("a display name of 100 kB", lambda: patch(f"<displayname>{'x' * 100_000}</displayname>"), 207, "1,000 characters", holds=b"HTTP/1.1 409"),
]  # fmt: skip

REPORTS = [
    xml("5,001 hrefs", lambda: report(MULTIGET.format("<href>/x</href>" * 5_001)), 403, "limits.multiget_hrefs", condition="number-of-matches-within-limits"),
    xml("5,000 hrefs of one resource", lambda: report(MULTIGET.format("<href>/calendars/mallory/calendar/none.ics</href>" * 5_000)), 207, "RFC 4918 §14.24: one row each"),
    xml("hrefs of other servers and of other people", report(MULTIGET.format("".join(f"<href>{href}</href>" for href in ("http://other.example/a.ics", "//other.example/", "file:///etc/passwd", "/calendars/nobody/calendar/a.ics", "/../../etc/passwd", "/%2e%2e/x", "javascript:alert(1)", "http://[::1", "", "%00", "?", "#")))), 207, "404 each", lacks=b"HTTP/1.1 200"),
    xml("an href of 900 kB", lambda: report(MULTIGET.format(f"<href>/{'a' * 900_000}</href>")), 207, "404"),
    xml("an href of 10,000 segments", lambda: report(MULTIGET.format(f"<href>{'/a' * 10_000}</href>")), 207, "404"),
    xml("5,000 hrefs of 5,000 collections", lambda: report(MULTIGET.format("".join(f"<href>/calendars/mallory/calendar/{n}/{n}/{n}/x.ics</href>" for n in range(5_000)))), 207, "404 each"),
    xml("a sync token of 100 kB", lambda: report(SYNC.format("data:," + "x" * 100_000, "")), 403, "RFC 6578 §3.2", condition="valid-sync-token"),
    xml("a sync token of nobody", report(SYNC.format("http://example.org/sync/1", "")), 403, "RFC 6578 §3.2", condition="valid-sync-token"),
    xml("a sync token that is not ASCII", report(SYNC.format("data:,\u0661\ud7ff", "")), 403, "RFC 6578 §3.2", condition="valid-sync-token"),
    xml("nresults in superscript", report(SYNC.format("", "<limit><nresults>\u00b2</nresults></limit>")), 400, "RFC 5323 §5.17: a number"),
    xml("nresults without end", report(SYNC.format("", f"<limit><nresults>{'9' * 10_000}</nresults></limit>")), 400, "a number somebody could mean"),
    xml("a report nobody knows", report('<r xmlns="urn:example:x"/>'), 403, "RFC 3253 §3.6", condition="supported-report"),
    xml("a filter in a filter in a filter", lambda: report(QUERY.format("<C:filter>" + '<C:comp-filter name="VCALENDAR">' * 60 + "</C:comp-filter>" * 60 + "</C:filter>")), 403, "RFC 4791 §7.8", condition="valid-filter"),
    xml("a text-match of 900 kB", lambda: report(FILTER.format(f'<C:prop-filter name="SUMMARY"><C:text-match>{"x" * 900_000}</C:text-match></C:prop-filter>')), 403, "1,000 characters", condition="valid-filter"),
    xml("5,000 prop-filters", lambda: report(FILTER.format('<C:prop-filter name="SUMMARY"><C:text-match>x</C:text-match></C:prop-filter>' * 5_000)), 400, "limits.max_xml_elements"),
    xml("a collation nobody knows", report(FILTER.format('<C:prop-filter name="SUMMARY"><C:text-match collation="i;basic">x</C:text-match></C:prop-filter>')), 403, "RFC 4791 §7.5.1", condition="supported-collation"),
    xml("a time range that runs backwards", report(FILTER.format('<C:time-range start="20300101T000000Z" end="20200101T000000Z"/>')), 403, "RFC 4791 §9.9", condition="valid-filter"),
    xml("a time range that is none", report(FILTER.format('<C:time-range start="yesterday" end="99999999999999T"/>')), 403, "RFC 4791 §9.9", condition="valid-filter"),
    xml("a time range without ends", report(FILTER.format("<C:time-range/>")), 403, "RFC 4791 §9.9", condition="valid-filter"),
    xml("a time zone that is no calendar", report(QUERY.format('<C:filter><C:comp-filter name="VCALENDAR"/></C:filter><C:timezone>garbage</C:timezone>')), 403, "RFC 4791 §7.8", condition="valid-calendar-data"),
    xml("a time zone from the file system", report(QUERY.format('<C:filter><C:comp-filter name="VCALENDAR"/></C:filter><C:timezone-id>../../../etc/passwd</C:timezone-id>')), 403, "RFC 7809 §4.2", condition="valid-timezone"),
    xml("expand-property that goes in circles", lambda: report('<expand-property xmlns="DAV:">' + '<property name="owner">' * 50 + "</property>" * 50 + "</expand-property>", path=HOME), 207, "limits.max_xml_depth"),
    xml("expand-property with markup for a name", report('<expand-property xmlns="DAV:"><property name="a/&gt;&lt;evil"/></expand-property>', path=HOME), 400, "XML 1.0 §2.3: a name", lacks=b"<evil"),
    xml("expand-property of 9,000 properties", lambda: report('<expand-property xmlns="DAV:">' + '<property name="owner"/>' * 4_900 + "</expand-property>", path=HOME), 207, "a bounded number of properties"),
]  # fmt: skip

LOCKS = [
    xml("an owner of 900 kB", lambda: ask("LOCK", FILE, "Depth: 0", body=LOCK.format(f"<owner>{'x' * 900_000}</owner>")), 400, "8,192 bytes"),
    xml("a lock nobody knows", ask("LOCK", FILE, body='<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><read/></locktype></lockinfo>'), 400, "RFC 4918 §14.15"),
    xml("a lock that lasts longer than time", ask("LOCK", HOME + "t1", "Timeout: Second-99999999999999999999999999", body=LOCK.format("")), 201, "limits.lock_seconds", holds=b"<D:timeout>Second-"),
    xml("a lock of superscript seconds", ask("LOCK", HOME + "t2", "Timeout: Second-\xb2", body=LOCK.format("")), 201, "limits.lock_seconds", holds=b"<D:timeout>Second-"),
    xml("a lock of negative seconds", ask("LOCK", HOME + "t3", "Timeout: Second--1", body=LOCK.format("")), 201, "limits.lock_seconds", holds=b"<D:timeout>Second-"),
    xml("100 kB of timeouts", lambda: ask("LOCK", HOME + "t4", "Timeout: " + "Second-x, " * 10_000, body=LOCK.format("")), 201, "limits.lock_seconds", holds=b"<D:timeout>Second-"),
    xml("10,000 lists in If", lambda: ask("PUT", FILE, "If: " + "(<urn:a>)" * 10_000, body="alive"), 400, "a bounded number of conditions"),
    xml("10,000 conditions in a list of If", lambda: ask("PUT", FILE, "If: (" + "<urn:a>" * 10_000 + ")", body="alive"), 400, "a bounded number of conditions"),
    xml("1,000 resources in If", lambda: ask("PUT", FILE, "If: " + "".join(f"</files/mallory/{n}> (Not <urn:a>)" for n in range(1_000)), body="alive"), 400, "a bounded number of conditions"),
    xml("parentheses without end in If", lambda: ask("PUT", FILE, "If: " + "(" * 100_000, body="alive"), 400, "RFC 4918 §10.4.2"),
    xml("blanks without end in If", lambda: ask("PUT", FILE, "If: (" + " " * 50_000 + "x", body="alive"), 400, "RFC 4918 §10.4.2"),
    xml("an If about another server", ask("PUT", FILE, "If: <http://other.example/> (<urn:a>)", body="alive"), 412, "RFC 4918 §10.4.9"),
    xml("a Lock-Token of 100 kB", lambda: ask("UNLOCK", FILE, f"Lock-Token: <{'x' * 100_000}>"), 409, "RFC 4918 §9.11.1", condition="lock-token-matches-request-uri"),
]  # fmt: skip


@pytest.mark.parametrize("trick", [*DOCUMENTS, *PROPERTIES, *REPORTS, *LOCKS], ids=lambda trick: trick.name)
def test_hostile_xml_is_answered_rightly(play, trick):
    assert play(trick).wrong == []
