"""Events, tasks, groups and cards in JSON (RFC 8984, RFC 9553), and JSON that is something else."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from a3dav.testing.strategies.calendars import durations
from a3dav.testing.strategies.lines import Text, mostly, texts

Json = st.SearchStrategy[Any]
_scalars: Json = st.one_of(texts, st.integers(-5, 400), st.booleans(), st.none(), st.floats(allow_nan=False))
_anything: Json = st.recursive(
    _scalars, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2), max_leaves=4
)
_ids: Text = mostly(st.sampled_from(["a", "b", "end", "item1", "x-1"]), texts, once_in=200)
_local: Text = mostly(
    st.sampled_from(["2026-01-05T12:00:00", "2026-01-12T00:00:00", "2024-02-29T23:59:59", "0001-01-01T00:00:00",
        "9999-12-31T23:59:59", "2026-03-29T02:30:00"]),
    texts,
    once_in=200,
)  # fmt: skip
_utc: Text = mostly(st.sampled_from(["2026-01-05T12:00:00Z", "1970-01-01T00:00:00Z"]), texts, once_in=200)
_zones: Json = mostly(
    st.sampled_from(["Europe/Berlin", "Etc/UTC", None, "/Ours", "America/St_Johns"]), texts, once_in=200
)
_uris: Text = mostly(
    st.sampled_from(
        ["https://example.org/a,b;c", "mailto:a@example.org", "data:text/plain;base64,AA==", "tel:+1-555", "geo:1.5,2"]
    ),
    texts,
    once_in=200,
)
_words: Text = mostly(
    st.sampled_from(["accepted", "home", "private", "work", "x", "free", "chair", "owner"]), texts, once_in=200
)
_uids: Text = mostly(st.sampled_from(["1", "urn:uuid:2", "a;b"]), texts, once_in=60)
_lengths: Text = mostly(st.sampled_from(["PT1H", "P1D", "P1W2DT3H", "PT0S", "PT90M"]), durations, once_in=100)
_set_of_words: Json = st.dictionaries(_words, st.just(True), max_size=3)
_PASSED: Json = st.sampled_from(
    [
        {"name": "vevent", "properties": [["x-a", {"x-p": "1"}, "unknown", "b"]]},
        {
            "convertedProperties": {
                "duration": {"name": "dtend"},
                "title": {"name": "summary", "parameters": {"x-q": "1"}},
            }
        },
        {"components": [["x-part", [["x-b", {}, "text", "c"]], []]]},
        {"properties": [["description", {}, "text", "d"], ["uid", {}, "text", "u"]]},
    ]
)


def _objects(members: dict[str, Json], required: dict[str, Json] | None = None) -> Json:
    """Objects of these members, and now and then of others, or of other values."""
    needed = required or {}
    optional = {name: value for name, value in members.items() if name not in needed}
    usual: Json = st.fixed_dictionaries(needed, optional=optional)
    odd: Json = st.dictionaries(st.sampled_from([*members, "x"]) | texts, _anything, max_size=2)
    return mostly(usual, st.builds(lambda one, other: {**one, **other}, usual, odd), once_in=60)


def _map(inner: Json, keys: Text = _ids) -> Json:
    return st.dictionaries(keys, inner, max_size=2)


_links = _map(
    _objects(
        {
            "rel": st.sampled_from(["enclosure", "icon", "describedby", "next"]), "title": texts,
            "contentType": st.just("image/png"), "display": st.just("badge"), "size": st.integers(0, 9),
        },
        {"href": _uris},
    )
)  # fmt: skip
_rules = _objects(
    {
        "interval": st.integers(1, 3), "count": st.integers(1, 5), "byMonth": st.just(["1", "3L"]),
        "byDay": st.lists(st.fixed_dictionaries({"day": st.sampled_from(["mo", "su"])}), min_size=1, max_size=2),
        "byMonthDay": st.lists(st.integers(-31, 31), min_size=1, max_size=2), "firstDayOfWeek": st.just("su"),
    },
    {"frequency": st.sampled_from(["daily", "weekly", "yearly"])},
)  # fmt: skip
_people = _objects(
    {
        "name": texts, "email": st.just("a@example.org"), "roles": _set_of_words, "participationStatus": _words,
        "expectReply": st.booleans(), "kind": _words, "delegatedTo": _map(st.just(True)), "iCalendar": _PASSED,
        "scheduleStatus": st.just(["1.2", "2.0"]), "sentBy": st.just("b@example.org"), "language": st.just("de"),
    },
    {"sendTo": st.fixed_dictionaries({}, optional={"imip": _uris, "other": _uris, "web": _uris})},
)  # fmt: skip
_alerts = _objects(
    {"action": st.sampled_from(["display", "email", "x"]), "acknowledged": _utc, "iCalendar": _PASSED},
    {
        "trigger": st.one_of(
            _objects({"relativeTo": st.just("end")}, {"offset": _lengths}), _objects({}, {"when": _utc}),
            st.just({"@type": "X", "y": 1}),
        )
    },
)  # fmt: skip
_places = _objects(
    {
        "name": texts, "description": texts, "coordinates": _uris, "relativeTo": st.sampled_from(["start", "end"]),
        "timeZone": _zones, "locationTypes": _set_of_words, "links": _links, "iCalendar": _PASSED,
    }
)  # fmt: skip
_patches: Json = st.one_of(
    st.just({}), st.just({"excluded": True}), st.just({"title": "Other", "start": "2026-01-06T12:00:00"}),
    st.just({"locations": None, "duration": "PT2H"}),
    _map(_anything, st.sampled_from(["description", "locations/a/name", "alerts", "uid", "duration", "a/b", ""])),
)  # fmt: skip
_entry_members: dict[str, Json] = {
    "title": texts, "description": texts, "descriptionContentType": st.sampled_from(["text/html", "text/plain"]),
    "start": _local, "due": _local, "duration": _lengths, "estimatedDuration": _lengths, "timeZone": _zones,
    "showWithoutTime": st.booleans(), "locations": _map(_places), "links": _links,
    "keywords": _map(st.just(True), texts),
    "virtualLocations": _map(_objects({"name": texts, "features": _set_of_words}, {"uri": _uris})),
    "recurrenceRules": st.lists(_rules, max_size=2), "recurrenceOverrides": _map(_patches, _local),
    "priority": st.integers(0, 9), "status": _words, "progress": st.sampled_from(["completed", "x"]),
    "progressUpdated": _utc, "privacy": _words, "freeBusyStatus": _words, "participants": _map(_people),
    "replyTo": st.fixed_dictionaries({}, optional={"imip": _uris, "web": _uris}), "alerts": _map(_alerts),
    "relatedTo": _map(st.fixed_dictionaries({"relation": _set_of_words}), texts), "color": texts,
    "locale": st.just("de"),
    "recurrenceId": _local, "recurrenceIdTimeZone": _zones, "iCalendar": _PASSED, "example.org:x": _anything,
    "timeZones": st.just({"/Ours": {"tzId": "Ours", "standard": [
        {"start": "1970-01-01T00:00:00", "offsetFrom": "+01:00", "offsetTo": "+01:00"}]}}),
}  # fmt: skip
entries: Json = _objects(
    _entry_members,
    {"@type": st.sampled_from(["Event", "Task"]), "uid": _uids, "start": _local, "updated": _utc},
)
groups: Json = st.builds(
    lambda members, inner: {"@type": "Group", **members, "entries": inner},
    _objects({"title": texts, "uid": _uids, "source": _uris, "links": _links}), st.lists(entries, max_size=2),
)  # fmt: skip
_card_passed: Json = st.sampled_from(
    [{"x-p": "1"}, {"group": "item1"}, {"altid": "1"}, {"type": ["x", "y"]}, {"language": "fr"}]
)
_parts: Json = st.lists(
    _objects({"phonetic": texts}, {
        "kind": st.sampled_from(
            ["surname", "given", "surname2", "generation", "separator", "name", "number", "locality", "x"]
        ),
        "value": texts,
    }),
    min_size=1, max_size=4,
)  # fmt: skip
_structured: dict[str, Json] = {
    "components": _parts, "isOrdered": st.booleans(), "defaultSeparator": texts, "full": texts,
    "phoneticSystem": st.just("ipa"), "phoneticScript": st.just("Latn"), "vCardParams": _card_passed,
}  # fmt: skip
_entry: dict[str, Json] = {
    "contexts": _set_of_words, "pref": st.integers(1, 100), "label": texts, "vCardParams": _card_passed,
    "kind": st.sampled_from(["title", "role", "photo", "birth", "contact", "x"]), "mediaType": st.just("image/png"),
    "name": texts, "units": st.lists(st.fixed_dictionaries({"name": texts}), min_size=1, max_size=2),
    "organizationId": _ids,
    "features": _set_of_words, "service": texts, "user": texts, "created": _utc, "level": _words,
    "listAs": st.integers(1, 3), "vCardName": st.sampled_from(["impp", "geo", "fn"]),
}  # fmt: skip
_card_members: dict[str, Json] = {
    "kind": _words, "language": st.just("de"), "created": _utc, "updated": _utc, "prodId": texts,
    "name": _objects({**_structured, "sortAs": _map(texts, st.sampled_from(["surname", "given"]))}),
    "emails": _map(_objects(_entry, {"address": texts})), "phones": _map(_objects(_entry, {"number": _uris | texts})),
    "onlineServices": _map(_objects({**_entry, "uri": _uris})), "titles": _map(_objects(_entry, {"name": texts})),
    "organizations": _map(_objects(_entry)), "links": _map(_objects(_entry, {"uri": _uris})),
    "media": _map(_objects(_entry, {"uri": _uris})), "notes": _map(_objects(_entry, {"note": texts})),
    "nicknames": _map(_objects(_entry, {"name": texts})), "keywords": _map(st.just(True), texts),
    "addresses": _map(_objects({**_structured, "coordinates": _uris, "timeZone": texts, "vCardName": st.just("geo")})),
    "anniversaries": _map(_objects({"place": _objects({"full": texts})}, {
        "kind": st.sampled_from(["birth", "death", "wedding", "x"]),
        "date": _objects({"day": st.integers(1, 31), "year": st.integers(0, 9999)}, {"month": st.just(2)}),
    })),
    "personalInfo": _map(_objects(_entry, {"kind": st.just("expertise"), "value": texts})),
    "members": _map(st.just(True), texts), "relatedTo": _map(st.fixed_dictionaries({"relation": _set_of_words}), texts),
    "localizations": _map(_map(_anything, st.sampled_from(["name/full", "titles/a/name", "name", "x"])), st.just("fr")),
    "speakToAs": _objects({"grammaticalGender": _words, "pronouns": _map(_objects(_entry, {"pronouns": texts}))}),
    "vCardProps": st.just([["x-a", {"group": "item2"}, "unknown", "b"]]), "example.org:x": _anything,
}  # fmt: skip
cards: Json = _objects(_card_members, {"uid": _uids})


def _written(trees: Json) -> st.SearchStrategy[bytes]:
    odd = st.sampled_from([b"", b"{", b"[]", b'"\\ud800"', b"null", b'{"uid":' + b"[" * 50 + b"]" * 50 + b"}"])
    return mostly(trees.map(lambda tree: json.dumps(tree).encode()), odd, once_in=60)


calendar_objects = _written(mostly(entries, groups, once_in=6))
contact_cards = _written(cards)
