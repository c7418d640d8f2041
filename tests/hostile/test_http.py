"""Messages that are not what RFC 9112 calls a message, or far too much of one."""

from functools import partial

import pytest

from a3dav.testing import raw
from a3dav.testing.tricks import CLOSED, Trick

ask = partial(raw.ask, user="mallory:a secret")
FILE = "/files/mallory/alive.txt"
NEW = "/files/mallory/smuggled.txt"
HIDDEN = ask("GET", FILE)
CHUNKED = b"5\r\nhello\r\n0\r\n\r\n"
HEAD = b"Host: dav.example\r\nAuthorization: Basic bWFsbG9yeTphIHNlY3JldA==\r\n"
"""The lines of every request by mallory, for those that are put together by hand."""


def smuggle(name, request, status, why, **more):
    return Trick("smuggling", name, request, status, why, linger=0.5, **more)


def put(*headers, body=b"hello"):
    return ask("PUT", NEW, *headers, body=body, length=False)


SMUGGLING = [
    smuggle("Content-Length and Transfer-Encoding", put("Content-Length: 4", "Transfer-Encoding: chunked", body=b"0\r\n\r\n" + HIDDEN), 204, "RFC 9112 §6.1: chunked counts, and the connection ends"),
    smuggle("Transfer-Encoding and Content-Length", put("Transfer-Encoding: chunked", "Content-Length: 4", body=b"0\r\n\r\n" + HIDDEN), 204, "RFC 9112 §6.1: chunked counts, and the connection ends"),
    smuggle("two different Content-Lengths", put("Content-Length: 5", "Content-Length: 6"), 400, "RFC 9112 §6.3"),
    smuggle("a list of Content-Lengths", put("Content-Length: 5, 6"), 400, "RFC 9110 §8.6"),
    smuggle("the same Content-Length twice", put("Content-Length: 5", "Content-Length: 5"), 204, "RFC 9110 §8.6: may count once"),
    smuggle("Content-Length +5", put("Content-Length: +5"), 400, "RFC 9110 §8.6: digits alone"),
    smuggle("Content-Length -5", put("Content-Length: -5"), 400, "RFC 9110 §8.6: digits alone"),
    smuggle("Content-Length 0x5", put("Content-Length: 0x5"), 400, "RFC 9110 §8.6: digits alone"),
    smuggle("Content-Length 5_0", put("Content-Length: 5_0"), 400, "RFC 9110 §8.6: digits alone"),
    smuggle("Content-Length 1 2", put("Content-Length: 1 2"), 400, "RFC 9110 §8.6: digits alone"),
    smuggle("an empty Content-Length", put("Content-Length:"), 400, "RFC 9110 §8.6: digits alone"),
    smuggle("Content-Length in superscript", put("Content-Length: \xb2"), 400, "RFC 9110 §8.6: digits alone"),
    smuggle("Content-Length beyond 64 bits", put("Content-Length: 18446744073709551616"), 400, "more than any file has"),
    smuggle("Transfer-Encoding xchunked", put("Transfer-Encoding: xchunked", body=CHUNKED), 400, "RFC 9112 §6.3"),
    smuggle("Transfer-Encoding chunked, identity", put("Transfer-Encoding: chunked, identity", body=CHUNKED), 400, "RFC 9112 §6.3: chunked comes last"),
    smuggle("Transfer-Encoding gzip, chunked", put("Transfer-Encoding: gzip, chunked", body=CHUNKED), 501, "RFC 9112 §6.1"),
    smuggle("Transfer-Encoding chunked twice", put("Transfer-Encoding: chunked", "Transfer-Encoding: chunked", body=CHUNKED), 501, "RFC 9112 §7: once"),
    smuggle("Transfer-Encoding with a vertical tab", put("Transfer-Encoding: \x0bchunked", body=CHUNKED), 400, "RFC 9110 §5.5"),
    smuggle("Transfer-Encoding in quotes", put('Transfer-Encoding: "chunked"', body=CHUNKED), 400, "RFC 9112 §6.3"),
    smuggle("Transfer-Encoding in capitals", put("Transfer-Encoding: CHUNKED", body=CHUNKED), 204, "RFC 9112 §7: case does not matter"),
    smuggle("Transfer-Encoding in HTTP/1.0", ask("PUT", NEW, "Transfer-Encoding: chunked", body=CHUNKED, length=False, version="HTTP/1.0"), 400, "RFC 9112 §6.1"),
    smuggle("a folded Transfer-Encoding", put("Transfer-Encoding:\r\n chunked", body=CHUNKED), 400, "RFC 9112 §5.2: obs-fold"),
    smuggle("a space before the colon", put("Transfer-Encoding : chunked", body=CHUNKED), 400, "RFC 9112 §5.1"),
    smuggle("a space before the first header", b"GET / HTTP/1.1\r\n " + HEAD + b"\r\n", 400, "RFC 9112 §2.2"),
    smuggle("a header name with a NUL", put("Transfer\x00-Encoding: chunked"), 400, "RFC 9110 §5.1: tokens"),
    smuggle("a header without a colon", put("Transfer-Encoding chunked"), 400, "RFC 9112 §5"),
    smuggle("a header without a name", put(": chunked"), 400, "RFC 9112 §5"),
    smuggle("a NUL in a header", ask("GET", FILE, "X-A: a\x00b"), 400, "RFC 9110 §5.5"),
    smuggle("a bare CR in a header", ask("GET", FILE, "X-A: a\rX-B: b"), 400, "RFC 9112 §2.2"),
    smuggle("bare LF as line ends", b"GET " + FILE.encode() + b" HTTP/1.1\n" + HEAD.replace(b"\r", b"") + b"\n", 200, "RFC 9112 §2.2 allows it"),
    smuggle("a body behind GET", ask("GET", FILE, f"Content-Length: {len(HIDDEN)}", body=HIDDEN, length=False), 200, "RFC 9110 §9.3.1: it is a body, not a request"),
    smuggle("a chunk size with a sign", put("Transfer-Encoding: chunked", body=b"+5\r\nhello\r\n0\r\n\r\n"), 400, "RFC 9112 §7.1: hexadecimal digits"),
    smuggle("a chunk size with 0x", put("Transfer-Encoding: chunked", body=b"0x5\r\nhello\r\n0\r\n\r\n"), 400, "RFC 9112 §7.1: hexadecimal digits"),
    smuggle("a chunk size beyond 64 bits", put("Transfer-Encoding: chunked", body=b"FFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n"), 400, "RFC 9112 §7.1: overflow"),
    smuggle("a chunk that is longer than it says", put("Transfer-Encoding: chunked", body=b"3\r\nhello\r\n0\r\n\r\n"), 400, "RFC 9112 §7.1"),
    smuggle("a chunk size that ends in LF", put("Transfer-Encoding: chunked", body=b"5\nhello\r\n0\r\n\r\n"), 400, "RFC 9112 §7.1"),
    smuggle("a megabyte of chunk extensions", lambda: put("Transfer-Encoding: chunked", body=b"5;a=" + b"x" * 2**20 + b"\r\nhello\r\n0\r\n\r\n"), 400, "RFC 9112 §7.1.1: bounded"),
    smuggle("ten thousand chunks with an extension", lambda: put("Transfer-Encoding: chunked", body=b"1;a=bcdefghijkl\r\nx\r\n" * 10_000 + b"0\r\n\r\n"), 400, "RFC 9112 §7.1.1: bounded"),
    smuggle("trailers that would sign in", ask("PUT", NEW, "Transfer-Encoding: chunked", "Trailer: Authorization", body=b"5\r\nhello\r\n0\r\nAuthorization: Basic x\r\nContent-Length: 99\r\n\r\n", length=False), 204, "RFC 9110 §6.5.1: trailers are no headers"),
    smuggle("a flood of trailers", lambda: put("Transfer-Encoding: chunked", body=b"5\r\nhello\r\n0\r\n" + b"X-A: a\r\n" * 100_000 + b"\r\n"), 400, "bounded"),
    smuggle("a body that ends early", ask("PUT", NEW, "Content-Length: 50", body=b"hello", length=False), 408, "RFC 9110 §15.5.9: it stopped coming"),
    smuggle("a chunked body that ends early", put("Transfer-Encoding: chunked", body=b"5\r\nhel"), 408, "RFC 9110 §15.5.9: it stopped coming"),
]  # fmt: skip


