"""Conditions on accounts as pieces of SQL: who is seen, and who matches a search.

They stand in statements where `a` is a row of accounts and `p` its profile, whose columns `folded_name` and
`folded_email` hold text that `names.folded` made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from a3dav.names import folded
from a3dav.storage.batches import marks

MATCH_TYPES = {"contains": "%{}%", "starts-with": "{}%", "ends-with": "%{}", "equals": "{}"}
"""Patterns of LIKE by the match-type of a search."""


@dataclass(slots=True, frozen=True)
class Condition:
    sql: str
    parameters: tuple[Any, ...] = ()


EVERYBODY = Condition("1 = 1")
NOBODY = Condition("1 = 0")


def all_of(conditions: Iterable[Condition]) -> Condition:
    return _joined(list(conditions), " AND ", EVERYBODY)


def any_of(conditions: Iterable[Condition]) -> Condition:
    return _joined(list(conditions), " OR ", NOBODY)


def _joined(conditions: list[Condition], word: str, none: Condition) -> Condition:
    if not conditions:
        return none
    sql = word.join(f"({condition.sql})" for condition in conditions)
    return Condition(sql, tuple(value for condition in conditions for value in condition.parameters))


def one_of(column: str, values: Iterable[Any]) -> Condition:
    listed = tuple(values)
    return Condition(f"{column} IN ({marks(listed)})", listed) if listed else NOBODY


@dataclass(slots=True, frozen=True)
class Match:
    """What a search wants a text to hold, whatever its case; `how` is one of MATCH_TYPES."""

    text: str
    how: str = "contains"

    def like(self, column: str, prefix: str = "") -> Condition:
        """A condition on a folded column behind a constant prefix; an empty column matches nothing."""
        escaped = folded(self.text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        pattern = MATCH_TYPES[self.how].format(escaped)
        text = f"'{prefix}' || {column}" if prefix else column
        return Condition(f"{column} <> '' AND {text} LIKE ? ESCAPE '\\'", (pattern,))

    def holds(self, text: str) -> bool:
        """The same of a text in memory."""
        wanted, given = folded(self.text), folded(text)
        tests = {
            "contains": wanted in given,
            "starts-with": given.startswith(wanted),
            "ends-with": given.endswith(wanted),
        }
        return bool(given) and tests.get(self.how, wanted == given)
