"""Backups in memory, and the houses that are made of them."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from a3dav.assembly import furnish, prepare_store
from a3dav.backup.compression import zstd
from a3dav.backup.dumping import Track, dump, untracked
from a3dav.backup.format import Writer
from a3dav.backup.loading import Loaded, Rules
from a3dav.backup.restoring import restore
from a3dav.config import read
from a3dav.house import House
from a3dav.storage.transaction import Actor


def back_up(house: House, track: Track = untracked) -> bytes:
    sink = io.BytesIO()
    dump(house.store, sink, track=track)
    return sink.getvalue()


def put_back(
    data: bytes, folder: Path, settings: Mapping[str, str], rules: Rules | None = None
) -> tuple[House, Loaded]:
    """A house with the store of a backup; it must be closed."""
    house = furnish(read(None, {"A3DAV_SERVER__DATA_DIR": str(folder), **settings}))
    try:
        lines = house.migration_table.entries
        loaded = restore(house.store, lines, io.BytesIO(data), rules or Rules(), Actor(method="test"))
        prepare_store(house)
    except BaseException:
        house.close()
        raise
    return house, loaded


def members_of(data: bytes) -> dict[str, bytes]:
    """The files in a backup by name, read with what everybody has for archives."""
    with tarfile.open(fileobj=io.BytesIO(zstd.decompress(data))) as archive:
        return {entry.name: archive.extractfile(entry).read() for entry in archive}  # type: ignore[union-attr]


def packed(members: Mapping[str, bytes]) -> bytes:
    """A backup of such members, with an end that vouches for them."""
    sink = io.BytesIO()
    writer = Writer(sink)
    for name, content in members.items():
        if name == "end.json":
            content = msgspec.json.encode(msgspec.json.decode(content) | {"digest": writer.digest()})  # noqa: PLW2901
        writer.add(name, content)
    writer.finish()
    return sink.getvalue()


def rows_of(data: bytes) -> dict[str, list[Any]]:
    """The rows in a backup by table."""
    found: dict[str, list[Any]] = {}
    for name, content in members_of(data).items():
        if name.startswith("tables/"):
            found.setdefault(name.split("/")[1], []).extend(msgspec.json.Decoder().decode_lines(content))
    return found
