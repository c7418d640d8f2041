"""Reads a backup into a staging database, and believes nothing that it says of itself."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from a3dav.backup.dumping import Track
from a3dav.backup.format import FORMAT, End, Format, Manifest, Member, Reader, TableFacts, damaged, decoded
from a3dav.backup.places import refuse_full_disk
from a3dav.backup.staging import Staging
from a3dav.backup.tables import Table, quoted, row_type
from a3dav.backup.verifying import Verifying
from a3dav.errors import StoreError
from a3dav.registries import Migrations
from a3dav.storage.engine import Row
from a3dav.storage.migrations import applied, upgrade
from a3dav.storage.store import Store

Keep = Callable[[str], Path | None]
"""Where the file of a reference goes; None to look at it alone."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a restore may do, and how many bytes it leaves free."""

    replace: bool = False
    accept_damage: bool = False
    least_free: int = 0


@dataclass
class Loaded:
    """What was read; `steps` migrations followed, `missing` files of large bodies were not in the backup."""

    manifest: Manifest
    rows: int = 0
    blobs: int = 0
    steps: int = 0
    missing: int = 0
    faults: list[str] = field(default_factory=list)


class Loading:
    """One reading of one backup into `staging`; small files go below `folder`."""

    def __init__(
        self, staging: Staging, lines: Sequence[Migrations], store: Store, folder: Path, track: Track, rules: Rules
    ) -> None:
        self._staging = staging
        self._lines = lines
        self._folder = folder
        self._track = track
        self._rules = rules
        self._verifying = Verifying(staging, store, accept_damage=rules.accept_damage)
        self._tables: dict[str, Table] = {}
        self._facts: dict[str, TableFacts] = {}
        self._chunks: dict[str, int] = {}
        self._rows: dict[str, int] = {}

    def run(self, reader: Reader, keep: Keep) -> Loaded:
        members = reader.members()
        loaded = Loaded(self._manifest(next(members)))
        self._make_tables(loaded.manifest)
        show_rows = self._track("rows", sum(facts.rows for facts in loaded.manifest.tables))
        show_bytes: Callable[[int], None] | None = None
        end: End | None = None
        for member in members:
            refuse_full_disk(self._folder, self._rules.least_free, "the restore")
            kind, _, rest = member.name.partition("/")
            if kind == "tables":
                self._load(member, show_rows)
                continue
            if show_bytes is None:
                loaded.steps = self._settle(loaded.manifest)
                show_bytes = self._track("bytes of large files", loaded.manifest.size)
            if kind == "blobs":
                self._verifying.take(member, rest, keep(rest), show_bytes)
            elif kind == "tls":
                self._keep_file(member)
            else:
                end = decoded(member.name, member.read(), End)
        self._compare(loaded, end, reader.digest)
        return loaded

    @staticmethod
    def _manifest(member: Member) -> Manifest:
        data = member.read()
        written = decoded(member.name, data, Format)
        if written.format != FORMAT:
            raise StoreError(
                f"the backup is written in format {written.format} by a3dav {written.version[:40]}, this software reads"
                f" format {FORMAT}; install that release"
            )
        return decoded(member.name, data, Manifest)

    def _make_tables(self, manifest: Manifest) -> None:
        """The schema as it was, by the migrations of the plugins that are here."""
        engine = self._staging.engine
        upgrade(engine, list(_lines_of(manifest, self._lines)), lambda: None)
        self._tables = {table.name: table for table in self._staging.reading.tables()}
        self._facts = {facts.name: facts for facts in manifest.tables}
        if len(self._facts) != len(manifest.tables):
            raise damaged("its manifest names a table twice")
        for name in self._tables.keys() ^ self._facts.keys():
            raise damaged(f"the table {name!r} is not in both, its schema and its manifest")
        for name, facts in self._facts.items():
            if sorted(facts.columns) != sorted(self._tables[name].columns):
                raise damaged(f"the table {name!r} has other columns than its schema")
        for name in reversed(self._tables):
            engine.execute(f"DELETE FROM {quoted(name)}")

    def _load(self, member: Member, advance: Callable[[int], None]) -> None:
        _, name, chunk = member.name.split("/")
        facts = self._facts.get(name)
        self._chunks[name] = self._chunks.get(name, 0) + 1
        if facts is None or chunk != f"{self._chunks[name]:04}.jsonl":
            raise damaged(f"{member.name} is not where it belongs")
        before = self._rows.get(name, 0)
        self._staging.load(facts, self._counted(member, facts))
        advance(self._rows.get(name, 0) - before)

    def _counted(self, member: Member, facts: TableFacts) -> Iterator[Row]:
        decoder = msgspec.json.Decoder(row_type(kind for _, kind in facts.columns))
        for line in io.BytesIO(member.read()):
            self._rows[facts.name] = self._rows.get(facts.name, 0) + 1
            try:
                yield decoder.decode(line)
            except msgspec.MsgspecError as error:
                raise damaged(f"{member.name}: {error}") from error

    def _settle(self, manifest: Manifest) -> int:
        """The rows are there: what they refer to, their numbers, and the migrations of this release."""
        engine = self._staging.engine
        for name, facts in self._facts.items():
            row = engine.row(f"SELECT COUNT(*) FROM {quoted(name)}")
            if row is None or not self._rows.get(name, 0) == facts.rows == row[0]:
                raise damaged(f"the table {name!r} has not the {facts.rows} rows that were written")
            if self._tables[name].serial:
                self._staging.count_on(self._tables[name], facts.last)
        self._staging.settle()
        if applied(engine) != manifest.lines:
            raise damaged("its migrations are not those of its manifest")
        steps = upgrade(engine, self._lines, lambda: None)
        self._verifying.open()
        return steps

    def _keep_file(self, member: Member) -> None:
        target = self._folder / member.name
        for parent in reversed(target.relative_to(self._folder).parents):
            (self._folder / parent).mkdir(mode=0o700, exist_ok=True)
        with open(target, "xb", opener=_private) as handle:
            handle.write(member.read())
            handle.flush()
            os.fsync(handle.fileno())

    def _compare(self, loaded: Loaded, end: End | None, digest: str) -> None:
        if end is None or end.digest != digest:
            raise damaged("it is not what was written: its digest differs")
        if end.rows != {name: facts.rows for name, facts in self._facts.items()}:
            raise damaged("its end and its manifest differ")
        if loaded.manifest.blobs is None:
            loaded.missing = self._verifying.files_in_place()
        else:
            self._verifying.all_came(end)
            loaded.missing = len(end.missing)
        self._verifying.bodies(self._track("bodies verified", self._verifying.count_bodies()))
        loaded.rows, loaded.blobs = sum(self._rows.values()), self._verifying.seen
        loaded.faults = self._verifying.faults


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _lines_of(manifest: Manifest, lines: Sequence[Migrations]) -> Iterator[Migrations]:
    """The lines of this software, cut to the versions of a backup."""
    for name in sorted(manifest.lines.keys() - {line.line for line in lines}):
        raise StoreError(f"the backup holds data of {name[:40]!r}, which is not here; install and enable that plugin")
    for line in lines:
        version = manifest.lines.get(line.line, 0)
        if version > len(line.steps):
            raise StoreError(
                f"the backup is newer than this software: its schema {line.line!r} has version {version}, this software"
                f" knows {len(line.steps)}; install a3dav {manifest.version[:40]} or newer"
            )
        yield Migrations(line.line, line.steps[:version])
