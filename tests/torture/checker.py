"""Holds what the server says, through HTTP alone, against what the clients of an account know."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass

from .client import NOTE, Client, NoAnswerError, NotSentError, Reply
from .contents import DAY, HOURS, stamp
from .journal import Item, Journal, Snapshot
from .syncing import CTAG, ETAG, Followed, Known, applied, ask_delta, is_cut

START_SECONDS = 30
_LENGTH, _USED = "{DAV:}getcontentlength", "{DAV:}quota-used-bytes"
_PROPFIND = (
    '<propfind xmlns="DAV:"><prop><getetag/><getcontentlength/><resourcetype/><quota-used-bytes/>'
    '<n:note xmlns:n="urn:torture"/><c:getctag xmlns:c="http://calendarserver.org/ns/"/></prop></propfind>'
)
_CALENDAR_DATA = "{urn:ietf:params:xml:ns:caldav}calendar-data"
_ADDRESS_DATA = "{urn:ietf:params:xml:ns:carddav}address-data"
_CALENDAR_QUERY = (
    '<C:calendar-query xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns="DAV:"><prop><getetag/><C:calendar-data/></prop>'
    '<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">{inner}</C:comp-filter></C:comp-filter>'
    "</C:filter></C:calendar-query>"
)
_ADDRESS_QUERY = (
    '<C:addressbook-query xmlns:C="urn:ietf:params:xml:ns:carddav" xmlns="DAV:"><prop><getetag/><C:address-data/></prop>'
    '<C:filter><C:prop-filter name="NICKNAME"><C:text-match match-type="equals">{team}</C:text-match></C:prop-filter>'
    "</C:filter></C:addressbook-query>"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A resource as a listing shows it."""

    texts: dict[str, str]
    collection: bool


class UnreadableError(Exception):
    """The server does not answer what a check asks."""


