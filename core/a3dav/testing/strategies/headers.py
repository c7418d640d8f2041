"""Headers that have a grammar, by name; their values are what latin-1 can carry."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from a3dav.testing.strategies.lines import Text, mostly, numbers, texts
from a3dav.testing.strategies.paths import urls

_STATES = (
    "<{lock}>",
    "<{lock}>",
    "<DAV:no-lock>",
    "<urn:uuid:0>",
    "<{sync}>",
    "<>",
    "[{etag}]",
    '["a"]',
    '[W/"a"]',
    "[]",
    "[a]",
)
_conditions: Text = st.builds("{}{}".format, st.sampled_from(["", "", "", "Not ", "not"]), st.sampled_from(_STATES))
_lists: Text = st.lists(_conditions, min_size=1, max_size=3).map(lambda found: f"({' '.join(found)})")
_tags: Text = mostly(st.just(""), urls.map(lambda url: f"<{url}> "), once_in=3)
conditions: Text = mostly(
    st.lists(st.builds("{}{}".format, _tags, _lists), min_size=1, max_size=3).map(" ".join),
    st.sampled_from(["(", "()", "<a>", "(Not)", "((<a>))", "(<a>", "(<a>)" * 250, "([" * 250]) | texts,
    once_in=12,
)
"""The If header."""
_entity_tags: Text = st.lists(st.sampled_from(["{etag}", "*", '"a"', 'W/"a"', '"', "a", ""]), max_size=3).map(", ".join)
_dates = st.sampled_from(
    ["Sat, 01 Jun 2024 00:00:00 GMT", "Sat, 01 Jan 0001 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "0", "a"]
)
_ranges = mostly(
    st.builds("bytes={}-{}".format, numbers, numbers), st.sampled_from(["bytes=0-1,3-4", "lines=1-2", "bytes=-",
        "bytes=--1"])
)  # fmt: skip
_pairs = st.builds(
    "{}={}".format,
    st.sampled_from(["for", "proto", "host", "by", "FOR", "x"]),
    st.sampled_from(
        ['"[2001:db8::1]:80"', "192.0.2.1", "unknown", "https", "a.example", '"a\\"b"', "_x", "", '"', "::1"]
    ),
)

HEADERS: Mapping[str, Text] = {
    "if": conditions,
    "depth": mostly(st.sampled_from(["0", "1", "infinity"]), st.sampled_from(["", "2", "1,noroot", "Infinity",
        "infinity,noroot"])),
    "destination": mostly(urls, texts),
    "timeout": mostly(
        st.sampled_from(["Infinite", "Second-60", "Infinite, Second-1", "Second-4100000000"]),
        st.builds("Second-{}".format, numbers) | texts,
        once_in=4,
    ),
    "overwrite": mostly(st.sampled_from(["T", "F"]), texts),
    "range": _ranges,
    "if-range": _entity_tags | _dates,
    "content-range": st.sampled_from(["bytes 0-1/2", "bytes */2", ""]),
    "accept": st.sampled_from(["*/*", "text/calendar", "application/calendar+json;q=0.5, text/vcard;version=4.0",
        "a/b;q=2", ";", ""]),
    "accept-encoding": st.sampled_from(["gzip", "zstd;q=0", "*", "gzip;q=a"]),
    "prefer": st.lists(
        st.sampled_from(["return=minimal", "return=representation", "depth-noroot", 'a="b;c"', "wait=10", "", ";;",
            "="]), max_size=3
    ).map(", ".join),
    "brief": st.sampled_from(["t", "f", ""]),
    "lock-token": mostly(st.just("<{lock}>"), st.sampled_from(["<urn:uuid:0>", "", "<", "{lock}", "<a>, <b>"])),
    "if-match": _entity_tags,
    "if-none-match": _entity_tags,
    "if-modified-since": _dates,
    "if-unmodified-since": _dates,
    "content-type": st.sampled_from(
        ["text/calendar", "text/vcard; charset=utf-8", "application/xml", "text/plain", "a",
            "text/calendar; component=\u00e9", "", ";"]
    ),
    "content-length": numbers,
    "content-encoding": st.sampled_from(["identity", "gzip", ""]),
    "transfer-encoding": st.sampled_from(["chunked", "gzip, chunked"]),
    "host": st.sampled_from(["localhost", "a:1", "a b", "", "[::1]", "@"]),
    "forwarded": st.lists(_pairs, min_size=1, max_size=5).map(";".join) | st.lists(_pairs, max_size=3).map(", ".join),
    "x-forwarded-for": st.sampled_from(["192.0.2.1", "192.0.2.1, 127.0.0.1", "a", "::1", "1.2.3.4:5", ","]),
    "x-forwarded-proto": st.sampled_from(["https", "http, https", "ftp", ""]),
    "x-forwarded-host": st.sampled_from(["a.example", "a, b", "a b", "[::1]:80"]),
    "x-forwarded-prefix": st.sampled_from(["/dav", "/a/b/", "a", "/..", "//"]),
    "x-oc-mtime": numbers,
    "authorization": st.sampled_from(["Basic", "Basic !", "Basic YTpi", "Basic OjpiOg==", "Bearer a",
        "Basic /////w==", ""]),
    "origin": st.sampled_from(["null", "http://a"]),
    "user-agent": texts,
    "schedule-reply": st.sampled_from(["T", "F", "x"]),
    "cookie": texts,
}  # fmt: skip


def header_of(*names: str) -> Text:
    """A line of one of these headers."""

    def line(name: str) -> Text:
        return HEADERS[name].map(lambda value: f"{name}: {_carried(value)}")

    return st.sampled_from(names).flatmap(line)


def _carried(value: str) -> str:
    """On one line, and in latin-1."""
    return (
        "".join(letter for letter in value if letter not in "\r\n\x00").encode("latin-1", "replace").decode("latin-1")
    )
