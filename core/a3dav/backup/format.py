"""The file of a backup: a tar inside zstd, written and read as a stream.

`manifest.json`, then `tables/<name>/<number>.jsonl`, `blobs/<reference>`, `tls/<path>` and `end.json`.
The reader takes nothing else: no links, no long names, no member larger than its kind can be.
"""

from __future__ import annotations

import hashlib
import re
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, BinaryIO, Literal, TypeVar

import msgspec

from a3dav.backup.compression import zstd
from a3dav.errors import StoreError

T = TypeVar("T")
Count = Annotated[int, msgspec.Meta(ge=0, le=2**62)]
Time = Annotated[int, msgspec.Meta(ge=0, le=253_402_300_799_999)]
Kind = Literal["bytes", "int", "text"]
FORMAT = 1
BLOCK = 512
PIECE = 1 << 20
MIB = 1 << 20
LARGEST_WINDOW = 24  # as a power of two; what a reader of a hostile file sets aside at most
OCTAL_SIZES = 8 << 30  # from here on a size needs the GNU notation

MEMBERS = (
    (re.compile(r"manifest\.json"), MIB),
    (re.compile(r"tables/[a-z][a-z0-9_]{0,62}/\d{4,9}\.jsonl"), 128 * MIB),
    (re.compile(r"blobs/[0-9a-f]{32}"), 1 << 62),
    (re.compile(r"tls(/(?!\.\.?(/|$))[^/\\\x00-\x1f\x7f]{1,100})+"), 16 * MIB),
    (re.compile(r"end\.json"), 64 * MIB),
)
"""What may be in a backup, in this order, with the largest size of each."""
MANIFEST, TABLES, BLOBS, TLS, END = range(len(MEMBERS))


class TableFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`last` is the last number that a key made by the database had."""

    name: str
    columns: tuple[tuple[str, Kind], ...]
    rows: Count
    last: Count


class Format(msgspec.Struct, frozen=True):
    """What the manifest of any format tells, now and later."""

    format: int
    version: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`blobs` is None where large bodies were left out."""

    format: int
    version: str
    made: Time
    engine: str
    epoch: str
    origin: str
    lines: dict[str, Count]
    tables: tuple[TableFacts, ...]
    blobs: Count | None
    size: Count


class End(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was written; `digest` is over every byte of the tar before this member."""

    rows: dict[str, Count]
    blobs: Count
    missing: tuple[str, ...]
    digest: str


def damaged(what: str) -> StoreError:
    return StoreError(f"the backup cannot be used: {what}; take another file, or copy this one again")


def unwritable(error: OSError) -> StoreError:
    return StoreError(f"the backup cannot be written: {error.strerror}; make room, or name another place")


def decoded(name: str, data: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.MsgspecError as error:
        raise damaged(f"{name}: {error}") from error


class Writer:
    """Compresses members into `sink`, which may change after `drain`."""

    def __init__(self, sink: BinaryIO) -> None:
        self.sink = sink
        self._compressor = zstd.ZstdCompressor(options={zstd.CompressionParameter.checksum_flag: 1})
        self._digest = hashlib.blake2b(digest_size=32)

    def add(self, name: str, data: bytes) -> None:
        self.add_pieces(name, len(data), (data,))

    def add_pieces(self, name: str, size: int, pieces: Iterable[bytes]) -> None:
        self._write(_header(name, size))
        written = 0
        for piece in pieces:
            self._write(piece)
            written += len(piece)
        if written != size:
            raise StoreError(f"{name} changed while it was copied; make the backup again")
        self._write(bytes(-size % BLOCK))

    def digest(self) -> str:
        return self._digest.hexdigest()

    def drain(self) -> None:
        self._send(self._compressor.flush(zstd.ZstdCompressor.FLUSH_BLOCK))

    def finish(self) -> None:
        self._write(bytes(2 * BLOCK))
        self._send(self._compressor.flush(zstd.ZstdCompressor.FLUSH_FRAME))

    def _write(self, data: bytes) -> None:
        self._digest.update(data)
        self._send(self._compressor.compress(data))

    def _send(self, compressed: bytes) -> None:
        try:
            self.sink.write(compressed)
        except OSError as error:
            raise unwritable(error) from error


def _header(name: str, size: int) -> bytes:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    try:
        return entry.tobuf(tarfile.USTAR_FORMAT if size < OCTAL_SIZES else tarfile.GNU_FORMAT)
    except ValueError as error:
        raise StoreError(f"{name} cannot be backed up: {error}; give it a shorter name") from error


@dataclass
class Member:
    name: str
    size: int
    reader: Reader
    left: int

    def pieces(self) -> Iterator[bytes]:
        while self.left:
            piece = self.reader.take(min(PIECE, self.left), self.name)
            self.left -= len(piece)
            yield piece

    def read(self) -> bytes:
        return b"".join(self.pieces())


class Reader:
    """Yields the members of a backup; raises StoreError at the first byte that cannot be one."""

    def __init__(self, source: BinaryIO) -> None:
        options = {int(zstd.DecompressionParameter.window_log_max): LARGEST_WINDOW}
        self._file = zstd.ZstdFile(source, options=options)
        self._digest = hashlib.blake2b(digest_size=32)
        self.digest = ""

    def members(self) -> Iterator[Member]:
        rank, before = -1, ""
        while rank < END:
            name, size = self._next()
            found = _rank(name, size)
            if found < rank or found == rank == MANIFEST or (rank < MANIFEST < found):
                raise damaged(f"{name} is not where it belongs")
            if found == rank > TABLES and name <= before:
                raise damaged(f"{name} is out of order")
            rank, before = found, name
            member = Member(name, size, self, size)
            yield member
            for _ in member.pieces():
                pass
            self.take(-size % BLOCK, name)
        if self._read(2 * BLOCK) != bytes(2 * BLOCK) or self._read(1):
            raise damaged("something is wrong at its end")

    def _next(self) -> tuple[str, int]:
        digest = self._digest.hexdigest()
        header = self.take(BLOCK, "a header")
        try:
            entry = tarfile.TarInfo.frombuf(header, "utf-8", "strict")
        except (tarfile.HeaderError, UnicodeError) as error:
            raise damaged(f"a header: {error}") from error
        if entry.type != tarfile.REGTYPE or entry.size < 0:
            raise damaged(f"{entry.name!r} is no plain file")
        self.digest = digest
        return entry.name, entry.size

    def take(self, size: int, where: str) -> bytes:
        data = self._read(size)
        if len(data) != size:
            raise damaged(f"it ends within {where}")
        self._digest.update(data)
        return data

    def _read(self, size: int) -> bytes:
        found = bytearray()
        try:
            while len(found) < size and (piece := self._file.read(size - len(found))):
                found += piece
        except EOFError as error:
            raise damaged("it is cut short") from error
        except (zstd.ZstdError, OSError) as error:
            raise damaged(str(error)) from error
        return bytes(found)


def _rank(name: str, size: int) -> int:
    for rank, (pattern, largest) in enumerate(MEMBERS):
        if pattern.fullmatch(name):
            if size > largest:
                raise damaged(f"{name} has {size} bytes")
            return rank
    raise damaged(f"it holds {name[:120]!r}, which is nothing of a backup")
