"""Makes a backup: the rows as they are at one moment, then the large bodies and keys they go with."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import msgspec

from a3dav import __version__
from a3dav.backup.format import FORMAT, MIB, PIECE, End, Manifest, TableFacts, Writer, unwritable
from a3dav.backup.snapshots import Snapshot, snapshot
from a3dav.backup.tables import TYPES, Table, quoted
from a3dav.errors import StoreError
from a3dav.identifiers import now_ms
from a3dav.storage.store import Store

Track = Callable[[str, int], Callable[[int], None]]
"""Begins to show a piece of work of so much; what it gives is told each further part of it."""

CHUNK = MIB
LARGEST_KEY_FILE = 16 * MIB
_LARGE = "SELECT blob, MAX(size) AS size FROM versions WHERE blob IS NOT NULL GROUP BY blob"
_encoder = msgspec.json.Encoder()


def untracked(_what: str, _total: int) -> Callable[[int], None]:
    return lambda _: None


@dataclass
class Summary:
    """What a backup holds; `missing` are files of large bodies that were not there, `lost` of them still should be."""

    rows: dict[str, int] = field(default_factory=dict)
    blobs: int = 0
    size: int = 0
    missing: list[str] = field(default_factory=list)
    lost: int = 0

    @property
    def count(self) -> int:
        return sum(self.rows.values())


def dump(
    store: Store, sink: BinaryIO, *, blobs: bool = True, spool: Path | None = None, track: Track = untracked
) -> Summary:
    """Writes a backup into `sink`.

    Where the sink may be slow, `spool` names a folder that takes the rows first: no transaction waits for a reader.
    """
    writer, summary = Writer(sink), Summary()
    store.blobs.prepare()
    with (
        store.blobs.kept() if blobs else nullcontext(),
        tempfile.TemporaryFile(dir=store.data_dir) as references,
        tempfile.TemporaryFile(dir=spool) if spool else nullcontext(sink) as rows,
    ):
        writer.sink = rows
        with snapshot(store.engine) as found:
            _write_rows(writer, found, store, summary, blobs=blobs, track=track)
            large = _note_references(found, references) if blobs else 0
        writer.drain()
        _continue_in(sink, rows, writer)
        if blobs:
            _write_blobs(writer, store, references, summary, track("bytes of large files", large))
    _write_keys(writer, store.data_dir / "tls")
    end = End(summary.rows, summary.blobs, tuple(summary.missing), writer.digest())
    writer.add("end.json", msgspec.json.encode(end))
    writer.finish()
    return summary


def _continue_in(sink: BinaryIO, rows: BinaryIO, writer: Writer) -> None:
    if rows is not sink:
        rows.seek(0)
        try:
            shutil.copyfileobj(rows, sink, PIECE)
        except OSError as error:
            raise unwritable(error) from error
        writer.sink = sink


def _write_rows(writer: Writer, found: Snapshot, store: Store, summary: Summary, *, blobs: bool, track: Track) -> None:
    tables = found.tables()
    facts = [
        TableFacts(table.name, table.columns, _count(found, table), found.last(table) if table.serial else 0)
        for table in tables
    ]
    writer.add("manifest.json", msgspec.json.encode(_manifest(found, store, facts, blobs=blobs)))
    advance = track("rows", sum(table.rows for table in facts))
    for table in tables:
        summary.rows[table.name] = _write_table(writer, found, table, advance)


def _manifest(found: Snapshot, store: Store, facts: Sequence[TableFacts], *, blobs: bool) -> Manifest:
    lines = found.rows("SELECT line, MAX(version) FROM migrations GROUP BY line", ("text", "int"))
    known: dict[str, str] = dict(
        found.rows("SELECT name, value FROM facts WHERE name IN ('epoch', 'origin')", ("text", "text"))
    )
    ((count, size),) = found.rows(
        f"SELECT COUNT(*), CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM ({_LARGE}) AS large", ("int", "int")
    )
    return Manifest(
        FORMAT, __version__, now_ms(), store.engine.name, known["epoch"], known["origin"], dict(sorted(lines)),
        tuple(facts), count if blobs else None, size if blobs else 0,
    )  # fmt: skip


def _count(found: Snapshot, table: Table) -> int:
    ((count,),) = found.rows(f"SELECT COUNT(*) FROM {quoted(table.name)}", ("int",))
    return int(count)


def _write_table(writer: Writer, found: Snapshot, table: Table, advance: Callable[[int], None]) -> int:
    number, total, chunk, pending = 0, 0, bytearray(), 0
    for line in _lines(found, table):
        chunk += line
        pending += 1
        if len(chunk) >= CHUNK:
            number, total = number + 1, total + pending
            writer.add(f"tables/{table.name}/{number:04}.jsonl", bytes(chunk))
            advance(pending)
            chunk, pending = bytearray(), 0
    if pending:
        writer.add(f"tables/{table.name}/{number + 1:04}.jsonl", bytes(chunk))
        advance(pending)
    return total + pending


def _lines(found: Snapshot, table: Table) -> Iterator[bytes]:
    expected = [TYPES[kind] for kind in table.kinds]
    shapes: set[tuple[type, ...]] = set()
    for row in found.rows(found.ordered(table), table.kinds):
        # SQLite would hold a text in a column of bytes, and nobody could tell them apart afterwards.
        shape = tuple(map(type, row))
        if shape not in shapes:
            _check_shape(table, shape, expected)
            shapes.add(shape)
        yield _encoder.encode(row) + b"\n"


def _check_shape(table: Table, shape: Sequence[type], expected: Sequence[type]) -> None:
    for (name, kind), is_one, should_be in zip(table.columns, shape, expected, strict=True):
        if is_one not in {should_be, type(None)}:
            raise StoreError(
                f"a row of {table.name} cannot be backed up: {name} is {is_one.__name__} and not {kind}; correct it"
            )


def _note_references(found: Snapshot, references: BinaryIO) -> int:
    total = 0
    for reference, size in found.rows(f"{_LARGE} ORDER BY blob", ("text", "int")):
        references.write(reference.encode() + b"\n")
        total += size
    references.seek(0)
    return total


def _write_blobs(
    writer: Writer, store: Store, references: BinaryIO, summary: Summary, advance: Callable[[int], None]
) -> None:
    for line in references:
        reference = line.decode().strip()
        try:
            with store.blobs.path(reference).open("rb") as handle:
                size = os.fstat(handle.fileno()).st_size
                writer.add_pieces(f"blobs/{reference}", size, _read(handle, advance))
        except FileNotFoundError:
            summary.missing.append(reference)
            # An account that was erased meanwhile took its files along.
            summary.lost += store.engine.row("SELECT 1 FROM versions WHERE blob = ?", (reference,)) is not None
        else:
            summary.blobs, summary.size = summary.blobs + 1, summary.size + size


def _read(handle: BinaryIO, advance: Callable[[int], None]) -> Iterator[bytes]:
    while piece := handle.read(PIECE):
        advance(len(piece))
        yield piece


def _write_keys(writer: Writer, folder: Path) -> None:
    """Keys and certificates beside the database; links lead to what they name, folders behind links are left out."""
    files = (Path(top) / name for top, _, names in os.walk(folder) for name in names)
    for name, file in sorted((str(file.relative_to(folder.parent)), file) for file in files if file.is_file()):
        size = file.stat().st_size
        if size > LARGEST_KEY_FILE:
            raise StoreError(f"{file} is too large for a key or certificate; move it out of {folder}")
        writer.add(name, file.read_bytes())
