"""Clients that write and sync as fast as they can; each keeps to names of its own in collections that they share."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from .client import Client, NoAnswerError, NotSentError, Reply
from .contents import new_card, new_event, new_file
from .journal import Item, Journal, Snapshot, State
from .syncing import Followed, Known, applied, ask_delta

NAMES = 6
DONE = {200, 201, 204, 207}
_PROPPATCH = '<propertyupdate xmlns="DAV:"><set><prop><n:note xmlns:n="urn:torture">{note}</n:note></prop></set></propertyupdate>'


class Writer:
    """One client: what it may write, what it follows, and where it notes the outcome."""

    def __init__(self, client: Client, journal: Journal, number: int, seed: int) -> None:
        self._client, self._journal, self._chance = client, journal, random.Random(seed)
        self._stop = threading.Event()
        name, mine = client.name, f"t{number}"
        files = f"/files/{name}"
        self._folders = [f"{files}/{mine}-folder{n}" for n in range(3)]
        self._files = [f"{place}/{mine}-{n}" for n in range(NAMES) for place in (files, f"{files}/shared")]
        self._events = [f"/calendars/{name}/calendar/{mine}-{n}.ics" for n in range(NAMES)]
        self._cards = [f"/addressbooks/{name}/addressbook/{mine}-{n}.vcf" for n in range(NAMES)]
        self._followed: dict[Followed, Snapshot] = {
            Followed(href, level): Snapshot()
            for href, level in (
                (files, "1"), (files, "infinite"), (f"{files}/shared", "1"),
                (f"/calendars/{name}", "1"), (f"/calendars/{name}", "infinite"), (f"/calendars/{name}/calendar", "1"),
                (f"/addressbooks/{name}/addressbook", "1"),
            )
        }  # fmt: skip
        self._moves: list[tuple[Callable[[], None], int]] = [
            (self._put, 40), (self._delete, 9), (self._move, 9), (self._copy, 7), (self._note, 8),
            (self._folder, 7), (self._sync, 20),
        ]  # fmt: skip

    def work(self) -> None:
        """Writes until it is told to stop."""
        actions, weights = zip(*self._moves, strict=True)
        while not self._stop.is_set():
            self._chance.choices(actions, weights)[0]()
        self._client.close()

    def begin(self) -> None:
        self._stop.clear()

    def stop(self) -> None:
        self._stop.set()

    # -- what a client does ------------------------------------------------------------------------

    def _put(self) -> None:
        href = self._some(self._files + self._inside() + self._events + self._cards)
        if href is None:
            return
        known = self._journal.known.get(href)
        new = self._content(href, known.uid if known else f"{self._chance.getrandbits(64)}")
        guard = {"If_None_Match": "*"} if known is None else {"If_Match": known.etag or "*"}
        item = replace(new, note=known.note if known else "")
        self._write("PUT", href, {href: item}, new.body or b"", **guard)

    def _content(self, href: str, uid: str) -> Item:
        if href.endswith(".ics"):
            return new_event(self._chance, uid)
        return new_card(self._chance, uid) if href.endswith(".vcf") else new_file(self._chance)

    def _delete(self) -> None:
        if href := self._present(self._files + self._inside() + self._events + self._cards):
            self._write("DELETE", href, {href: None})

    def _move(self) -> None:
        kind = self._chance.choice([self._files + self._inside(), self._events, self._cards])
        source, target = self._present(kind), self._some(kind)
        if source and target and source != target:
            after = {source: None, target: replace(self._journal.known[source], etag="")}
            self._write("MOVE", source, after, Destination=target)

    def _copy(self) -> None:
        kind = self._files + self._inside()
        source, target = self._present(kind), self._some(kind)
        if source and target and source != target:
            self._write("COPY", source, {target: replace(self._journal.known[source], etag="")}, Destination=target)

    def _note(self) -> None:
        if href := self._present(self._files + self._inside() + self._folders + self._events + self._cards):
            note = f"{self._chance.getrandbits(64)}"
            item = replace(self._journal.known[href], note=note)
            self._write("PROPPATCH", href, {href: item}, _PROPPATCH.format(note=note))

    def _folder(self) -> None:
        """Makes a folder, or moves, copies or removes one with all that is in it."""
        href, other = self._some(self._folders), self._some(self._folders)
        if href is None or other is None:
            return
        if href not in self._journal.known:
            self._write("MKCOL", href, {href: Item(None)})
        elif other == href:
            self._write("DELETE", href, dict.fromkeys(self._journal.below(href)))
        else:
            self._carry(self._chance.choice(["MOVE", "COPY"]), href, other)

    def _carry(self, method: str, source: str, target: str) -> None:
        below = self._journal.below(source)
        after: dict[str, Item | None] = dict.fromkeys(self._journal.below(target))
        after |= dict.fromkeys(below) if method == "MOVE" else {}
        after |= {target + href.removeprefix(source): replace(item, etag="") for href, item in below.items()}
        self._write(method, source + "/", after, Destination=target + "/")

    def _sync(self) -> None:
        followed = self._chance.choice(list(self._followed))
        last = self._followed[followed]
        if self._chance.random() < 0.1:
            last = Snapshot()
        reply = self._ask(lambda: ask_delta(self._client, followed, last.token, self._chance.choice([0, 0, 7])))
        if reply is None or reply.status >= 500:
            return
        if reply.status != 207:
            self._journal.surprise(f"sync of {followed.href} got {reply.status} {reply.body[-400:]!r}")
            return
        state: Known = applied(followed, last.state, reply)
        self._followed[followed] = Snapshot(reply.token, state)
        self._journal.remember(followed.href, followed.level, self._followed[followed])

    # -- how it does it ----------------------------------------------------------------------------

    def _inside(self) -> list[str]:
        """Names in folders that are there."""
        folders = [href for href in self._folders if href in self._journal.known]
        return [f"{href}/{number}" for href in folders for number in range(3)]

    def _some(self, hrefs: list[str]) -> str | None:
        """One of the names whose state is certain."""
        href = self._chance.choice(hrefs)
        return None if self._journal.is_doubtful(href) else href

    def _present(self, hrefs: list[str]) -> str | None:
        there = [href for href in hrefs if href in self._journal.known]
        return self._some(there) if there else None

    def _write(self, method: str, href: str, after: State, body: bytes | str = b"", **headers: str) -> None:
        what = f"{method} {href} {headers}"
        try:
            reply = self._client.ask(method, href, body, **headers)
        except NotSentError:
            self._wait()
        except NoAnswerError as error:
            self._journal.doubt(f"{what} ({error})", after)
            self._wait()
        else:
            self._note_outcome(what, reply, after)

    def _note_outcome(self, what: str, reply: Reply, after: State) -> None:
        busy = reply.status in {502, 503, 504} or (reply.status == 207 and b"HTTP/1.1 503" in reply.body)
        if busy:
            self._journal.doubt(f"{what} ({reply.status})", after)
            self._wait()
        elif reply.status in DONE and (reply.status != 207 or b"HTTP/1.1 200" in reply.body):
            told = {href: replace(item, etag=reply.headers["ETag"]) for href, item in after.items() if item}
            self._journal.acknowledge({**after, **told} if reply.headers["ETag"] else after)
        else:
            self._journal.doubt(what, after)
            self._journal.surprise(f"{what} got {reply.status} {reply.body[-400:]!r}")

    def _ask(self, ask: Callable[[], Reply]) -> Reply | None:
        try:
            return ask()
        except (NotSentError, NoAnswerError):
            self._wait()
            return None

    def _wait(self) -> None:
        """Waits for a server that can write; a lost connection to its database shows in writes alone."""
        while not self._stop.wait(0.05):
            try:
                if self._client.ask("PROPFIND", f"/files/{self._client.name}/", Depth="0").status == 207:
                    return
            except (NotSentError, NoAnswerError):
                continue


@contextmanager
def working(writers: list[Writer]) -> Iterator[None]:
    """All clients at work, until the end of the block."""
    threads = [threading.Thread(target=writer.work) for writer in writers]
    for writer in writers:
        writer.begin()
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for writer in writers:
            writer.stop()
        for thread in threads:
            thread.join()
