"""What of a request is read before anything is done: paths, headers, XML, tokens, and what proxies say."""

from __future__ import annotations

import contextlib
from ipaddress import ip_address

from hypothesis import strategies as st
from lxml import etree

from a3dav import headers
from a3dav.errors import DavError, Forbidden
from a3dav.exchange import Request
from a3dav.forwarding import MAX_HOPS, Forwarding
from a3dav.headers import parse_if, parse_path
from a3dav.preconditions import http_date
from a3dav.principals import Identity
from a3dav.query import wanted_of
from a3dav.representations import MediaType, quality, ranges_of
from a3dav.resources import path_href
from a3dav.sync_tokens import PREFIX, is_current, position_of
from a3dav.testing.strategies.bodies import bodies
from a3dav.testing.strategies.headers import HEADERS, conditions, header_of
from a3dav.testing.strategies.lines import texts
from a3dav.testing.strategies.paths import paths
from a3dav.xml.reading import child, read_xml, text_of
from a3dav.xml.writing import serialise
from a3dav_acl.readers import principal_in
from a3dav_events import cursors

from .target import Target
from .world import CALENDAR, world

refused = contextlib.suppress(DavError)
LARGEST = 1000


def check_xml(data: bytes) -> None:
    """What was read is bounded and means the same when it is written again."""
    with refused:
        root = read_xml(data, max_depth=20, max_elements=500)
        elements = list(root.iter())
        assert len(elements) <= 500
        again = etree.fromstring(serialise(root))
        assert [entry.tag for entry in again.iter()] == [entry.tag for entry in elements]
        assert text_of(again) == text_of(root)
        assert child(root, "{DAV:}prop") is None or root.find("{DAV:}prop") is not None
        wanted_of(root)
        found = principal_in(serialise(root))
        assert found is None or parse_path(path_href(found, False).encode()) == found


def check_path(data: bytes) -> None:
    """Names of a path hold nothing that leads elsewhere, and its canonical form leads to the same place."""
    with refused:
        found = parse_path(data)
        assert not {"", ".", ".."} & set(found)
        assert not any("/" in name or "\x00" in name for name in found)
        with refused:  # a canonical form may be longer than a path may be
            assert parse_path(path_href(found, False).encode()) == found


def check_if(data: bytes) -> None:
    text = data.decode("latin-1")
    with refused:
        lists = parse_if(text)
        assert lists
        assert all(entry.conditions for entry in lists)
        assert all(bool(one.token) or bool(one.etag) or "<>" in text for entry in lists for one in entry.conditions)


def check_headers(data: bytes) -> None:
    """Each header alone has a value of its type, or is refused."""
    request = _request(data)
    with refused:
        assert headers.depth(request, default=0) in {0, 1, headers.INFINITY}
    with refused:
        assert headers.overwrite(request) in {True, False}
    for read in (headers.destination, lambda request: headers.href_path(request.header("destination"), request)):
        with refused:
            assert not {"", ".", ".."} & set(read(request))
    assert 0 < headers.timeout(request, maximum=LARGEST) <= LARGEST
    headers.no_root(request)
    headers.minimal(request)
    with refused:
        found = headers.byte_range(request, LARGEST)
        assert found is None or 0 <= found[0] < found[0] + found[1] <= LARGEST
    accepted = ranges_of(request.header("accept"))
    assert all(0 <= entry.weight <= 1 for entry in accepted)
    assert 0 <= quality(accepted, "text/calendar") <= 1
    MediaType.parse(request.header("content-type"))
    for name in ("if-modified-since", "if-unmodified-since", "if-range"):
        assert isinstance(http_date(request.header(name)), int | None)


def _request(data: bytes) -> Request:
    pairs = (line.partition(":") for line in data.decode("latin-1").split("\n"))
    given = {name.strip().lower(): value.strip(" \t\r") for name, _, value in pairs}
    return Request("COPY", b"/files/alice/", {"host": "localhost", **given}, "", "127.0.0.1", hosts=("localhost",))