def odd(name, request, status, why, **more):
    return Trick("request line", name, request, status, why, **more)


REQUEST_LINES = [
    odd("absolute-form", ask("GET", f"http://dav.example{FILE}"), 200, "RFC 9112 §3.2.2"),
    odd("absolute-form of another host", ask("GET", f"http://other.example{FILE}"), 200, "RFC 9112 §3.2.2: it replaces Host, and there is one site here"),
    odd("authority-form", ask("CONNECT", "dav.example:443"), 501, "RFC 9110 §9.3.6: no tunnels here"),
    odd("authority-form with GET", ask("GET", "dav.example:443"), 400, "RFC 9112 §3.2.3: for CONNECT alone"),
    odd("asterisk-form with OPTIONS", ask("OPTIONS", "*"), 200, "RFC 9112 §3.2.4"),
    odd("asterisk-form with GET", ask("GET", "*"), 400, "RFC 9112 §3.2.4: for OPTIONS alone"),
    odd("a scheme that is not HTTP", ask("GET", "file:///etc/passwd"), 400, "RFC 9110 §7.1"),
    odd("no slash in front", ask("GET", "files/mallory/alive.txt"), 400, "RFC 9112 §3.2"),
    odd("a fragment", ask("GET", FILE + "#x"), 200, "RFC 9112 §3.2: no fragment in a target", known="hyper cuts fragments off before anybody sees them"),
    odd("a space in the target", ask("GET", FILE + " x"), 400, "RFC 9112 §3.2"),
    odd("no Host", ask("GET", FILE, host=""), 400, "RFC 9112 §3.2"),
    odd("an empty Host", ask("GET", FILE, "Host:", host=""), 400, "a DAV server has a name"),
    odd("two Hosts", ask("GET", FILE, "Host: other.example"), 400, "RFC 9112 §3.2"),
    odd("a list of Hosts", ask("GET", FILE, host="dav.example, other.example"), 400, "RFC 9112 §3.2"),
    odd("a Host with user and password", ask("GET", FILE, host="a:b@dav.example"), 400, "RFC 9110 §7.2: host and port"),
    odd("a Host with a path", ask("GET", FILE, host="dav.example/x"), 400, "RFC 9110 §7.2: host and port"),
    odd("a Host with a script", ask("GET", FILE, host="<script>alert(1)</script>"), 400, "RFC 9110 §7.2: host and port"),
    odd("a Host with a port out of range", ask("GET", FILE, host="dav.example:99999999"), 400, "RFC 9110 §7.2: host and port"),
    odd("a method in lower case", ask("get", FILE), 501, "RFC 9110 §9.1: methods are case-sensitive"),
    odd("an unknown method", ask("BREW", FILE), 501, "RFC 9110 §9.1"),
    odd("a method of 10 kB", ask("A" * 10_000, FILE), 501, "RFC 9110 §9.1"),
    odd("a method that is no token", ask("GE/T", FILE), 400, "RFC 9110 §9.1"),
    odd("an empty method", ask("", FILE), 400, "RFC 9112 §3.1"),
    odd("TRACE", ask("TRACE", FILE), 501, "RFC 9110 §9.3.8: headers are not sent back"),
    odd("HTTP/0.9", b"GET /files/mallory/alive.txt\r\n\r\n", 400, "RFC 9112 §2.3"),
    odd("HTTP/1.0 without Host", b"GET / HTTP/1.0\r\n\r\n", 401, "RFC 9112 §3.2: Host is of HTTP/1.1"),
    odd("HTTP/1.2", ask("GET", FILE, version="HTTP/1.2"), 400, "RFC 9110 §15.6.6 or 400"),
    odd("HTTP/9.9", ask("GET", FILE, version="HTTP/9.9"), 400, "RFC 9110 §15.6.6 or 400"),
    odd("an empty request line", b"\r\n\r\n" + ask("GET", FILE), 200, "RFC 9112 §2.2: empty lines are passed over"),
    odd("a TLS greeting", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(512), 400, "no HTTP"),
    odd("binary noise", bytes(range(256)) * 64, 400, "no HTTP"),
    odd("X-HTTP-Method-Override", ask("GET", FILE, "X-HTTP-Method-Override: DELETE"), 200, "a method is what the request line says"),
    odd("an Upgrade to h2c", ask("GET", FILE, "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"), 200, "RFC 9113 §3.1: not spoken any more"),
    odd("an Upgrade to a websocket", ask("GET", FILE, "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="), 200, "RFC 9110 §7.8: an upgrade may be ignored"),
]  # fmt: skip


