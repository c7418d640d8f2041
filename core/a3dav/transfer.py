"""Import of files into an account and export out of it; what files hold, plugins know."""

from __future__ import annotations

import hashlib
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from a3dav.errors import A3davError, DavError
from a3dav.exchange import Body
from a3dav.faults import BodyLost
from a3dav.identifiers import new_id
from a3dav.lanes import run_here
from a3dav.methods.put import store_version
from a3dav.principals import Account, Identity
from a3dav.processes import os_user
from a3dav.registries import ContentType
from a3dav.resources import Resource
from a3dav.writing import WriteContext, perform, validate

if TYPE_CHECKING:
    from a3dav.house import House

MAX_ZIP_MEMBER = 256 * 2**20
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,180}")


@dataclass(slots=True)
class Report:
    """What became of the objects of one import, which is one request in the log of changes."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)
    request_id: str = field(default_factory=lambda: new_id().hex())

    def count(self, written: WriteContext) -> None:
        if written.before is None:
            self.created += 1
        elif written.after is not None and written.after.version_id == written.before.version_id:
            self.unchanged += 1
        else:
            self.updated += 1


@dataclass(slots=True, frozen=True)
class SourceFile:
    """A file to import, or a member of a zip file."""

    label: str
    suffix: str
    path: Path
    member: str = ""

    def read(self) -> bytes:
        if not self.member:
            return self.path.read_bytes()
        with zipfile.ZipFile(self.path) as archive:
            if archive.getinfo(self.member).file_size > MAX_ZIP_MEMBER:
                raise ValueError(f"the member is larger than {MAX_ZIP_MEMBER} bytes unpacked")
            return archive.read(self.member)


def files_below(path: Path, house: House) -> Iterator[SourceFile]:
    """The importable files of a folder or a zip file, or the file itself."""
    suffixes = {entry.suffix for entry in house.content_types.entries}
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.is_file() and file.suffix.lower() in suffixes:
                yield SourceFile(str(file), file.suffix.lower(), file)
    elif zipfile.is_zipfile(path):
        for name in _members(path):
            if Path(name).suffix.lower() in suffixes:
                yield SourceFile(f"{path}:{name}", Path(name).suffix.lower(), path, name)
    else:
        yield SourceFile(str(path), path.suffix.lower(), path)


def _members(archive: Path) -> list[str]:
    try:
        with zipfile.ZipFile(archive) as opened:
            return opened.namelist()
    except zipfile.BadZipFile as error:
        raise A3davError(f"{archive} is damaged: {error}; make the zip file again") from error


def import_file(
    house: House, account: Account, file: SourceFile, report: Report, collection: str = "", *, skip: bool = False
) -> None:
    """Imports every object of a file; each refusal is noted with its place and reason.

    With `skip`, an object whose UID the collection has already is left as it is.
    """
    content = next((entry for entry in house.content_types.entries if entry.suffix == file.suffix), None)
    if content is None:
        report.refused.append((file.label, f"files of type {file.suffix!r} cannot be imported"))
        return
    try:
        for name, body in content.split(file.read()):
            _import_object(house, account, content, (file.label, name, body), report, collection, skip)
    except (ValueError, OSError, RuntimeError, EOFError, zlib.error, zipfile.BadZipFile) as error:
        report.refused.append((file.label, str(error)))


def _import_object(
    house: House, account: Account, content: ContentType, found: tuple[str, str, bytes],
    report: Report, collection: str, skip: bool,
) -> None:  # fmt: skip
    label, name, body = found
    try:
        target = _collection(house, account, content, collection or content.collection(body))
        importer = Identity(account, "import", os_user=os_user())
        write = prepare_object(
            house, importer, target, file_name(name, content.suffix), content.media_type, body, report.request_id
        )
        if skip and write.before is not None:
            report.unchanged += 1
        else:
            report.count(store_prepared(write))
    except (DavError, ValueError, A3davError) as error:
        report.refused.append((f"{label} ({name})", str(error) or "refused"))


def file_name(stem: str, suffix: str) -> str:
    """A name any client copes with, the same for the same stem."""
    if _PLAIN.fullmatch(stem):
        return stem + suffix
    return hashlib.blake2b(stem.encode(), digest_size=16).hexdigest() + suffix


def _collection(house: House, account: Account, content: ContentType, name: str) -> Resource:
    home = house.store.home(content.root, account.id, account.name)
    found = house.store.child(home, name) if home else None
    if found is None or found.kind != content.kind:
        raise A3davError(f"{account.name} has no {content.kind} named {name!r}")
    return found


def prepare_object(
    house: House, identity: Identity, parent: Resource, name: str, media_type: str, body: bytes, request_id: str = ""
) -> WriteContext:
    """The write of an object, judged; one that has the same UID already will be updated in place."""
    write = WriteContext(
        house, identity, request_id or new_id().hex(), "put", parent, name,
        kind=house.types[parent.kind].member, content_type=media_type, body=Body(data=body, length=len(body)),
    )  # fmt: skip
    validate(write)
    place(write)
    return write


def place(write: WriteContext) -> None:
    """Finds what a validated write replaces; a name that an object of another UID has is left to it."""
    store, parent, name = write.house.store, write.parent, write.name
    known = store.by_uid(parent, write.uid) if write.uid else []
    write.before = known[0] if known else store.child(parent, name)
    if write.before is not None and write.before.uid not in {None, write.uid}:
        write.name = file_name(f"{name}/{write.uid}", write.house.types[write.kind].suffix)
        write.before = store.child(parent, write.name)
    elif write.before is not None:
        write.name = write.before.path[-1]


def store_prepared(write: WriteContext) -> WriteContext:
    return run_here(write.house, perform(write, store_version))


def export_account(house: House, account: Account, folder: Path) -> int:
    """Writes whole collections as one file where a plugin knows how, everything else file by file."""
    written = 0
    for home in house.store.homes(account.id, account.name):
        for page in house.store.pages(home):
            for member in page:
                written += _export(house, member, folder / home.name)
    return written


def _export(house: House, resource: Resource, folder: Path) -> int:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    content = next((entry for entry in house.content_types.entries if entry.kind == resource.kind), None)
    if content is not None:
        with (folder / f"{resource.name}{content.suffix}").open("wb") as handle:
            bodies = (body for page in house.store.pages(resource) for body in house.store.bodies(page, lost=b""))
            handle.writelines(content.join(filter(None, bodies)))
        return 1
    if resource.collection:
        members = [member for page in house.store.pages(resource) for member in page]
        return sum(_export(house, member, folder / resource.name) for member in members)
    target = folder / resource.name
    try:
        body = house.store.body(resource)
    except BodyLost as fault:
        house.faults.tell(fault)
        return 0
    if body.file is not None:
        shutil.copyfile(body.file, target)
    else:
        target.write_bytes(body.data)
    return 1
