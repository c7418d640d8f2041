"""A house in this process that is the same before every input, and requests to it as the door would pass them on."""

from __future__ import annotations

import atexit
import logging
import shutil
from contextvars import copy_context
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import apsw

from a3dav import checks
from a3dav.assembly import open_house
from a3dav.caches.memory import Memory
from a3dav.config import read
from a3dav.exchange import Body, Request
from a3dav.headers import parse_path
from a3dav.house import House
from a3dav.identifiers import new_id
from a3dav.lanes import BodyWanted, run_here
from a3dav.lifecycle import answer
from a3dav.principals import Role
from a3dav.testing.client import Answer, Client, answer_of
from a3dav.testing.people import add_person

SETTINGS = {
    "A3DAV_STORAGE__INLINE_BODY_LIMIT": "2000",
    "A3DAV_STORAGE__SYNCHRONOUS": "normal",
    "A3DAV_LIMITS__DEFAULT_QUOTA": "200000",
    "A3DAV_LIMITS__DEPTH_INFINITY": "true",
    "A3DAV_LIMITS__EXPANSION_STEPS": "10000",
}
QUICK_DISK = Path("/dev/shm")
CALENDAR, TASKS, BOOK, FILES = (
    "/calendars/alice/calendar/", "/calendars/alice/tasks/", "/addressbooks/alice/addressbook/", "/files/alice/folder/",
)  # fmt: skip
COLLECTIONS = (CALENDAR, TASKS, BOOK, FILES)
LUNCH = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:lunch\r\nDTSTART:20240601T120000Z\r\nDTEND:20240601T130000Z\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
SERIES = LUNCH.replace("lunch", "series").replace("SUMMARY:Lunch", "RRULE:FREQ=WEEKLY")
TODO = "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:todo\r\nDUE;VALUE=DATE:20240602\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
ADA = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:ada\r\nFN:Ada\r\nEMAIL;TYPE=work:ada@example.org\r\nEND:VCARD\r\n"
CONTENT = (
    (f"{CALENDAR}lunch.ics", LUNCH, "text/calendar"),
    (f"{CALENDAR}series.ics", SERIES, "text/calendar"),
    (f"{TASKS}todo.ics", TODO, "text/calendar"),
    (f"{BOOK}ada.vcf", ADA, "text/vcard"),
    ("/files/alice/note.txt", "a note", "text/plain"),
    (f"{FILES}inner", "z" * 3000, "text/plain"),
)


