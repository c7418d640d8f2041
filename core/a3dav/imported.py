"""What became of each object of an import, as JSON or as a multistatus."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.errors import DavError
from a3dav.exchange import Response
from a3dav.headers import minimal
from a3dav.query import multistatus
from a3dav.representations import quality, ranges_of
from a3dav.resources import Path, path_href
from a3dav.xml.writing import error_element, escape, href, status_element

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.writing import WriteContext

JSON = "application/json"
FROM_FILE = "imported"
"""The note of a write whose object a client sent in a file of many, which may come from another server."""
CREATED, UPDATED, UNCHANGED = 201, 204, 304
_COUNTED = {CREATED: "created", UPDATED: "updated", UNCHANGED: "unchanged"}
_ROWS = 500


@dataclass(slots=True, frozen=True)
class Imported:
    """One object: where it is or would be, its UID, and what its own PUT would have been answered with."""

    path: Path
    uid: str
    status: int
    error: DavError | None = None

    @classmethod
    def of(cls, write: WriteContext) -> Imported:
        before, after = write.before, write.after
        path = (*write.parent.path, write.name)
        if before is None:
            return cls(path, write.uid or "", CREATED)
        kept = after is None or after.version_id == before.version_id
        return cls(path, write.uid or "", UNCHANGED if kept else UPDATED)

    @classmethod
    def refused(cls, path: Path, uid: str, error: DavError) -> Imported:
        return cls(path, uid, error.status, error)


def report(exchange: Exchange, rows: Sequence[Imported]) -> Response:
    """JSON, or a multistatus where XML is more welcome; with return=minimal only what was refused."""
    ranges = ranges_of(exchange.request.header("accept"))
    shown = [row for row in rows if row.error is not None] if minimal(exchange.request) else rows
    if max(quality(ranges, "application/xml"), quality(ranges, "text/xml")) > quality(ranges, JSON):
        response = multistatus(exchange, _rows_in_xml(shown))
    else:
        response = Response(200, _in_json(rows, shown), content_type=JSON)
    if minimal(exchange.request):
        response.with_header("Preference-Applied", "return=minimal")
    return response.with_header("Vary", "Accept, Prefer")


def _rows_in_xml(rows: Sequence[Imported]) -> Iterator[bytes]:
    for start in range(0, len(rows), _ROWS):
        yield b"".join(map(_row_in_xml, rows[start : start + _ROWS]))


def _row_in_xml(row: Imported) -> bytes:
    told = error_element(row.error) if row.error else b""
    if not told.endswith(b"</D:responsedescription>") and row.uid:
        told += b"<D:responsedescription>" + escape(f"UID {row.uid}") + b"</D:responsedescription>"
    return b"<D:response>" + href(path_href(row.path, False)) + status_element(row.status) + told + b"</D:response>"


def _in_json(rows: Sequence[Imported], shown: Sequence[Imported]) -> Iterator[bytes]:
    counts = {name: sum(row.status == status for row in rows) for status, name in _COUNTED.items()}
    counts["refused"] = sum(row.error is not None for row in rows)
    yield json.dumps(counts).removesuffix("}").encode() + b', "objects": ['
    for start in range(0, len(shown), _ROWS):
        page = ",\n".join(json.dumps(_row_in_json(row), ensure_ascii=False) for row in shown[start : start + _ROWS])
        yield (b",\n" if start else b"\n") + page.encode()
    yield b"]}\n"


def _row_in_json(row: Imported) -> dict[str, object]:
    told: dict[str, object] = {"href": path_href(row.path, False), "uid": row.uid, "status": row.status}
    if row.error is not None:
        told["error"] = row.error.message
        if row.error.condition is not None:
            told["condition"] = row.error.condition
    return told
