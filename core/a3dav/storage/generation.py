"""The generation of a store: a text that changes with all that is not content.

Who may do what, where a path leads and what a collection is called changes seldom and is asked for all the time, so
workers keep what follows from it for as long as the generation stays (see `standing`). Whatever writes to a table
raises the generation, unless the table is known to hold content: what nobody forgets to declare cannot be stale.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

READ = "SELECT value FROM facts WHERE name = 'generation'"
RAISE = (
    "INSERT INTO facts (name, value) VALUES ('generation', '1')"
    " ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(facts.value AS BIGINT) + 1 AS TEXT)"
)
COUNT = "UPDATE accounts SET counter = ?, used = used + ? WHERE id = ?"
NOTE_USE = "UPDATE app_passwords SET last_used = ? WHERE id = ?"
NOTE_BEARER_USE = "UPDATE tokens SET last_used = ? WHERE id = ?"
_HARMLESS = (COUNT, NOTE_USE, NOTE_BEARER_USE)
_WRITTEN = re.compile(r"\b(?:INSERT\s+INTO|DELETE\s+FROM|UPDATE(?!\s+SET\b))\s+(\w+)", re.IGNORECASE)
_KNOWN_TEXTS = 10_000


class Content:
    """The tables of content, and which statements write to others."""

    def __init__(self) -> None:
        self._tables = {"migrations"}
        self._known: dict[str, bool] = {}

    def declare(self, tables: Iterable[str]) -> None:
        self._tables.update(tables)
        self._known = dict.fromkeys(_HARMLESS, False)

    def is_left_by(self, sql: str) -> bool:
        """Whether a statement writes to anything but content."""
        found = self._known.get(sql)
        if found is None:
            if len(self._known) > _KNOWN_TEXTS:
                self._known = dict.fromkeys(_HARMLESS, False)
            found = self._known[sql] = not set(_WRITTEN.findall(sql)) <= self._tables
        return found