class Complaints(logging.Handler):
    """What the server writes down as its own mistakes."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        told = logging.Formatter().formatException(record.exc_info) if record.exc_info else ""
        self.heard.append(f"{record.getMessage()}\n{told}")


@dataclass
class World:
    house: House
    people: dict[str, Client]
    complaints: Complaints
    tokens: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    listings: dict[str, dict[str, str]] = field(default_factory=dict)
    """The members of collections and their entity tags, as a client knows them that keeps these sync tokens."""

    def __post_init__(self) -> None:
        self._template = apsw.Connection(":memory:")
        for path in COLLECTIONS:
            found = self.synced(path, "")
            self.tokens[path] = found.xml.findtext("{DAV:}sync-token")
            self.listings[path] = followed(path, found, {})
        self.written = self.changes()
        self.ids, self._begun = self._ids(), 1
        self._copy(self._live, self._template)

    def _ids(self) -> dict[str, str]:
        """Of what programs may ask for by an id."""
        places = {
            "calendar": CALENDAR, "event": f"{CALENDAR}series.ics", "book": BOOK, "folder": FILES,
            "file": "/files/alice/note.txt",
        }  # fmt: skip
        account = self.house.store.accounts.by_name("alice")
        assert account
        found = {what: self.house.resolve(parse_path(place.encode())) for what, place in places.items()}
        return {"account": account.id.hex()} | {what: one.id.hex() for what, one in found.items() if one}

    @property
    def _live(self) -> apsw.Connection:
        connection: apsw.Connection = self.house.store.engine.database.connection()
        return connection

    @staticmethod
    def _copy(source: apsw.Connection, target: apsw.Connection) -> None:
        with target.backup("main", source, "main") as backup:
            backup.step()

    def begin(self) -> None:
        """Makes the store what it was, and listens for complaints, whoever set up logging meanwhile."""
        logging.getLogger("a3dav").addHandler(self.complaints)
        self._copy(self._template, self._live)
        self._forget()
        blobs = self.house.store.blobs.folder
        known = {
            str(row[0]) for row in self.house.store.engine.rows("SELECT blob FROM versions WHERE blob IS NOT NULL")
        }
        for file in blobs.rglob("*"):
            if file.is_file() and file.name not in known:
                file.unlink()
        self.complaints.heard.clear()

    def _forget(self) -> None:
        """Counters that were reached before will stand for something else, and so will generations."""
        self.house.memory = Memory(self.house.settings.cache.l1_size)
        self._begun += 1
        self._live.execute("UPDATE facts SET value = ? WHERE name = 'generation'", (str(self._begun * 1_000_000),))

    def send(self, person: str, method: str, target: str, headers: dict[str, str], data: bytes) -> Answer:
        """A request whose parts are as bytes in latin-1, as they come from the network."""
        house, client = self.house, self.people.get(person)
        sent = {"host": "localhost", "content-length": str(len(data))}
        sent |= {"authorization": client.authorization} if client else {}
        path, _, query = target.partition("?")
        request = Request(
            method, path.encode("latin-1"), sent | headers, query, "127.0.0.1", id=new_id().hex()
        )  # fmt: skip

        def read_body(wanted: BodyWanted) -> Body:
            if wanted.limit and len(data) > wanted.limit:
                raise wanted.too_large
            if wanted.spool and len(data) > house.settings.storage.inline_body_limit:
                file = house.store.blobs.spool / new_id().hex()
                file.write_bytes(data)
                return Body(file=file, length=len(data))
            return Body(data=data, length=len(data))

        return answer_of(copy_context().run(run_here, house, answer(house, request), read_body))

    def changes(self) -> int:
        """Grows with every write."""
        (row,) = self.house.store.engine.rows("SELECT COUNT(*) FROM changes")
        return int(str(row[0]))

    def synced(self, path: str, token: str) -> Answer:
        return self.people["alice"].sync(path, token)

    def listed(self, path: str) -> dict[str, str]:
        found = self.people["alice"].propfind(path, "{DAV:}getetag", depth="1").multistatus
        return {href: member.text("{DAV:}getetag") for href, member in found.items() if member.found}

    def faults(self) -> list[str]:
        """What `a3dav check` finds."""
        return [finding.text for finding in checks.findings(self.house, deep=True) if not finding.ok]


def followed(path: str, found: Answer, known: dict[str, str]) -> dict[str, str]:
    """What a client knows that has read an answer to sync-collection."""
    rows = {href: member for href, member in found.multistatus.items() if href != path}
    gone = {href for href, member in rows.items() if member.status == 404}
    changed = {href: member.text("{DAV:}getetag") for href, member in rows.items() if href not in gone and member.found}
    return {href: tag for href, tag in known.items() if href not in gone} | changed


@cache
def world() -> World:
    folder = mkdtemp(prefix="a3dav-fuzz-", dir=QUICK_DISK if QUICK_DISK.is_dir() else None)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    house = open_house(read(None, {"A3DAV_SERVER__DATA_DIR": folder, **SETTINGS}), prepare=True)
    people = {
        name: add_person(house, name, email=f"{name}@example.org", display_name=name.title())
        for name in ("alice", "bob")
    }
    people["admin"] = add_person(house, "admin", role=Role.ADMIN)
    people["alice"].request("MKCOL", FILES)
    for path, content, content_type in CONTENT:
        put = people["alice"].put(path, content, content_type=content_type)
        assert put.status == 201, (path, put.text)
    return World(house, people, Complaints())
