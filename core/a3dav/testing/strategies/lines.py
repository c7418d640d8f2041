"""Content lines as clients write them and as nobody should: folds, line ends, escapes, parameters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")
Text = st.SearchStrategy[str]
Lines = st.SearchStrategy[list[str]]

ODD = (
    "", " ", "\\", "\\n", "\\,", "\\;", "\\\\", ";", ",", ":", '"', "=", "^n", "^^", "^'", "\t", "\x85", "\u2028",
    "\ufeff", "\ufffe", "\u0660", "\u00b2", "\u0130", "\u00df", "\ufb01", "e\u0301", "\U0001f469\u200d\U0001f680",
    "<b>&amp;]]>", "%00", "{0}", "../", "x" * 80, "\u00e9" * 40, "a" * 2000,
)  # fmt: skip
REFUSED = ("\x00", "\x1f", "\x7f", "\n", "\r", "\r\n", "\ud800")
_plain: Text = st.sampled_from(["", "Lunch", "Gr\u00fc\u00dfe", "a\\, b\\; c\\nd", "https://example.org/?a=b"])


def mostly(usual: st.SearchStrategy[T], unusual: st.SearchStrategy[T], *, once_in: int = 20) -> st.SearchStrategy[T]:
    """The usual value, but for once in so many cases."""
    return st.sampled_from(range(once_in)).flatmap(lambda drawn: usual if drawn < once_in - 1 else unusual)


_words = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=8)
_odd: Text = st.lists(st.one_of(st.sampled_from(ODD), _words), max_size=4).map("".join)
texts: Text = mostly(_plain | _odd, st.builds("{}{}".format, st.sampled_from(REFUSED), _odd), once_in=100)
numbers: Text = mostly(
    st.sampled_from(["0", "1", "-1", "2", "3", "10", "53", "60", "99", "366"]),
    st.sampled_from(["+1", "-366", "", "01", "\u0661", "1e9", "9" * 30]) | st.integers(-(2**63), 2**63).map(str),
)
parameter_values: Text = mostly(
    st.sampled_from(["DATE", "DATE-TIME", "PERIOD", "UTC", "Europe/Berlin", "Ours", "THISANDFUTURE", "START", "END"])
    | st.lists(st.sampled_from(["home", '"work,cell"', "", "1"]), max_size=4).map(",".join),
    texts.map(lambda text: f'"{text}"') | texts,
)
_parameter_names = st.sampled_from(
    ["TZID", "VALUE", "RANGE", "RELATED", "TYPE", "PREF", "ALTID", "LANGUAGE", "FBTYPE", "X-A", "CN"]
)
parameters: Text = mostly(
    st.builds(";{}={}".format, _parameter_names, parameter_values),
    st.sampled_from([";HOME", ";", ";;", "; TYPE=a", ";ENCODING=b", ";a.b=c", ";=d"]),
)


def line(names: Text, values: Text) -> Text:
    """A content line, with few or no parameters and perhaps a group."""
    group = mostly(st.just(""), mostly(st.just("item1."), st.sampled_from(["a-b.", ".", "a.b."])), once_in=15)
    some = mostly(st.just(""), st.lists(parameters, max_size=3).map("".join), once_in=3)
    return st.builds("{}{}{}:{}".format, group, names, some, values)


def block(names: Text, *contents: Lines | Text) -> Lines:
    """A component of these contents; now and then its end is missing, twice there, or another's."""
    parts = st.tuples(*map(_as_lines, contents)).map(_flat)
    ends = st.sampled_from([["{}"]] * 97 + [[], ["{}", "{}"], ["VOTHER"]])
    return st.builds(
        lambda name, inside, end: [f"BEGIN:{name}", *inside, *(f"END:{entry.format(name)}" for entry in end)],
        names, parts, ends,
    )  # fmt: skip


def several(content: Lines | Text, most: int) -> Lines:
    return st.lists(_as_lines(content), max_size=most).map(_flat)


def _as_lines(content: Lines | Text) -> Lines:
    return content.map(lambda entry: [entry] if isinstance(entry, str) else entry)


def _flat(parts: Iterable[list[str]]) -> list[str]:
    return [entry for part in parts for entry in part]


_FOLDS = st.tuples(st.integers(0, 400), st.sampled_from([b"\r\n ", b"\n\t", b"\r ", b"\r\n  "]))


def written(lines: Lines) -> st.SearchStrategy[bytes]:
    """Lines as bytes: line ends of any kind, folded at odd places, with or without a byte order mark."""
    ends = mostly(st.just("\r\n"), st.sampled_from(["\n"] * 6 + ["\r", "\r\n\r\n", "\n\t\n", ""]), once_in=5)
    folds = st.sampled_from(range(4)).flatmap(lambda drawn: st.just([]) if drawn else st.lists(_FOLDS, max_size=3))
    heads = st.sampled_from([b""] * 40 + [b"\xef\xbb\xbf"] * 4 + [b"\r\n", b" "])
    return st.builds(_written, lines, ends, folds, heads, st.sampled_from([b""] * 40 + [b"\r\n", b"\xff", b"\x00"]))


def _written(lines: list[str], end: str, folds: list[tuple[int, bytes]], head: bytes, tail: bytes) -> bytes:
    body = "".join(entry + end for entry in lines if entry).encode("utf-8", "surrogatepass")
    for place, fold in folds:
        at = place * len(body) // 400
        body = body[:at] + fold + body[at:]
    return head + body + tail
