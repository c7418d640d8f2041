"""Copies a folder of files with everything below it."""

from __future__ import annotations

import mimetypes
import os
import shutil
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING

from a3dav.errors import A3davError, Conflict
from a3dav.exchange import Body
from a3dav.headers import MAX_SEGMENTS
from a3dav.identifiers import new_id
from a3dav.lanes import run_here
from a3dav.methods.mkcol import make_collection
from a3dav.methods.put import UNKNOWN_TYPE, store_version
from a3dav.placement import size_limit
from a3dav.principals import Identity
from a3dav.resources import Resource
from a3dav.writing import WriteContext, perform
from a3dav.xml.names import dav
from a3dav_migrate.addresses import Segments, key_of, local_name, segments
from a3dav_migrate.discovery import Source
from a3dav_migrate.errors import RemoteError, ServerGone, SignInRefused
from a3dav_migrate.multistatus import Found, propfind
from a3dav_migrate.names import ADDRESS_BOOK, CALENDAR
from a3dav_migrate.objects import reason_of
from a3dav_migrate.outcome import CollectionOutcome
from a3dav_migrate.remote import Remote
from a3dav_migrate.removal import FOLDER, Removal
from a3dav_migrate.rescue import Rescue
from a3dav_migrate.state import Copied, State
from a3dav_migrate.wishes import Advance

if TYPE_CHECKING:
    from a3dav.house import House

_LISTED = (
    dav("resourcetype"), dav("getetag"), dav("getcontentlength"), dav("getlastmodified"), dav("getcontenttype"),
)  # fmt: skip
_OTHERS = frozenset({CALENDAR, ADDRESS_BOOK, dav("principal")})
FILE = "file"
MAX_FILES = 1_000_000
RESERVE = 256 * 2**20
"""Bytes of the disk that are left alone."""
MAX_MODIFIED = 253_402_300_800_000


class Walk:
    """Everything below a folder, each folder before its members; `unlisted` are keys that nothing is known below."""

    def __init__(self, remote: Remote, source: Source, outcome: CollectionOutcome) -> None:
        self._remote = remote
        self._source = source
        self._outcome = outcome
        self.unlisted: list[str] = []

    def __iter__(self) -> Iterator[Found]:
        waiting, count = [self._source.found], 0
        while waiting:
            folder = waiting.pop()
            for found in self._list(folder):
                count += 1
                if count > MAX_FILES:
                    self._leave(self._source.found, f"more than {MAX_FILES} files; migrate its folders singly")
                    return
                if found.collection:
                    waiting.append(found)
                yield found

    def _leave(self, found: Found, reason: str) -> None:
        self._outcome.refused.append((found.url, reason))
        self.unlisted.append(found.key)

    def _list(self, folder: Found) -> list[Found]:
        try:
            answer = propfind(self._remote, folder.url, _LISTED, "1")
        except (ServerGone, SignInRefused):
            raise
        except RemoteError as error:
            self._leave(folder, str(error))
            return []
        self._outcome.refused += [(stray, "leads away") for stray in answer.strays]
        inside = [found for found in answer.found if found.path != folder.path and not found.types & _OTHERS]
        for found in inside:
            if reason := _unfit(found, folder):
                self._leave(found, reason)
        return [found for found in inside if not _unfit(found, folder)]


def _unfit(found: Found, folder: Found) -> str:
    if found.path[:-1] != folder.path:
        return "not inside the folder that listed it"
    if found.status >= 300:
        return f"the server answers {found.status} for it"
    return "folders are nested too deep" if len(found.path) > MAX_SEGMENTS else ""


