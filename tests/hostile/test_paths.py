"""Names and places that are not what they look like."""

from functools import partial
from urllib.parse import quote

import pytest

from a3dav.testing import raw
from a3dav.testing.tricks import Trick

ask = partial(raw.ask, user="mallory:a secret")
HOME = "/files/mallory/"
COMPOSED, DECOMPOSED = "caf\u00e9", "cafe\u0301"


def at(name, path, status, why, **more):
    return Trick("path", name, ask("GET", path), status, why, **more)


def put(name, path, status, why, **more):
    return Trick("path", name, ask("PUT", HOME + path, body="x"), status, why, **more)


PATHS = [
    at("..", HOME + "../mallory/alive.txt", 400, "RFC 3986 §3.3: no name"),
    at(".. above the root", "/../../../../etc/passwd", 400, "RFC 3986 §3.3: no name"),
    at("%2e%2e", HOME + "%2e%2e/mallory/alive.txt", 400, "RFC 3986 §2.3: the same as .."),
    at(".%2E", HOME + ".%2E/mallory/alive.txt", 400, "RFC 3986 §2.3: the same as .."),
    at(".", HOME + "./alive.txt", 400, "RFC 3986 §3.3: no name"),
    at("%252e%252e", HOME + "%252e%252e/alive.txt", 404, "decoded once, it is the name %2e%2e"),
    at("%2f", "/files%2fmallory/alive.txt", 400, "a slash inside of a name"),
    at("..%2f", HOME + "..%2f..%2fetc%2fpasswd", 400, "a slash inside of a name"),
    at("%5c", HOME + "..%5c..%5calive.txt", 404, "a backslash parts nothing here"),
    at("a backslash", HOME + "..\\alive.txt", 404, "a backslash parts nothing here"),
    at("%00", HOME + "alive.txt%00.html", 400, "NUL"),
    at("a control character", HOME + "a%1fb", 400, "a control character"),
    at("a line end", HOME + "a%0d%0aSet-Cookie:%20x=y", 400, "a control character", headers={"set-cookie": ""}),
    at("C1 controls", HOME + "a%c2%9bb", 400, "a control character"),
    at("invalid UTF-8", HOME + "%ff%fe", 400, "RFC 3987 §3.1: UTF-8"),
    at("overlong UTF-8 of a dot", HOME + "%c0%ae%c0%ae/x", 400, "RFC 3629 §3"),
    at("overlong UTF-8 of a slash", HOME + "..%c0%af", 400, "RFC 3629 §3"),
    at("a surrogate", HOME + "%ed%a0%80", 400, "RFC 3629 §3"),
    at("a percent sign alone", HOME + "100%", 404, "it stands for itself"),
    at("percent signs of no number", HOME + "%zz%u002e", 404, "they stand for themselves"),
    at("slashes and more slashes", "//files///mallory//alive.txt", 200, "empty segments vanish"),
    at("4,000 slashes", "/" * 4_000 + "files/mallory/alive.txt", 200, "empty segments vanish"),
    at("a host for a path", "//other.example/files", 404, "RFC 9112 §3.2.1: a path", lacks=b"other.example"),
    at("matrix parameters", HOME + "alive.txt;v=1", 404, "RFC 3986 §3.3: a part of the name"),
    at("a session in the path", HOME + ";jsessionid=1/alive.txt", 404, "RFC 3986 §3.3: a part of the name"),
    at("an asterisk", "/*", 404, "a name like any other"),
    at("a trailing slash behind a file", HOME + "alive.txt/", 200, "RFC 4918 §5.2"),
    at("a trailing dot", HOME + "alive.txt.", 404, "a part of the name"),
    at("a trailing space", HOME + "alive.txt%20", 404, "a part of the name"),
    at("a stream of NTFS", HOME + "alive.txt::$DATA", 404, "a part of the name"),
    at("another case", "/FILES/mallory/alive.txt", 404, "names are compared as they are"),
    at("another case of an account", "/files/MALLORY/alive.txt", 403, "decision 6: a home of nobody", condition="need-privileges"),
    at("65 segments", "/a" * 65, 414, "a bounded depth"),
    at("64 segments", HOME.rstrip("/") + "/a" * 62, 404, "a bounded depth"),
    at("a name of 256 bytes", HOME + "a" * 256, 400, "255 bytes"),
    at("a name of 255 bytes", HOME + "a" * 255, 404, "255 bytes"),
    at("128 letters of two bytes", HOME + "%c3%a9" * 128, 400, "255 bytes"),
    at("8,193 bytes", "/" + "a/" * 4_096, 414, "8,192 bytes"),
    at("a query that looks like a path", HOME + "alive.txt?/../../x", 200, "RFC 3986 §3.4"),
    at("a scheme inside", HOME + "http://other.example/", 404, "a path"),
    at("the data directory", HOME + "../../a3dav.sqlite", 400, "no name"),
    at("a file of the server", "/server.lock", 404, "paths are not of the file system"),
    put("a name of Windows", "con", 201, "names are not of the file system"),
    put("dots", "...", 201, "three dots are a name"),
    put("a name that begins with a dash", "-rf", 201, "names are not of the command line"),
    put("quotes and angles", "%22%3E%3Cscript%3E", 201, "pages escape it"),
    put("the other direction", "gpj%e2%80%aeexe.txt", 400, "U+202E makes a name look like another"),
    put("a line separator", "a%e2%80%a8b", 400, "U+2028 ends a line"),
    put("no character", "a%ef%bf%bfb", 400, "U+FFFF cannot stand in XML"),
    put("a joiner of letters", "a%e2%80%8db", 201, "U+200D is part of words and pictures"),
    put("a decomposed name", quote(DECOMPOSED), 201, "it is composed", before=()),
    put("the same name composed", quote(COMPOSED), 204, "one member, whoever writes it"),
    Trick("path", "what the decomposed name leads to", ask("GET", HOME + quote(DECOMPOSED)), 200, "one member, whoever asks for it"),
    Trick("path", "the listing of both", ask("PROPFIND", HOME, "Depth: 1", body='<propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'), 207, "one member", holds=quote(COMPOSED).encode(), lacks=quote(DECOMPOSED).encode()),
    put("a ligature", "%ef%ac%81", 201, "another name than fi: NFC, not NFKC"),
    put("a Kelvin sign", "%e2%84%aa", 201, "composed, it is the letter K"),
    put("130 accents on a letter", "e" + "%cc%81" * 130, 400, "255 bytes, composed"),
]  # fmt: skip