def flood(name, request, status, why, **more):
    return Trick("header", name, request, status, why, **more)


FLOODS = [
    flood("10,000 headers", lambda: ask("GET", FILE, *["X-A: a"] * 10_000), 431, "RFC 6585 §5"),
    flood("101 headers", ask("GET", FILE, *["X-A: a"] * 99), 431, "RFC 6585 §5"),
    flood("98 headers", ask("GET", FILE, *["X-A: a"] * 96), 200, "as many as anybody sends"),
    flood("a header of a megabyte", lambda: ask("GET", FILE, "X-A: " + "a" * 2**20), 431, "RFC 6585 §5"),
    flood("cookies of 50 kB", lambda: ask("GET", FILE, "Cookie: " + "a=b; " * 10_000), 200, "nobody reads them"),
    flood("cookies of 300 kB", lambda: ask("GET", FILE, "Cookie: " + "a=b; " * 60_000), 431, "RFC 6585 §5"),
    flood("a path of a megabyte", lambda: ask("GET", "/" + "a" * 2**20), 431, "RFC 9112 §3 names 414", known="hyper reads heads up to server.max_header_size, whatever is in them"),
    flood("a path of 50 kB", lambda: ask("GET", "/" + "a" * 50_000), 414, "RFC 9112 §3"),
    flood("a path of 9 kB", ask("GET", "/" + "a" * 9_000), 414, "RFC 9112 §3"),
    flood("thousands of ranges", ask("GET", FILE, "Range: bytes=" + ",".join(["0-0"] * 9_000)), 200, "RFC 9110 §14.2: may be ignored"),
    flood("overlapping ranges", ask("GET", FILE, "Range: bytes=0-,0-,0-,0-,0-,0-"), 200, "RFC 9110 §14.2: may be ignored"),
    flood("a range beyond 64 bits", ask("GET", FILE, "Range: bytes=99999999999999999999999-"), 416, "RFC 9110 §14.1.1"),
    flood("a range of digits without end", ask("GET", FILE, "Range: bytes=0-" + "9" * 40_000), 206, "RFC 9110 §14.1.2: until the end"),
    flood("a range of another unit", ask("GET", FILE, "Range: lines=1-2"), 200, "RFC 9110 §14.2"),
    flood("thousands of tags in If-None-Match", ask("GET", FILE, "If-None-Match: " + ", ".join(['"x"'] * 10_000)), 200, "RFC 9110 §13.1.2"),
    flood("garbage in If-None-Match", ask("GET", FILE, "If-None-Match: \xff\xfe\x80"), 200, "no tag matches"),
    flood("garbage in If-Modified-Since", ask("GET", FILE, "If-Modified-Since: Thu, 99 Foo 99999 99:99:99 GMT"), 200, "RFC 9110 §13.1.3: ignored"),
    flood("a year without end in If-Modified-Since", ask("GET", FILE, "If-Modified-Since: Mon, 01 Jan " + "9" * 5_000 + " 00:00:00 GMT"), 200, "RFC 9110 §13.1.3: ignored"),
    flood("garbage in If-Range", ask("GET", FILE, "Range: bytes=0-1", "If-Range: \x80\xff"), 200, "RFC 9110 §13.1.5: the whole"),
    flood("Depth: -1", ask("PROPFIND", "/files/mallory/", "Depth: -1"), 400, "RFC 4918 §10.2"),
    flood("Depth: 2", ask("PROPFIND", "/files/mallory/", "Depth: 2"), 400, "RFC 4918 §10.2"),
    flood("Depth in superscript", ask("PROPFIND", "/files/mallory/", "Depth: \xb9"), 400, "RFC 4918 §10.2"),
    flood("Depth: infinity", ask("PROPFIND", "/files/mallory/", "Depth: infinity"), 403, "RFC 4918 §9.1", condition="propfind-finite-depth"),
    flood("two Depths", ask("PROPFIND", "/files/mallory/", "Depth: 0", "Depth: infinity"), 400, "RFC 4918 §10.2: one value"),
    flood("Overwrite: maybe", ask("MOVE", FILE, "Destination: /files/mallory/x", "Overwrite: maybe"), 400, "RFC 4918 §10.6"),
    flood("Timeout in superscript", ask("LOCK", FILE, "Timeout: Second-\xb2\xb3"), 400, "RFC 4918 §10.7; there is no lock to renew"),
    flood("Expect: 100-continue and nothing more", ask("PUT", FILE, "Expect: 100-continue", "Content-Length: 5", length=False), 408, "RFC 9110 §10.1.1: the body does not come"),
    flood("Expect: 100-continue for too much", ask("PUT", "/calendars/mallory/calendar/a.ics", "Expect: 100-continue", "Content-Length: 99999999999", length=False), 403, "refused on the head", condition="max-resource-size"),
    flood("an unknown Expect", ask("PUT", FILE, "Expect: 200-maybe", body=b"alive"), 204, "RFC 9110 §10.1.1: may be ignored"),
    flood("X-OC-MTime in superscript", ask("PUT", "/files/mallory/m", "X-OC-MTime: \xb2", body=b"x"), 201, "what is no number is ignored"),
    flood("Content-Range with PUT", ask("PUT", FILE, "Content-Range: bytes 0-1/5", body=b"al"), 400, "RFC 9110 §14.5"),
    flood("Content-Encoding with PUT", ask("PUT", FILE, "Content-Encoding: gzip", body=b"alive"), 415, "RFC 9110 §15.5.16"),
    flood("X-Forwarded headers of a stranger", ask("GET", FILE, "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "Forwarded: for=127.0.0.1;host=evil.example"), 200, "no proxy is trusted", lacks=b"evil"),
]  # fmt: skip


BASIC = 'Basic realm="a3dav", charset="UTF-8"'
TOKEN = f'{BASIC}, Bearer realm="a3dav", error="invalid_token"'


def sign_in(name, authorization, challenge=BASIC):
    request = raw.ask("GET", FILE, f"Authorization: {authorization}")
    law = "RFC 7617 §2; RFC 9110 §11.6.1" if challenge == BASIC else "RFC 6750 §3.1"
    return Trick("sign in", name, request, 401, law, headers={"www-authenticate": challenge})


SIGN_INS = [
    sign_in("nothing behind Basic", "Basic"),
    sign_in("no base64", "Basic ?!*"),
    sign_in("base64 of half a byte", "Basic A"),
    sign_in("no colon inside", "Basic bWFsbG9yeQ=="),
    sign_in("a NUL in the name", "Basic bWFsbG9yeQA6YSBzZWNyZXQ="),
    sign_in("a name that is not UTF-8", "Basic //46YQ=="),
    sign_in("UTF-16", "Basic bQBhAGwAbABvAHIAeQA6AGEA"),
    sign_in("characters that are not ASCII", "Basic \xe4\xf6\xfc"),
    sign_in("50 kB of credentials", "Basic " + "QUFB" * 12_500),
    sign_in("a password of 40 kB", "Basic bWFsbG9yeTph" + "QUFB" * 10_000),
    sign_in("another scheme", "Negotiate bWFsbG9yeTphIHNlY3JldA=="),
    sign_in("a token of nobody", "Bearer bWFsbG9yeTphIHNlY3JldA==", TOKEN),
    sign_in("a token as ours are, of nobody", "Bearer a3dav_" + "A" * 43, TOKEN),
    sign_in("a token of 40 kB", "Bearer a3dav_" + "QUFB" * 10_000, TOKEN),
    sign_in("no token behind Bearer", "Bearer", TOKEN),
    sign_in("a token that is no ASCII", "Bearer a3dav_\xe4\xf6\xfc", TOKEN),
    sign_in("Digest", 'Digest username="mallory", realm="a3dav", nonce="x", uri="/", response="y"'),
    sign_in("two Authorizations", "Basic bWFsbG9yeTphIHNlY3JldA==\r\nAuthorization: Basic bWFsbG9yeTphIHNlY3JldA=="),
    sign_in("a name as of SQL", "Basic JyBPUiAxPTEgLS06eA=="),
]

SLOW = [
    Trick("slowness", "a head that does not end", b"GET / HTTP/1.1\r\nHost: dav.example\r\nX-A: a", CLOSED, "the connection ends with server.idle_timeout", answers=0),
    Trick("slowness", "a connection that says nothing", b"", CLOSED, "the connection ends with server.idle_timeout", answers=0),
    Trick("slowness", "a body that stops", ask("PROPFIND", "/files/mallory/", "Content-Length: 100", body=b"<propfind", length=False), 408, "RFC 9110 §15.5.9"),
]  # fmt: skip


@pytest.mark.parametrize("trick", [*SMUGGLING, *REQUEST_LINES, *FLOODS, *SIGN_INS, *SLOW], ids=lambda trick: trick.name)
def test_a_message_that_is_none_is_answered_rightly(play, trick):
    assert play(trick).wrong == []
