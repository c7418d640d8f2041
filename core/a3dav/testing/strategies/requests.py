"""Whole requests, and several one after the other, written as text: a line, headers, an empty line, a body.

`{lock}`, `{etag}` and `{sync}` stand for what the server gave out last.
"""

from __future__ import annotations

from hypothesis import strategies as st

from a3dav.testing.strategies.bodies import CALENDAR_REPORTS, CARD_REPORTS, PRINCIPAL_REPORTS, body, reports
from a3dav.testing.strategies.calendars import calendars
from a3dav.testing.strategies.cards import cards
from a3dav.testing.strategies.headers import HEADERS, header_of
from a3dav.testing.strategies.lines import Text, mostly
from a3dav.testing.strategies.paths import BOOKS, CALENDARS, COLLECTIONS, FOLDERS, known, members_of, new_members, paths

Requests = st.SearchStrategy[bytes]
SEPARATOR = b"\n%%\n"
PERSON = "as"
"""The header that names who asks; alice where it is missing."""
_people: Text = mostly(st.just(""), st.sampled_from(["as: bob", "as: nobody", "as: admin"]), once_in=25)
_nothing: Requests = st.sampled_from([b""] * 9 + [b"x"])
_contents: Requests = st.one_of(calendars, cards, st.binary(max_size=60), st.just(b"y" * 3000))


def request(
    methods: Text, targets: Text, contents: Requests, *headers: str, needs: tuple[str, ...] = (), most: int = 2
) -> Requests:
    """A request with some of these headers, and now and then with one that it has no use for."""
    some = st.lists(header_of(*headers), max_size=most) if headers else st.just([])
    few = mostly(st.just([]), some, once_in=3)
    needed = st.tuples(*map(header_of, needs))
    other = mostly(st.just(""), header_of(*HEADERS), once_in=20)
    return st.builds(_written, methods, mostly(targets, paths, once_in=20), needed, few, other, _people, contents)


def _written(
    method: str, target: str, needed: tuple[str, ...], few: list[str], other: str, person: str, content: bytes
) -> bytes:
    head = "\n".join([f"{method} {target}", *(line for line in (*needed, *few, other, person) if line)])
    return head.encode("latin-1", "replace") + b"\n\n" + content


_collections = st.sampled_from(COLLECTIONS)
_CONDITIONS = ("if-match", "if-none-match", "if", "if-modified-since", "if-unmodified-since")
_anything: Text = st.sampled_from(
    ["GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS", "PROPFIND", "PROPPATCH", "MKCOL", "MKCALENDAR", "COPY",
        "MOVE", "LOCK",
     "UNLOCK", "REPORT", "ACL", "SEARCH", "BIND", "PATCH", "TRACE", "CONNECT", "get", "\u00e9", "X"]
)  # fmt: skip
requests: Requests = st.one_of(
    request(st.just("PUT"), members_of(*CALENDARS), calendars, "content-type", *_CONDITIONS),
    request(st.just("PUT"), members_of(*BOOKS), cards, "content-type", *_CONDITIONS),
    request(
        st.sampled_from(["PUT", "POST"]), members_of(*FOLDERS), _contents, "content-type", "x-oc-mtime", *_CONDITIONS
    ),
    request(st.just("POST"), _collections, calendars | cards, "content-type"),
    request(st.sampled_from(["GET", "HEAD"]), known, _nothing, "range", "if-range", "accept", *_CONDITIONS),
    request(st.sampled_from(["DELETE", "OPTIONS"]), known, _nothing, *_CONDITIONS),
    request(st.sampled_from(["COPY", "MOVE"]), known, _nothing, "overwrite", "depth", "if", needs=("destination",)),
    request(st.just("PROPFIND"), known, body("D:propfind") | _nothing, "prefer", "brief", needs=("depth",)),
    request(st.just("PROPPATCH"), known, body("D:propertyupdate"), "if", "prefer"),
    request(st.just("MKCOL"), new_members, body("D:mkcol") | _nothing, "if"),
    request(st.just("MKCALENDAR"), new_members, body("C:mkcalendar") | _nothing, "if"),
    request(st.just("LOCK"), known | new_members, body("D:lockinfo"), "timeout", "depth", "if"),
    request(st.just("LOCK"), known, _nothing, "timeout", needs=("if",)),
    request(st.just("UNLOCK"), known, _nothing, needs=("lock-token",)),
    request(st.just("ACL"), known, body("D:acl"), "if"),
    request(st.just("REPORT"), st.sampled_from(CALENDARS), body(*CALENDAR_REPORTS), "prefer", needs=("depth",)),
    request(st.just("REPORT"), st.sampled_from(BOOKS), body(*CARD_REPORTS), needs=("depth",)),
    request(st.just("REPORT"), _collections, body("D:sync-collection"), "prefer"),
    request(st.just("REPORT"), known, body("D:expand-property")),
    request(st.just("REPORT"), st.sampled_from(["/principals/", "/principals/alice/"]), body(*PRINCIPAL_REPORTS)),
    request(st.just("REPORT"), paths, reports, "depth"),
    request(_anything, paths, _contents, *HEADERS, most=5),
)
scripts: Requests = st.lists(requests, min_size=1, max_size=5).map(SEPARATOR.join)
"""Some requests to one house, in order."""