def check_forwarding(data: bytes) -> None:
    """Whatever a proxy says, the peer is an address, and the mount point a path."""
    for url in ("", "https://dav.example.org/dav"):
        request = _request(data)
        with refused:
            Forwarding(("127.0.0.0/8", "::1"), url).apply(request)
            ip_address(request.peer)
            assert request.via == "127.0.0.1"
            assert request.scheme in {"http", "https"}
            assert not request.mount or (request.mount.startswith("/") and ".." not in request.mount.split("/"))
            assert len(request.hosts) <= 3 + MAX_HOPS
            headers.destination(request)


def check_sync_token(data: bytes) -> None:
    """A token that was not given out is refused for what it is."""
    house = world()
    collection = house.house.resolve(parse_path(CALENDAR.encode()))
    account = house.house.store.accounts.by_name("alice")
    assert collection
    assert account
    token = data.decode("utf-8", "replace")
    known = set(house.tokens.values())
    try:
        position_of(house.house, Identity(account, "password"), collection, token)
        assert token in known
    except Forbidden as error:
        assert error.condition == "{DAV:}valid-sync-token"  # noqa: PT017 - a token may also be accepted
    assert not is_current(house.house, Identity(account, "password"), collection, token) or token in known


def check_change_cursor(data: bytes) -> None:
    """A cursor of the change feed that this store did not write for this account leads nowhere."""
    store = world().house.store
    account = store.accounts.by_name("alice")
    assert account
    text = data.decode("utf-8", "replace")
    found = cursors.position_of(store, account.id, text)
    assert found is None or cursors.cursor(store, account.id, found) == text
    assert cursors.position_of(store, account.id, cursors.cursor(store, account.id, len(data))) == len(data)


_latin = st.binary(max_size=40) | texts.map(lambda text: text.encode("utf-8", "replace"))
_tokens = st.builds(
    lambda parts: PREFIX.encode() + b"/".join(parts),
    st.lists(_latin | st.sampled_from([b"1.2", b"a", b""]), max_size=6),
)


def _lines(*names: str) -> st.SearchStrategy[bytes]:
    return st.lists(header_of(*names), min_size=1, max_size=6).map(lambda lines: "\n".join(lines).encode("latin-1"))


_TOLD = tuple(name for name in HEADERS if name.startswith(("forwarded", "x-forwarded", "host", "destination")))
TARGETS = (
    Target("xml", check_xml, bodies, (read_xml, child, text_of, wanted_of, principal_in), ("<D:prop>", "<!DOCTYPE",
        "<!ENTITY",
        "xmlns:a=''", "<![CDATA[")),
    Target("path", check_path, paths.map(lambda text: text.encode("utf-8", "replace")), (parse_path,), ("%2e", "%2F",
        "%C3%A9", "e%CC%81")),
    Target(
        "if", check_if, conditions.map(lambda text: text.encode("latin-1", "replace")), (parse_if,),
        ("(<urn:a>)", "Not ", '(["a"])', "<http://a/>"),
    ),
    Target(
        "headers", check_headers, _lines(*HEADERS),
        (
            headers.depth, headers.overwrite, headers.destination, headers.href_path, headers.url_path, headers.timeout,
            headers.preferences, headers.byte_range, headers.no_root, ranges_of, MediaType.parse, http_date,
        ),
        tuple(f"{name}: " for name in HEADERS),
    ),
    Target("forwarding", check_forwarding, _lines(*_TOLD), (Forwarding.apply,), tuple(f"{name}: " for name in _TOLD)),
    Target(
        "change-cursor", check_change_cursor, st.from_regex(r"1-[0-9a-f]{1,17}-[0-9a-f]{23,25}").map(str.encode) | _latin,
        (cursors.position_of,), ("1-", "-0"),
    ),
    Target("sync-token", check_sync_token, _tokens, (position_of, is_current), (PREFIX,)),
)  # fmt: skip