class FileCopy:
    """A folder on its way; the place of each file below it stays the same here."""

    def __init__(
        self, house: House, identity: Identity, remote: Remote, state: State, rescue: Rescue, source: Source,
        outcome: CollectionOutcome,
    ) -> None:  # fmt: skip
        self._house = house
        self._identity = identity
        self._remote = remote
        self._state = state
        self._rescue = rescue
        self._source = source
        self._outcome = outcome
        self._places: dict[Segments, Resource] = {}
        self._seen: set[str] = set()

    def run(self, home: Resource, removal: Removal, advance: Advance) -> None:
        self._places[self._source.found.path] = home
        walk = Walk(self._remote, self._source, self._outcome)
        for found in walk:
            self._seen.add(found.key)
            parent = self._places.get(found.path[:-1])
            if parent is None:
                continue  # the folder was refused, and with it what it holds
            if found.collection:
                self._make_folder(found, parent)
                continue
            self._outcome.found += 1
            self._take(found, parent)
            advance(self._outcome.found, None)
        self._settle(home, removal, walk.unlisted)

    def _make_folder(self, found: Found, parent: Resource) -> None:
        name = local_name(found.path[-1])
        try:
            existing = self._house.store.child(parent, name)
            if existing is None:
                write = self._write("mkcol", parent, name, "folder")
                existing = run_here(self._house, perform(write, make_collection)).after
            if existing is None or not existing.collection:
                raise Conflict("a file has this name here")
        except A3davError as error:
            self._outcome.refused.append((found.url, reason_of(error)))
            return
        self._places[found.path] = existing
        self._state.add(found.key, Copied(self._source.found.key, "", name, "", FOLDER))

    def _write(self, operation: str, parent: Resource, name: str, kind: str) -> WriteContext:
        return WriteContext(self._house, self._identity, new_id().hex(), operation, parent, name, kind=kind)

    def _take(self, found: Found, parent: Resource) -> None:
        name, modified = local_name(found.path[-1]), _modified(found)
        known, here = self._state.copied.get(found.key), self._house.store.child(parent, name)
        if known is not None and found.etag and known.etag == found.etag:
            self._outcome.unchanged += 1
        elif here is not None and modified and (here.size, here.modified) == (found.length, modified):
            self._outcome.unchanged += 1
            self._note(found, here)
        else:
            self._copy(found, parent, name, here)

    def _copy(self, found: Found, parent: Resource, name: str, here: Resource | None) -> None:
        spool = self._house.store.blobs.spool / new_id().hex()
        kept = spool.with_suffix(".kept")
        try:
            if here is not None and here.collection:
                raise Conflict("a folder has this name here")
            write = self._download(found, self._write("put", parent, name, FILE), spool, here)
            if self._rescue.wanted:
                os.link(spool, kept)  # storing takes the spool away, even where it is refused in the end
            self._refuse_too_large(write)
            write.before = here
            written = run_here(self._house, perform(write, store_version))
        except (ServerGone, SignInRefused):
            raise
        except A3davError as error:
            self._refuse(found, reason_of(error), kept)
            return
        finally:
            spool.unlink(missing_ok=True)
            kept.unlink(missing_ok=True)
        self._outcome.count(written)
        if written.after is not None:
            self._note(found, written.after)

    def _download(self, found: Found, write: WriteContext, spool: Path, here: Resource | None) -> WriteContext:
        most, too_large = self._room(spool.parent, here)
        if (found.length or 0) > most:
            raise too_large
        with os.fdopen(os.open(spool, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            answer = self._remote.download(found.url, file, most)
        if not answer.ok:
            raise RemoteError(f"the server answers {answer.status}")
        size = spool.stat().st_size
        inline = size <= self._house.settings.storage.inline_body_limit
        write.body = Body(data=spool.read_bytes(), length=size) if inline else Body(file=spool, length=size)
        write.content_type = _content_type(answer.headers.get("content-type", ""), found, write.name)
        write.modified = _modified(found)
        return write

    def _room(self, folder: Path, here: Resource | None) -> tuple[int, A3davError]:
        """The most bytes that can be taken, and the refusal of more; what is to be rescued needs only the disk."""
        disk = max(0, shutil.disk_usage(folder).free - RESERVE)
        limits: list[tuple[int, A3davError]] = [(disk, A3davError("there is no room for it on the disk"))]
        largest, too_large = size_limit(self._house, FILE)
        account = self._house.store.accounts.by_id(self._identity.account.id) or self._identity.account
        quota = account.quota or self._house.settings.limits.default_quota
        if largest:
            limits.append((largest, too_large))
        if quota:
            left = max(0, quota - account.used + (here.size if here is not None else 0))
            limits.append((left, A3davError(f"it would exceed the quota of {quota} bytes")))
        return limits[0] if self._rescue.wanted else min(limits, key=lambda limit: limit[0])

    def _refuse_too_large(self, write: WriteContext) -> None:
        largest, too_large = size_limit(self._house, FILE)
        if largest and write.body is not None and write.body.length > largest:
            raise too_large

    def _refuse(self, found: Found, reason: str, kept: Path) -> None:
        self._outcome.refused.append((found.url, reason))
        if kept.exists():
            self._outcome.rescued += self._rescue.keep(found.path, found.url, reason, kept)

    def _note(self, found: Found, here: Resource) -> None:
        self._state.add(found.key, Copied(self._source.found.key, found.etag, here.name, "", here.etag))

    def _settle(self, home: Resource, removal: Removal, unlisted: list[str]) -> None:
        """The deepest first, so that folders are empty when their turn comes."""
        known = [entry for entry in self._state.members_of(self._source.found.key) if entry[0] not in self._seen]
        for key, copied in sorted(known, key=lambda entry: -entry[0].count("/")):
            if not any(key == doubtful or key.startswith(doubtful + "/") for doubtful in unlisted):
                removal.settle(key, copied, self._parent_here(home, key), self._outcome)

    def _parent_here(self, home: Resource, key: str) -> Resource | None:
        found: Resource | None = home
        for name in _below(key, self._source)[:-1]:
            found = self._house.store.child(found, name) if found is not None else None
        return found

    def check(self, home: Resource) -> None:
        """Looks for every file that was seen at the source."""
        here = {member.path[2:]: member.collection for member in self._house.store.tree(home)}
        refused = {url for url, _ in self._outcome.refused}
        self._outcome.here = sum(1 for collection in here.values() if not collection)
        for key in sorted(self._seen):
            if here.get(_below(key, self._source)) is None and not _is_refused(key, refused):
                self._outcome.missing.append(key)
        self._outcome.checked = True


def _is_refused(key: str, refused: set[str]) -> bool:
    return any(key == place or key.startswith(place + "/") for place in (key_of(segments(url)) for url in refused))


def _below(key: str, source: Source) -> Segments:
    """The names that a file has here, below the home."""
    return tuple(local_name(name) for name in segments(key)[len(source.found.path) :])


def _modified(found: Found) -> int:
    """Milliseconds of getlastmodified; 0 where it is missing or no date."""
    try:
        moment = parsedate_to_datetime(found.text(dav("getlastmodified"))).timestamp() * 1000
    except (ValueError, TypeError, OverflowError, IndexError):
        return 0
    return int(moment) if 0 < moment < MAX_MODIFIED else 0


def _content_type(given: str, found: Found, name: str) -> str:
    for candidate in (given, found.text(dav("getcontenttype"))):
        if candidate.strip() and candidate.isprintable() and not candidate.lower().startswith(UNKNOWN_TYPE):
            return candidate.strip()[:255]
    return mimetypes.guess_type(name, strict=False)[0] or UNKNOWN_TYPE
