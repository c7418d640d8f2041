"""What tables a database has, as plain columns that every engine can hold."""

from __future__ import annotations

import graphlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec

from a3dav.backup.format import Kind
from a3dav.errors import StoreError

_OF_POSTGRES: dict[str, Kind] = {
    "bigint": "int",
    "integer": "int",
    "smallint": "int",
    "text": "text",
    "character varying": "text",
    "bytea": "bytes",
}
_OF_SQLITE: dict[str, Kind] = {"INTEGER": "int", "BIGINT": "int", "INT": "int", "TEXT": "text", "BLOB": "bytes"}
_LEFT_OUT = "xid8"  # numbers of PostgreSQL's own transactions, worth nothing in another database
_INT64 = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
_WRITTEN: dict[Kind, Any] = {"bytes": bytes | None, "int": _INT64 | None, "text": str | None}
TYPES: dict[Kind, type] = {"bytes": bytes, "int": int, "text": str}


@dataclass(frozen=True, slots=True)
class Table:
    """`serial` is the column whose numbers the database makes itself; `parents` must be filled before."""

    name: str
    columns: tuple[tuple[str, Kind], ...]
    key: tuple[str, ...]
    parents: frozenset[str]
    serial: str = ""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        return tuple(kind for _, kind in self.columns)


def row_type(kinds: Iterable[Kind]) -> Any:
    """The type of a row as it is written, for a decoder of msgspec."""
    return tuple.__class_getitem__(tuple(_WRITTEN[kind] for kind in kinds))


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def parents_first(tables: Iterable[Table]) -> list[Table]:
    """An order in which references lead back, the same on every engine."""
    known = {table.name: table for table in tables}
    graph = {name: sorted((known[name].parents & known.keys()) - {name}) for name in sorted(known)}
    sorter = graphlib.TopologicalSorter(graph)
    sorter.prepare()
    found: list[Table] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        found += [known[name] for name in ready]
        sorter.done(*ready)
    return found


def sqlite_tables(connection: Any) -> list[Table]:
    """The tables that a connection of apsw sees."""
    names = connection.execute(
        "SELECT l.name, l.type, m.sql FROM pragma_table_list l JOIN sqlite_master m ON m.name = l.name"
        " WHERE l.schema = 'main' AND l.type <> 'view' AND l.name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    ).fetchall()
    return parents_first(_sqlite_table(connection, *row) for row in names)


def _sqlite_table(connection: Any, name: str, sort: str, sql: str) -> Table:
    if sort != "table":
        raise _strange(name, "", f"a {sort} table")
    rows = connection.execute("SELECT name, type, pk FROM pragma_table_info(?)", (name,)).fetchall()
    key = tuple(column for column, _, _ in sorted((row for row in rows if row[2]), key=lambda row: row[2]))
    parents = connection.execute('SELECT "table" FROM pragma_foreign_key_list(?)', (name,)).fetchall()
    return Table(
        name,
        tuple((column, _kind(_OF_SQLITE, name, column, str(declared).upper())) for column, declared, _ in rows),
        key,
        frozenset(parent for (parent,) in parents),
        key[0] if "AUTOINCREMENT" in sql.upper() else "",
    )


_POSTGRES_TABLES = (
    "SELECT c.oid, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE n.nspname = current_schema() AND c.relkind = 'r'"
    " AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')"
)
_POSTGRES_COLUMNS = (
    "SELECT attname, format_type(atttypid, NULL), attidentity <> '' FROM pg_attribute"
    " WHERE attrelid = %s AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum"
)
_POSTGRES_KEY = (
    "SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)"
    " WHERE i.indrelid = %s AND i.indisprimary ORDER BY array_position(i.indkey::int2[], a.attnum)"
)
_POSTGRES_PARENTS = (
    "SELECT p.relname FROM pg_constraint r JOIN pg_class p ON p.oid = r.confrelid"
    " WHERE r.conrelid = %s AND r.contype = 'f'"
)


def postgres_tables(connection: Any) -> list[Table]:
    """The tables of the schema that a connection of psycopg works in, those of extensions left out."""
    names = connection.execute(_POSTGRES_TABLES).fetchall()
    return parents_first(_postgres_table(connection, *row) for row in names)


def _postgres_table(connection: Any, number: int, name: str) -> Table:
    rows = [row for row in connection.execute(_POSTGRES_COLUMNS, (number,)).fetchall() if row[1] != _LEFT_OUT]
    return Table(
        name,
        tuple((column, _kind(_OF_POSTGRES, name, column, declared)) for column, declared, _ in rows),
        tuple(column for (column,) in connection.execute(_POSTGRES_KEY, (number,)).fetchall()),
        frozenset(parent for (parent,) in connection.execute(_POSTGRES_PARENTS, (number,)).fetchall()),
        next((column for column, _, numbered in rows if numbered), ""),
    )


def _kind(kinds: dict[str, Kind], table: str, column: str, declared: str) -> Kind:
    if declared not in kinds:
        raise _strange(table, column, declared or "no type")
    return kinds[declared]


def _strange(table: str, column: str, what: str) -> StoreError:
    place = f"{table}.{column}" if column else table
    return StoreError(f"{place} is {what}, which no backup can hold; migrations use BLOB, INTEGER and TEXT alone")