def to(name, destination, status, why, **more):
    request = ask("COPY", HOME + "alive.txt", f"Destination: {destination}", "Overwrite: T")
    return Trick("Destination", name, request, status, why, **more)


DESTINATIONS = [
    to("..", HOME + "../x", 400, "no name"),
    to("%2e%2e", HOME + "%2e%2e/x", 400, "no name"),
    to("%2f", HOME + "a%2fb", 400, "a slash inside of a name"),
    to("%00", HOME + "a%00b", 400, "NUL"),
    to("overlong UTF-8", HOME + "%c0%ae%c0%ae/x", 400, "RFC 3629 §3"),
    to("a backslash", HOME + "..\\..\\x", 201, "a name like any other"),
    to("a tab", HOME + "a\tb", 400, "RFC 3986 §2: no character of URLs"),
    to("nothing", "", 400, "RFC 4918 §10.3"),
    to("a relative path", "x", 400, "RFC 4918 §10.3: an absolute URL or path"),
    to("another host", "http://other.example/files/mallory/x", 502, "RFC 4918 §9.8.5"),
    to("another host without a scheme", "//other.example/files/mallory/x", 502, "RFC 4918 §9.8.5"),
    to("another port", "http://dav.example:8080/files/mallory/x", 502, "RFC 4918 §9.8.5"),
    to("another scheme", "ftp://dav.example/files/mallory/x", 502, "RFC 4918 §9.8.5"),
    to("a file", "file:///etc/passwd", 502, "RFC 4918 §9.8.5"),
    to("this host as user of another", "http://dav.example@other.example/x", 502, "RFC 3986 §7.6: the host is behind the @"),
    to("a user of this host", "http://a:b@dav.example/files/mallory/c1", 201, "RFC 3986 §3.2.1: clients send what they were configured with"),
    to("a broken address", "http://[::1/files/mallory/x", 400, "RFC 3986 §3.2.2"),
    to("an address of no family", "http://[v1.x]/files/mallory/x", 502, "RFC 4918 §9.8.5"),
    to("two Destinations", HOME + "c2\r\nDestination: " + HOME + "c3", 400, "RFC 4918 §10.3: one"),
    to("UTF-8 without percent signs", HOME + "caf\u00e9".encode().decode("latin-1"), 204, "the name as it was meant"),
    to("bytes that are not UTF-8", HOME + "caf\xe9-latin", 201, "read as Latin-1"),
    to("50 kB", HOME + "a" * 50_000, 414, "8,192 bytes"),
    to("itself", HOME + "alive.txt", 403, "RFC 4918 §9.8.5"),
    to("itself in other letters", HOME + "%61live.txt", 403, "RFC 4918 §9.8.5"),
    to("the root", "/", 403, "it contains the source"),
    to("the home of somebody else", "/files/nobody/x", 403, "decision 6", condition="need-privileges"),
    to("a calendar", "/calendars/mallory/calendar/x.ics", 403, "a file is no event", condition="supported-calendar-data"),
    to("a member of a file", HOME + "alive.txt/x", 403, "it is inside of the source"),
    to("a collection that is missing", HOME + "missing/x", 409, "RFC 4918 §9.8.5"),
]  # fmt: skip


@pytest.mark.parametrize("trick", [*PATHS, *DESTINATIONS], ids=lambda trick: f"{trick.attacks} {trick.name}")
def test_a_hostile_name_leads_nowhere_else(play, trick):
    assert play(trick).wrong == []