class Checker:
    """Checks one account after another while no client writes."""

    def __init__(self, client: Client, journal: Journal, seed: int) -> None:
        self._client, self._journal, self._chance = client, journal, random.Random(seed)
        self._wrong: list[str] = []
        self._barriers = 0

    def begin(self) -> None:
        """Makes the folder that all clients of the account share, and learns what a new account has."""
        shared = f"/files/{self._journal.name}/shared/"
        assert self._client.ask("MKCOL", shared).status == 201
        self._journal.known = {href: self._item(href, entry) for href, entry in self._listing().items()}
        self._client.close()

    def check(self) -> list[str]:
        """Everything that is wrong, a sentence each."""
        self._wrong = []
        try:
            self._settle_writes()
            listing = self._listing()
            seen = {href: self._item(href, entry) for href, entry in listing.items()}
            self._wrong += self._journal.settle(seen)
            self._check_queries()
            self._check_quota(listing)
            self._check_tokens(listing)
        except UnreadableError as error:
            self._wrong.append(str(error))
        self._client.close()
        return self._wrong

    def _settle_writes(self) -> None:
        """One more write: behind it stands the outcome of whatever a database still had in hand."""
        self._barriers += 1
        href, body, end = f"/files/{self._journal.name}/barrier", f"{self._barriers}".encode(), _deadline()
        while True:
            try:
                reply = self._client.ask("PUT", href, body)
            except (NotSentError, NoAnswerError) as error:
                reply = Reply(0, {}, str(error).encode())
            if reply.status in {201, 204}:
                break
            if time.monotonic() > end:
                raise UnreadableError(f"no write succeeds any more: {reply.status} {reply.body[:200]!r}")
            time.sleep(0.05)
        self._journal.known[href] = Item(body, reply.headers["ETag"])

    def _ask(self, method: str, path: str, body: str = "", **headers: str) -> Reply:
        try:
            reply = self._client.ask(method, path, body, **headers)
        except (NotSentError, NoAnswerError) as error:
            raise UnreadableError(f"{method} {path} got no answer: {error}") from error
        if reply.status not in {200, 207}:
            raise UnreadableError(f"{method} {path} got {reply.status} {reply.body[:200]!r}")
        return reply

    # -- what is there -----------------------------------------------------------------------------

    def _listing(self) -> dict[str, Entry]:
        """Every resource below the homes of the account, by its path."""
        name = self._journal.name
        found: dict[str, Entry] = {}
        folders = [f"/files/{name}", f"/calendars/{name}", f"/addressbooks/{name}"]
        while folders:
            folder = folders.pop()
            for href, member in self._ask("PROPFIND", f"{folder}/", _PROPFIND, Depth="1").members.items():
                if href != folder:
                    folders += [href] if member.collection else []
                    found[href] = Entry(member.texts, member.collection)
        return found

    def _item(self, href: str, entry: Entry) -> Item:
        """A resource as GET has it; what the listing says of it must be the same."""
        note = entry.texts.get(NOTE, "")
        if entry.collection:
            return Item(None, note=note)
        try:
            reply = self._ask("GET", href)
        except UnreadableError as error:
            self._wrong.append(f"{href} is listed, and {error}")
            return Item(b"", note=note)
        told = (entry.texts.get(ETAG), entry.texts.get(_LENGTH))
        got = (reply.headers["ETag"], f"{len(reply.body)}")
        if told != got:
            self._wrong.append(f"{href} is listed with ETag and length {told}, and GET gives {got}")
        return Item(reply.body, reply.headers["ETag"], note)

    # -- what is found -----------------------------------------------------------------------------

    def _check_queries(self) -> None:
        name = self._journal.name
        calendar, book = f"/calendars/{name}/calendar", f"/addressbooks/{name}/addressbook"
        events = self._members(calendar)
        self._compare(calendar, "all events", _CALENDAR_QUERY.format(inner=""), _CALENDAR_DATA, events)
        for first, end in self._ranges():
            wanted = {href: item for href, item in events.items() if _happens(item, first, end)}
            inner = f'<C:time-range start="{stamp(first)}" end="{stamp(end)}"/>'
            what = f"events of the hours {first} to {end}"
            self._compare(calendar, what, _CALENDAR_QUERY.format(inner=inner), _CALENDAR_DATA, wanted)
        for team in range(4):
            wanted = {href: item for href, item in self._members(book).items() if item.team == f"team{team}"}
            query = _ADDRESS_QUERY.format(team=f"team{team}")
            self._compare(book, f"cards of team {team}", query, _ADDRESS_DATA, wanted)

    def _ranges(self) -> Iterator[tuple[int, int]]:
        for length in (1, DAY, 7 * DAY, 60 * DAY):
            first = self._chance.randrange(HOURS)
            yield first, first + length

    def _members(self, collection: str) -> dict[str, Item]:
        below = self._journal.below(collection)
        return {href: item for href, item in below.items() if href != collection}

    def _compare(self, collection: str, what: str, query: str, data: str, wanted: dict[str, Item]) -> None:
        members = self._ask("REPORT", f"{collection}/", query, Depth="1").members
        found = {href: (member.texts.get(ETAG), _lines(member.texts.get(data, ""))) for href, member in members.items()}
        expected = {href: (item.etag, _lines((item.body or b"").decode())) for href, item in wanted.items()}
        if found != expected:
            names = sorted(href for href in found.keys() | expected if found.get(href) != expected.get(href))
            self._wrong.append(f"the index of {collection} is wrong: {what}: {names}")

    # -- what adds up ------------------------------------------------------------------------------

    def _check_quota(self, listing: dict[str, Entry]) -> None:
        home = f"/files/{self._journal.name}"
        told = self._ask("PROPFIND", f"{home}/", _PROPFIND, Depth="0").members[home].texts.get(_USED)
        used = sum(int(entry.texts.get(_LENGTH) or 0) for entry in listing.values() if not entry.collection)
        if told != f"{used}":
            self._wrong.append(
                f"{told} bytes of the quota of {self._journal.name} are used, and the bodies have {used}"
            )

    def _check_tokens(self, listing: dict[str, Entry]) -> None:
        for (href, level), snapshots in self._journal.tokens.items():
            followed = Followed(href, level)
            now = {
                other: followed.facts(entry.texts, collection=CTAG in entry.texts)
                for other, entry in listing.items()
                if followed.holds(other)
            }
            for snapshot in snapshots:
                self._check_token(followed, snapshot, now)

    def _check_token(self, followed: Followed, snapshot: Snapshot, now: Known) -> None:
        token, then, cut = snapshot.token, snapshot.state, True
        while cut:
            delta = ask_delta(self._client, followed, token)
            if delta.status != 207:
                self._wrong.append(f"a sync token of {followed.href} got {delta.status} {delta.body[:200]!r}")
                return
            token, then, cut = delta.token, applied(followed, then, delta), is_cut(followed, delta)
        if then != now:
            names = sorted(href for href in then.keys() | now if then.get(href) != now.get(href))
            self._wrong.append(f"a sync of {followed.href} to level {followed.level} misses {names}")


def _deadline() -> float:
    return time.monotonic() + START_SECONDS


def _happens(item: Item, first: int, end: int) -> bool:
    return any(hour < end and hour + 1 > first for hour in item.hours)


def _lines(text: str) -> list[str]:
    """XML makes one character of a line end."""
    return text.splitlines()
