"""jCal and jCard: arrays of a name, properties and components, and JSON that is something else."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from a3dav.testing.strategies.calendars import durations, moments, zone_names
from a3dav.testing.strategies.lines import Text, mostly, texts

Json = st.SearchStrategy[Any]
_scalars: Json = st.one_of(
    texts, st.integers(), st.booleans(), st.none(), st.floats(allow_nan=False), st.sampled_from([10**30, -0.0, 1e400])
)
_dashed: Text = st.sampled_from(
    [
        "2024-06-01",
        "2024-06-01T12:00:00",
        "2024-06-01T12:00:00Z",
        "2024-06-01T12:00:00+01:00",
        "0001-01-01",
        "9999-12-31",
    ]
)
_rules: Json = st.fixed_dictionaries(
    {"freq": st.sampled_from(["YEARLY", "DAILY", "X"])},
    optional={
        "byday": st.sampled_from(["MO", ["MO", "-1SU"], 1, []]),
        "count": st.integers(-1, 5) | texts,
        "until": _dashed,
    },
)
_usual: Json = st.one_of(
    _dashed, durations, moments, texts, _rules, st.sampled_from(["+01:00", "-03:30:15", 37.5, 3, True])
)
_values: Json = mostly(_usual, _scalars | st.lists(_scalars, max_size=3) | st.dictionaries(texts, _scalars, max_size=2))
_parameters: Json = st.dictionaries(
    mostly(st.sampled_from(["tzid", "value", "type", "pref", "group", "altid", "range"]), texts),
    mostly(texts | zone_names | st.sampled_from(["THISANDFUTURE", ["home", "work"]]), _scalars),
    max_size=2,
)
_names = mostly(
    st.sampled_from(
        ["dtstart", "dtend", "rrule", "rdate", "summary", "categories", "geo", "request-status", "uid", "x-a", "fn",
            "n", "tel",
         "bday", "version", "tzoffsetto", "trigger", "freebusy"]
    ),
    texts,
)  # fmt: skip
_types = mostly(
    st.sampled_from(
        ["text", "date", "date-time", "duration", "period", "recur", "utc-offset", "uri", "integer", "float", "boolean",
         "cal-address", "unknown", "date-and-or-time", "language-tag", "time", "binary"]
    ),
    texts,
)  # fmt: skip
_properties: Json = mostly(
    st.builds(
        lambda name, params, kind, values: [name, params, kind, *values],
        _names, _parameters, _types, st.lists(_values, min_size=1, max_size=3),
    ),
    st.lists(_scalars, max_size=4) | _scalars,
    once_in=40,
)  # fmt: skip
_UID: Json = st.just(["uid", {}, "text", "1"])
_START: Json = st.just(["dtstart", {}, "date-time", "2024-06-01T12:00:00Z"])


def _component(names: list[str], *, fixed: Json, inner: Json) -> Json:
    contents = st.tuples(fixed, st.lists(_properties, max_size=4)).map(lambda pair: [*pair[0], *pair[1]])
    kept = st.builds(lambda name, properties, parts: [name, properties, parts], st.sampled_from(names), contents, inner)
    return mostly(kept, st.lists(_scalars, max_size=4), once_in=60)


_none: Json = st.just([])
_alarms: Json = st.lists(_component(["valarm"], fixed=_none, inner=_none), max_size=1)
_mains = _component(
    ["vevent", "vtodo", "vjournal", "vfreebusy", "VEVENT"], fixed=st.tuples(_UID, _START), inner=_alarms
)
_calendars = _component(["vcalendar"], fixed=_none, inner=st.lists(_mains, min_size=1, max_size=2))
_cards: Json = st.builds(
    lambda version, properties: ["vcard", [["version", {}, "text", version], ["fn", {}, "text", "A"], *properties]],
    mostly(st.sampled_from(["4.0", "3.0"]), texts), st.lists(_properties, max_size=4),
)  # fmt: skip


def _written(trees: Json) -> st.SearchStrategy[bytes]:
    odd = st.sampled_from([b"", b"[", b"NaN", b'{"a":1,"a":2}', b"[" * 2000, b'"\\ud800"', b"\xff", b"1" * 5000])
    return mostly(trees.map(lambda tree: json.dumps(tree).encode()), odd, once_in=60)


calendars = _written(_calendars | st.lists(_calendars, max_size=2))
cards = _written(_cards | st.lists(_cards, max_size=2))
