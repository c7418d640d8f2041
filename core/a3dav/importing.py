"""POST of a file to a collection: each object in it is stored, new or in the place of the one with its UID.

The file is taken apart on the cpu lane, into a file of its own, and its objects go down the write path in pages:
judged on the cpu lane, written in one transaction a page. POST to the URL of DAV:add-member makes one member, as
everywhere (RFC 5995).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from a3dav.dormant import refuse_writing
from a3dav.errors import BadRequest, ContentTooLarge, DavError, Forbidden, UnsupportedMediaType
from a3dav.exchange import Body, Exchange, Response
from a3dav.faults import Fault, disk_fault
from a3dav.headers import is_number
from a3dav.identifiers import new_id
from a3dav.imported import FROM_FILE, UNCHANGED, Imported, report
from a3dav.lanes import Lane, Step, Steps
from a3dav.methods.put import add_member, early_add_member, store_version
from a3dav.parameters import parameters
from a3dav.placement import size_limit
from a3dav.preconditions import Preconditions
from a3dav.principals import Identity
from a3dav.refusals import need
from a3dav.registries import ContentType, Method
from a3dav.resources import Resource
from a3dav.storage.transaction import Transaction
from a3dav.transfer import file_name, place
from a3dav.writing import WriteContext, body_of, perform_page, validate
from a3dav.xml.names import dav

if TYPE_CHECKING:
    from a3dav.house import House

ADD_MEMBER = "add-member"
PAGE = 50
"""Objects of one transaction: other writers wait for no more than these."""
KNOWN = {"if-exists": ("replace", "skip")}
_PRIVILEGES = ("bind", "write-content")


def import_method(kind: str) -> Method:
    """POST for a kind of collections whose content type some plugin registers."""
    return Method("POST", _post, frozenset({kind}), body="content", early=_early, limit=_limit)


def _early(exchange: Exchange) -> None:
    refuse_writing(exchange.house, exchange.resource)
    adds = exchange.request.query == ADD_MEMBER
    if not any(dav(name) in exchange.privileges for name in _PRIVILEGES[: 1 if adds else 2]):
        raise need(exchange.path, "bind", collection=True)
    if adds:
        early_add_member(exchange)
        return
    parameters(exchange.request, KNOWN)
    media_type_of(exchange)
    Preconditions.of(exchange).check(exchange.house, exchange.resource)
    announced = exchange.request.header("content-length")
    exchange.house.room.refuse_without(int(announced) if is_number(announced) else 0)


def _limit(exchange: Exchange) -> tuple[int, DavError]:
    limits = exchange.house.settings.limits
    if exchange.request.query == ADD_MEMBER:
        return size_limit(exchange.house, exchange.house.types[exchange.resource.kind].member)
    converted = media_type_of(exchange) in content_of(exchange.house, exchange.resource.kind).converters
    most = min(limits.max_import_size, limits.max_resource_size) if converted else limits.max_import_size
    return most, ContentTooLarge(f"the file is larger than {most} bytes; import it in parts")


def content_of(house: House, kind: str) -> ContentType:
    return next(entry for entry in house.content_types.entries if entry.kind == kind)


def media_type_of(exchange: Exchange) -> str:
    """What the client says that its file is; refuses what a collection of this kind does not take in."""
    content = content_of(exchange.house, exchange.resource.kind)
    taken = (content.media_type, *content.aliases, *content.converters)
    media_type = exchange.request.header("content-type").partition(";")[0].strip().lower()
    if media_type not in taken:
        raise UnsupportedMediaType(
            f"files to import are {', '.join(taken)}, not {media_type[:80]!r}; for one new member, POST to the URL of"
            " the property DAV:add-member",
            headers=(("Accept-Post", ", ".join(taken)),),
        )
    return media_type


@dataclass(slots=True, frozen=True)
class Parts:
    """The objects of a file one behind the other in another file, by the name each should get."""

    file: FilePath
    entries: Sequence[tuple[str, int, int]]

    def pages(self) -> Iterator[Parts]:
        for start in range(0, len(self.entries), PAGE):
            yield Parts(self.file, self.entries[start : start + PAGE])

    def read(self) -> Iterator[tuple[str, bytes]]:
        with self.file.open("rb") as handle:
            for name, start, length in self.entries:
                handle.seek(start)
                yield name, handle.read(length)


@dataclass(slots=True, frozen=True)
class Import:
    """What is the same for all objects of an import."""

    house: House
    identity: Identity
    request_id: str
    collection: Resource
    can_bind: bool
    skips: bool
    preconditions: Preconditions
    headers: Mapping[str, str]


def _post(exchange: Exchange) -> Steps[Response]:
    if exchange.request.query == ADD_MEMBER:
        return (yield from add_member(exchange))
    house, collection, body = exchange.house, exchange.resource, exchange.request.body
    parts = house.store.blobs.spool / new_id().hex()
    try:
        taken: Parts = yield Step(Lane.CPU, take_apart, (house, collection.kind, media_type_of(exchange), body, parts))
        rows = yield from _store_all(_import_of(exchange), taken)
    finally:
        parts.unlink(missing_ok=True)
    return report(exchange, rows)


def _import_of(exchange: Exchange) -> Import:
    given = Preconditions.of(exchange)  # of the collection, and checked; what goes on to the members are its locks
    return Import(
        exchange.house, exchange.actor, exchange.request.id, exchange.resource,
        dav("bind") in exchange.privileges,
        parameters(exchange.request, KNOWN).get("if-exists", "").lower() == "skip",
        replace(given, if_match="", if_none_match="", if_unmodified_since="", target=()),
        dict(exchange.request.headers),
    )  # fmt: skip


def take_apart(house: House, kind: str, media_type: str, body: Body, file: FilePath) -> Parts:
    """Writes the objects of the file into another; refuses a file that is none before anything is stored."""
    content = content_of(house, kind)
    entries: list[tuple[str, int, int]] = []
    try:
        data = body.read()
        if media_type in content.converters:
            data = content.converters[media_type](data)
        with file.open("wb") as handle:
            for name, part in content.split(data):
                entries.append((name, handle.tell(), len(part)))
                handle.write(part)
    except ValueError as error:
        condition = house.types[house.types[kind].member].empty_condition
        raise (Forbidden if condition else BadRequest)(str(error), condition=condition or None) from error
    except OSError as error:
        raise disk_fault(error) or error from error
    return Parts(file, entries)


def _store_all(wanted: Import, parts: Parts) -> Steps[list[Imported]]:
    """A disk that is full or a database that goes away ends the import; what was written until then stays."""
    rows: list[Imported] = []
    work = _keep_what_is_there if wanted.skips else store_version
    for page in parts.pages():
        try:
            prepared: list[WriteContext | Imported] = yield Step(Lane.CPU, prepare, (wanted, page))
            writes = [entry for entry in prepared if isinstance(entry, WriteContext)]
            outcomes = iter((yield from perform_page(writes, work)))
        except Fault as fault:
            if not rows:
                raise
            wanted.house.faults.tell(fault)
            return rows + _unwritten(wanted, parts.entries[len(rows) :], fault)
        rows += [entry if isinstance(entry, Imported) else _row(entry, next(outcomes)) for entry in prepared]
    return rows


def _unwritten(wanted: Import, entries: Sequence[tuple[str, int, int]], fault: Fault) -> list[Imported]:
    path, suffix = wanted.collection.path, content_of(wanted.house, wanted.collection.kind).suffix
    return [Imported.refused((*path, file_name(stem, suffix)), stem, fault) for stem, _, _ in entries]


def _row(write: WriteContext, outcome: WriteContext | DavError) -> Imported:
    if isinstance(outcome, WriteContext):
        return Imported.of(outcome)
    return Imported.refused((*write.parent.path, write.name), write.uid or "", outcome)


def _keep_what_is_there(tx: Transaction, write: WriteContext) -> None:
    if write.before is not None:
        write.after = write.before
    else:
        store_version(tx, write)


def prepare(wanted: Import, page: Parts) -> list[WriteContext | Imported]:
    """The writes of a page, judged, in its order; what needs none has its row already."""
    suffix = content_of(wanted.house, wanted.collection.kind).suffix
    entries = [_judged(wanted, file_name(stem, suffix), stem, body) for stem, body in page.read()]
    befores = [entry.before for entry in entries if isinstance(entry, WriteContext) and entry.before is not None]
    granted = dict(
        zip((one.id for one in befores), wanted.house.privileges(wanted.identity, befores), strict=True)
    )  # fmt: skip
    return [_allowed(wanted, entry, granted) if isinstance(entry, WriteContext) else entry for entry in entries]


def _judged(wanted: Import, name: str, stem: str, body: bytes) -> WriteContext | Imported:
    house, collection = wanted.house, wanted.collection
    content = content_of(house, collection.kind)
    if (known := _kept_as_it_is(wanted, content, stem, body)) is not None:
        return Imported(known.path, stem, UNCHANGED)
    write = WriteContext(
        house, wanted.identity, wanted.request_id, "put", collection, name,
        kind=house.types[collection.kind].member, content_type=content.media_type, body=body_of(house, body),
        preconditions=wanted.preconditions, headers=wanted.headers, notes={FROM_FILE: True},
    )  # fmt: skip
    try:
        validate(write)
        place(write)
    except Fault:
        raise
    except DavError as error:
        if write.body is not None and write.body.file is not None:
            write.body.file.unlink(missing_ok=True)
        return Imported.refused((*collection.path, name), write.uid or stem, error)
    return write


def _kept_as_it_is(wanted: Import, content: ContentType, uid: str, body: bytes) -> Resource | None:
    """The object of this UID, where nothing is to be changed in it; nobody need judge the new one then."""
    store = wanted.house.store
    readable = wanted.house.readable(wanted.identity, list(store.by_uid(wanted.collection, uid)))
    known = next(iter(readable), None)
    if known is None or wanted.skips or content.same is None:
        return known if wanted.skips else None
    (stored,) = wanted.house.lenses.bodies(wanted.identity, [known], lost=b"")
    return known if content.same(stored, body) else None


def _allowed(wanted: Import, write: WriteContext, granted: dict[bytes, frozenset[str]]) -> WriteContext | Imported:
    """RFC 3744 §3: a new member takes bind, one that is there write-content, and what stays as it is neither."""
    before = write.before
    if before is None:
        refusal = None if wanted.can_bind else need(wanted.collection.path, "bind", collection=True)
    else:
        may = dav("write-content") in granted[before.id]
        refusal = None if may else need(before.path, "write-content", collection=False)
    return write if refusal is None else Imported.refused((*write.parent.path, write.name), write.uid or "", refusal)
