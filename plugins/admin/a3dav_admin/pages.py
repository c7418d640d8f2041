"""Pages of a connection: keys and no offsets, so that a cursor means the same whatever comes and goes around it."""

from __future__ import annotations

import binascii
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from a3dav.config.fields import INT64
from a3dav.storage.batches import batches, marks
from a3dav.storage.conditions import EVERYBODY, Condition, one_of
from a3dav.storage.engine import Engine, Row
from a3dav_admin.errors import GraphError

Key = tuple[bytes | str | int, ...]
DEFAULT = 50
MOST_CURSOR = 2000


@dataclass(slots=True, frozen=True)
class Keyset:
    """A kind of rows in the one order they have, which `key` decides; `kinds` are the types of its columns.

    Rows that belong to something have the column `parent`.
    """

    name: str
    columns: str
    source: str
    key: tuple[str, ...]
    kinds: tuple[type[bytes | str | int], ...]
    parent: str = ""
    descending: bool = False

    def cursor(self, row: Row) -> str:
        """Of a row as `slices` gives it: the key stands behind the columns."""
        parts = [part.hex() if isinstance(part, bytes) else part for part in self._key_of(row)]
        return urlsafe_b64encode(json.dumps([self.name, *parts]).encode()).decode().rstrip("=")

    def _key_of(self, row: Row) -> Key:
        found = row[len(row) - len(self.key) :]
        return tuple(bytes(part) if kind is bytes else part for kind, part in zip(self.kinds, found, strict=True))

    def key_in(self, cursor: str) -> Key:
        try:
            if len(cursor) > MOST_CURSOR:
                raise ValueError
            name, *parts = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
            if name != self.name or len(parts) != len(self.kinds):
                raise ValueError
            return tuple(_part(kind, part) for kind, part in zip(self.kinds, parts, strict=True))
        except (ValueError, TypeError, RecursionError, binascii.Error) as error:
            raise GraphError("this is no cursor of this connection") from error


def _part(kind: type[bytes | str | int], part: object) -> bytes | str | int:
    if kind is bytes and isinstance(part, str):
        return bytes.fromhex(part)
    if type(part) is not kind or (isinstance(part, int) and abs(part) > INT64):
        raise ValueError
    if isinstance(part, str) and "\0" in part:
        raise ValueError
    return part


@dataclass(slots=True, frozen=True)
class Page:
    """The first `size` rows between two keys, or the last."""

    size: int
    backward: bool = False
    after: Key | None = None
    before: Key | None = None


@dataclass(slots=True, frozen=True)
class Window:
    """What the arguments of a connection ask for."""

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None

    def page(self, keyset: Keyset, most: int) -> Page:
        if self.first is not None and self.last is not None:
            raise GraphError("a page is asked for with first or with last, not with both")
        asked = self.last if self.last is not None else self.first
        size = min(DEFAULT, most) if asked is None else asked
        if not 0 <= size <= most:
            raise GraphError(f"a page has 0 to {most} edges, not {size}", most=most)
        return Page(
            size, self.last is not None, None if self.after is None else keyset.key_in(self.after),
            None if self.before is None else keyset.key_in(self.before),
        )  # fmt: skip


@dataclass(slots=True, frozen=True)
class Slice:
    rows: Sequence[Row] = ()
    more_behind: bool = False
    more_before: bool = False


def one_slice(engine: Engine, keyset: Keyset, page: Page, condition: Condition = EVERYBODY) -> Slice:
    """A page of all rows that a condition holds for."""
    sql, values = _between(keyset, page, condition)
    key = ", ".join(keyset.key)
    rows = engine.rows(
        f"SELECT {keyset.columns}, {key} FROM {keyset.source} WHERE {sql} ORDER BY {_order(keyset, page)} LIMIT ?",
        (*values, page.size + 1),
    )
    return _slice(rows, page)


def slices(
    engine: Engine, keyset: Keyset, page: Page, parents: Sequence[bytes], condition: Condition = EVERYBODY
) -> dict[bytes, Slice]:
    """The same page of the rows of each parent, in one statement for some hundred of them."""
    found: dict[bytes, list[Row]] = {}
    for batch in batches(parents):
        theirs = one_of(keyset.parent, batch)
        sql, values = _between(keyset, page, condition)
        order, key = _order(keyset, page), ", ".join(f"{column} AS key_{n}" for n, column in enumerate(keyset.key))
        numbered = (
            f"SELECT {keyset.columns}, {key}, {keyset.parent} AS parent_of,"
            f" ROW_NUMBER() OVER (PARTITION BY {keyset.parent} ORDER BY {order}) AS place_of"
            f" FROM {keyset.source} WHERE {theirs.sql} AND {sql}"
        )
        rows = engine.rows(
            f"SELECT * FROM ({numbered}) AS numbered WHERE place_of <= ? ORDER BY parent_of, place_of",
            (*theirs.parameters, *values, page.size + 1),
        )
        for row in rows:
            found.setdefault(bytes(row[-2]), []).append(row[:-2])
    return {parent: _slice(rows, page) for parent, rows in found.items()}


def count(engine: Engine, keyset: Keyset, condition: Condition = EVERYBODY) -> int:
    row = engine.row(f"SELECT COUNT(*) FROM {keyset.source} WHERE {condition.sql}", condition.parameters)
    return int(row[0]) if row else 0


def counts(
    engine: Engine, keyset: Keyset, parents: Sequence[bytes], condition: Condition = EVERYBODY
) -> dict[bytes, int]:
    found: dict[bytes, int] = {}
    for batch in batches(parents):
        theirs = one_of(keyset.parent, batch)
        rows = engine.rows(
            f"SELECT {keyset.parent}, COUNT(*) FROM {keyset.source} WHERE {theirs.sql} AND {condition.sql}"
            f" GROUP BY {keyset.parent}",
            (*theirs.parameters, *condition.parameters),
        )
        found |= {bytes(row[0]): int(row[1]) for row in rows}
    return found


def _between(keyset: Keyset, page: Page, condition: Condition) -> tuple[str, list[object]]:
    key, asked = ", ".join(keyset.key), marks(keyset.key)
    terms, values = [f"({condition.sql})"], list[object](condition.parameters)
    for bound, sign in ((page.after, ">"), (page.before, "<")):
        if bound is not None:
            turned = {">": "<", "<": ">"}[sign] if keyset.descending else sign
            terms.append(f"({key}) {turned} ({asked})")
            values += bound
    return " AND ".join(terms), values


def _order(keyset: Keyset, page: Page) -> str:
    direction = " DESC" if keyset.descending != page.backward else ""
    return ", ".join(column + direction for column in keyset.key)


def _slice(rows: list[Row], page: Page) -> Slice:
    more, rows = len(rows) > page.size, rows[: page.size]
    if page.backward:
        return Slice(rows[::-1], page.before is not None, more)
    return Slice(rows, more, page.after is not None)
