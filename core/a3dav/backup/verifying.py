"""Whether what was restored is what clients once stored: every body, against its size and its ETag."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO

from a3dav.backup.format import End, Kind, Member, damaged
from a3dav.backup.staging import Staging
from a3dav.errors import StoreError
from a3dav.exchange import Body
from a3dav.storage.store import Store

_FILES = (
    "SELECT v.blob, MAX(v.size), MAX(v.etag), COUNT(r.id) FROM versions v LEFT JOIN resources r ON r.version_id = v.id"
    " WHERE v.blob IS NOT NULL GROUP BY v.blob"
)
_BODIES = "SELECT resource_id, key_id, body, size, etag FROM versions WHERE body IS NOT NULL"
_WITHOUT_VERSION = (
    "SELECT COUNT(*) FROM resources r LEFT JOIN versions v ON v.id = r.version_id"
    " WHERE r.collection = 0 AND (v.id IS NULL OR v.etag <> r.etag)"
)


class Verifying:
    """Finds fault with bodies; the first fault ends the restore unless damage is accepted."""

    def __init__(self, staging: Staging, live: Store, *, accept_damage: bool) -> None:
        self._staging = staging
        self._live = live
        self._store = Store(staging.engine, live.data_dir, live.codec)
        self._accept = accept_damage
        self.seen = 0
        self.faults: list[str] = []

    def open(self) -> None:
        """Reads the key of the restored store."""
        try:
            self._store.open()
        except (KeyError, ValueError) as error:
            raise damaged("it does not tell the key of its store") from error

    def take(self, member: Member, reference: str, place: Path | None, advance: Callable[[int], None]) -> None:
        """Copies a large body to its place, if it has one."""
        row = self._staging.engine.row("SELECT size, etag FROM versions WHERE blob = ?", (reference,))
        if row is None:
            raise damaged(f"no row names {member.name}")
        self._compare(member.name, (member.size, str(row[1])), (int(row[0]), str(row[1])))
        tagger = self._store.tagger()
        with _writing(place) if place else nullcontext() as target:
            for piece in member.pieces():
                tagger.update(piece)
                if target is not None:
                    target.write(piece)
                advance(len(piece))
        self._compare(member.name, (member.size, tagger.hexdigest()), (member.size, str(row[1])))
        self.seen += 1

    def all_came(self, end: End) -> None:
        """Every reference of a row has its file, but for those that were missing already."""
        row = self._staging.engine.row("SELECT COUNT(DISTINCT blob) FROM versions")
        if row is None or not self.seen == end.blobs == row[0] - len(set(end.missing)):
            raise damaged("files of large bodies are missing in it")

    def files_in_place(self) -> int:
        """For a backup without large bodies: those of current versions must be here. Gives how many others are not."""
        missing = 0
        for reference, size, etag, current in self._staging.reading.rows(_FILES, ("text", "int", "text", "int")):
            file = self._live.blobs.path(reference)
            if file.is_file():
                body = Body(file=file, length=file.stat().st_size)
                self._compare(str(file), (body.length, self._store.etag(body)), (size, etag))
            elif current:
                raise StoreError(
                    f"the backup was made without large files, and {file} is not here; restore it with the data"
                    " directory it was made in"
                )
            else:
                missing += 1
        return missing

    def count_bodies(self) -> int:
        row = self._staging.engine.row("SELECT COUNT(*) FROM versions WHERE body IS NOT NULL")
        return int(row[0]) if row else 0

    def bodies(self, advance: Callable[[int], None]) -> None:
        kinds: tuple[Kind, ...] = ("bytes", "text", "bytes", "int", "text")
        for resource_id, key_id, body, size, etag in self._staging.reading.rows(_BODIES, kinds):
            clear = self._store.codec.decode(key_id, body)
            found = len(clear), self._store.etag(Body(data=clear))
            self._compare(f"a body of the resource {resource_id.hex()}", found, (size, etag))
            advance(1)
        row = self._staging.engine.row(_WITHOUT_VERSION)
        if row is None or row[0]:
            self._fault(f"{row[0] if row else 'all'} resources have no body")

    def _compare(self, what: str, found: tuple[int, str], expected: tuple[int, str]) -> None:
        if found != expected:
            self._fault(f"{what} is not what its ETag tells")

    def _fault(self, what: str) -> None:
        if not self._accept:
            raise StoreError(
                f"the backup holds damage: {what}; take an earlier one, or say --accept-damage to restore it as it is"
            )
        self.faults.append(what)


def _writing(place: Path) -> BinaryIO:
    return os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")
