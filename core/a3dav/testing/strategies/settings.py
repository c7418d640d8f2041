"""Configuration in TOML, YAML and JSON: the same sections, and what the formats have beyond them."""

from __future__ import annotations

import json
from collections.abc import Mapping

from hypothesis import strategies as st

from a3dav.testing.strategies.lines import Text, mostly, numbers, texts

_sections: Text = mostly(st.sampled_from(["server", "server.tls", "async_pool", "security",
    "security.rates", "security.cors", "storage", "auth", "limits", "logging", "plugins",
    "plugins.caldav"]), texts)  # fmt: skip
_keys: Text = mostly(
    st.sampled_from(
        [
            "port",
            "host",
            "data_dir",
            "trusted_proxies",
            "certificate",
            "url",
            "realm",
            "max_xml_size",
            "enabled",
            "workers",
            "allow_list",
            "allowed_origins",
        ]
    ),
    texts,
)
_values: st.SearchStrategy[object] = st.one_of(
    st.integers(), st.booleans(), texts, st.lists(texts, max_size=2), st.sampled_from(["1 MiB", "8008", "yes",
        "10.0.0.0/8"]),
    st.floats(allow_nan=False), st.dictionaries(texts, texts, max_size=1),
)  # fmt: skip
_trees = st.dictionaries(_sections, mostly(st.dictionaries(_keys, _values, max_size=3), _values), max_size=3)
_ODD = (
    "a: &a [1]\nb: *a\n", "!!python/object:x {}\n", "server: {port: 1, port: 2}\n", "? [a]\n: b\n",
    "[server]\n[server]\n",
    "a.b.c.d.e.f = 1\n", "server = 1\n[server]\n", '{"a": 1, "a": 2}', "[" * 500, "a = 1979-05-27T07:32:00Z\n",
        "\t- a", "x: 1e999\n",
    '"""', "# only a comment\n", "---\n...\n---\n", "%YAML 9.9\n", "a: 0o7777777777777777777777777\n",
    "a: 2024-99-99\n", "<<: {a: 1}\n",
)  # fmt: skip


def _toml(tree: Mapping[str, object]) -> str:
    lines = []
    for section, content in tree.items():
        lines += [f"[{section}]", *(f"{key or 'a'} = {value}" for key, value in _pairs(content))]
    return "\n".join(lines)


def _yaml(tree: Mapping[str, object]) -> str:
    lines = []
    for section, content in tree.items():
        lines += [f"{section}:", *(f"  {key or 'a'}: {value}" for key, value in _pairs(content))]
    return "\n".join(lines)


def _pairs(content: object) -> list[tuple[str, str]]:
    """Keys and values of a section, these as JSON, which stands for the same in the other formats."""
    pairs = content.items() if isinstance(content, dict) else [("key", content)]
    return [(key, json.dumps(value, ensure_ascii=False)) for key, value in pairs]


_forms = st.sampled_from([(".toml", _toml), (".yaml", _yaml), (".json", json.dumps)])
files: st.SearchStrategy[tuple[str, str]] = st.builds(
    lambda form, tree, odd: (form[0], form[1](tree) + odd),
    _forms, _trees, mostly(st.just(""), st.sampled_from(_ODD) | texts, once_in=4),
)  # fmt: skip
"""The ending of a file's name, and its text."""
variables: Text = st.builds(
    "A3DAV_{}__{}={}".format, st.sampled_from(["SERVER", "LIMITS", "PLUGINS", "PLUGINS__CALDAV", "", "X"]),
    _keys.map(str.upper) | numbers, numbers | texts,
)  # fmt: skip
