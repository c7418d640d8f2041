"""What programs send: operations of GraphQL, and calls of the REST API."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from a3dav.errors import BadRequest
from a3dav.principals import Identity
from a3dav_admin.errors import GraphError
from a3dav_admin.pages import Keyset
from a3dav_admin.planning import Invalid, Prepared, prepare
from a3dav_admin.reads.trail import AUDIT, LOCKS, OUTBOX
from a3dav_admin.requests import operation_in
from a3dav_admin.schema import schema_of
from a3dav_rest.judging import pointer
from a3dav_rest.reading import judge_body, parameters, value_of
from a3dav_rest.serving import serve

from .requests import check_requests
from .target import PART, Target, parts
from .world import world

API = "/api/v1"


def check_graph(data: bytes) -> None:
    """An operation is refused as what it is, or costs no more than allowed; a cursor is one that was given out."""
    body, cursor = parts(data, 2)
    for keyset in (AUDIT, LOCKS, OUTBOX):
        _check_cursor(keyset, cursor.decode("utf-8", "replace"))
    try:
        sent = operation_in(body)
    except BadRequest:
        return
    assert bool(sent.text) != bool(sent.digest)
    if sent.text:
        _check_operation(sent.text, dict(sent.variables), sent.name)


def _check_operation(text: str, variables: dict[str, object], name: str | None) -> None:
    house = world().house
    account = house.store.accounts.by_name("admin")
    assert account
    settings = house.section("admin")
    found: Prepared | Invalid
    try:
        found = prepare(schema_of(house), settings, Identity(account, "password"), text, variables, name)
    except Invalid as invalid:
        found = invalid
    if isinstance(found, Invalid):
        assert 400 <= found.status < 500
        assert json.dumps(found.errors) != "[]"
    else:
        assert 0 <= found.cost <= settings.max_cost


def _check_cursor(keyset: Keyset, text: str) -> None:
    try:
        key = keyset.key_in(text)
    except GraphError:
        return
    assert tuple(map(type, key)) == keyset.kinds
    assert keyset.key_in(keyset.cursor(key)) == key


def check_api(data: bytes) -> None:
    """As of any requests, with `{calendar}` and the like for the ids of what is there."""
    for what, id_ in world().ids.items():
        data = data.replace(b"{%s}" % what.encode(), id_.encode())
    check_requests(data)


_words = st.sampled_from(
    ["displayName", "name", "title", "start", "duration", "recurrenceRules", "limit", "cursor", "items", "id", "@type"]
) | st.text(max_size=5)
_json = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**65), 2**65) | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_words, inner, max_size=4),
    max_leaves=8,
).map(lambda value: json.dumps(value).encode())
_fields = st.sampled_from(
    ["me { name }", "principals(first: 3) { nodes { name } }", "audit { totalCount }", "sessions { nodes { id } }",
        "...f", "__schema { types { name } }", "locks(first: 100000) { nodes { href } }", "nothing"]
)  # fmt: skip
_operations = st.builds(
    lambda kind, fields, tail: json.dumps({"query": f"{kind} {{ {' '.join(fields)} }}{tail}"}).encode(),
    st.sampled_from(["", "query q", "mutation", "subscription", "query q($a: ID!)"]), st.lists(_fields, max_size=5),
    st.sampled_from(["", " fragment f on Query { ...f }", " fragment f on Query { me { name } }", "{"]),
)  # fmt: skip
_cursors = st.binary(max_size=30) | st.sampled_from([b"WyJhdWRpdCIsMSwyXQ", b"WyJsb2NrcyIsImEiXQ", b"W10"])
_places = st.sampled_from(
    ["/session", "/calendars", "/calendars/{calendar}", "/calendars/{calendar}/events", "/calendars/{calendar}/import",
        "/calendars/{calendar}/events/{event}", "/calendars/{calendar}/free-busy", "/address-books",
        "/address-books/{book}/contacts", "/files", "/files/content", "/files/{file}", "/files/{file}/content",
        "/changes", "/tokens", "/webhooks", "/free-busy", "/directory", "/accounts/{account}", "/nothing", "/%FF"]
)  # fmt: skip
_questions = st.sampled_from(
    ["", "?limit=1", "?limit=-1", "?cursor=x", "?name=a.txt", "?from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z",
        "?expand=true", "?text=%ED%A0%80", "?limit=1&limit=2", "?q=" + "a" * 300]
)  # fmt: skip
_heads = st.lists(
    st.sampled_from(
        ["if-match: *", "accept: text/calendar", "accept: nothing", "idempotency-key: a", "if-none-match: {etag}"]
    ),
    max_size=2,
).map(lambda lines: "".join(f"{line}\n" for line in lines))
_calls = st.builds(
    lambda method, place, question, kind, heads, body: (
        f"{method} {API}{place}{question}\ncontent-type: {kind}\n{heads}\n".encode() + body
    ),
    st.sampled_from(["GET", "POST", "PUT", "PATCH", "DELETE", "QUERY", "HEAD"]), _places, _questions,
    st.sampled_from(["application/json", "application/merge-patch+json", "text/calendar", "text/vcard", "x"]), _heads,
    _json | st.binary(max_size=20),
)  # fmt: skip
TARGETS = (
    Target(
        "graph", check_graph, st.builds(lambda body, cursor: body + PART + cursor, _operations | _json, _cursors),
        (operation_in, prepare, Keyset.key_in), ('{"query": "', '"variables": {', '"documentId": "sha256:', "fragment "),
    ),
    Target(
        "api", check_api, st.lists(_calls, min_size=1, max_size=4).map(PART.join),
        (serve, parameters, value_of, judge_body, pointer),
        (f"GET {API}/", f"POST {API}/", f"PATCH {API}/", "{calendar}", "{event}", "{book}", "{file}", "{folder}"),
    ),
)  # fmt: skip
