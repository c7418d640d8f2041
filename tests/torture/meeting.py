"""A meeting from its invitation to its cancellation, in a process that is killed at one of its steps.

A step lies before and behind each transaction, and before and behind each thing said to the mail server.
"""

from __future__ import annotations

import json
import os
import re
import signal
import smtplib
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from a3dav import outbox
from a3dav.assembly import open_house
from a3dav.config import read
from a3dav.identifiers import now_ms
from a3dav.testing.client import Client
from a3dav.testing.people import add_person

GUEST = "guest@elsewhere.example"
PLACE = "/calendars/alice/calendar/plans.ics"
PEOPLE = ("alice", "bob", "hall")
EVENT = "\r\n".join(
    [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", "UID:plans", "DTSTAMP:20260101T000000Z",
        "DTSTART:20300310T110000Z", "DURATION:PT1H", "SUMMARY:Plans", "ORGANIZER:mailto:alice@example.org",
        "ATTENDEE:mailto:bob@example.org", "ATTENDEE;CUTYPE=ROOM:mailto:hall@example.org", f"ATTENDEE:mailto:{GUEST}",
        "END:VEVENT", "END:VCALENDAR", "",
    ]
)  # fmt: skip


class Steps:
    """Counts steps, and kills the process at one of them."""

    def __init__(self, fatal: int) -> None:
        self.count, self._fatal, self._lock = 0, fatal, Lock()

    def __call__(self, *_: object) -> None:
        with self._lock:
            self.count += 1
            if self.count == self._fatal:
                os.kill(os.getpid(), signal.SIGKILL)

    def watch(self, owner: object, name: str) -> None:
        inner = getattr(owner, name)

        def stepping(*given, **named):
            self()
            done = inner(*given, **named)
            done.add_done_callback(self) if hasattr(done, "add_done_callback") else self()
            return done

        setattr(owner, name, stepping)


class Meeting:
    """What each of them does next, and does once, however often it is tried."""

    def __init__(self, house) -> None:
        self.house = house
        self.alice, self.bob = (Client(house, name, f"{name}'s password") for name in ("alice", "bob"))
        self.acts: list[Callable[[], None]] = [
            self.invite, lambda: self.say("ACCEPTED"), self.move, lambda: self.say("DECLINED"), self.cancel,
        ]  # fmt: skip

    def invite(self) -> None:
        self.alice.put(PLACE, EVENT, content_type="text/calendar", if_none_match="*")

    def say(self, partstat: str) -> None:
        (place,) = members(self.bob, "/calendars/bob/calendar/")
        text = unfolded(self.bob.get(place).text)
        line = line_of(text, "bob")
        plain = re.sub(r";PARTSTAT=[A-Z-]+", "", line)
        self.bob.put(
            place, text.replace(line, plain.replace("ATTENDEE", f"ATTENDEE;PARTSTAT={partstat}")),
            content_type="text/calendar",
        )  # fmt: skip

    def move(self) -> None:
        text = unfolded(self.alice.get(PLACE).text)
        self.alice.put(PLACE, text.replace("T110000Z", "T150000Z"), content_type="text/calendar")

    def cancel(self) -> None:
        self.alice.delete(PLACE)

    def seen(self) -> list[str]:
        """What Bob said, as the organizer has it and as he has it himself."""
        (place,) = members(self.bob, "/calendars/bob/calendar/")
        both = [answer for answer in (self.alice.get(PLACE), self.bob.get(place)) if answer.status == 200]
        return [partstat(unfolded(answer.text), "bob") for answer in both]

    def left(self) -> dict[str, object]:
        store = self.house.store
        inboxes = {name: self._inside("scheduling", name, "inbox") for name in PEOPLE}
        calendars = {name: self._inside("calendars", name, "calendar") for name in PEOPLE}
        (doubtful,) = store.engine.row("SELECT COALESCE(SUM(doubtful), 0) FROM scheduling_mails") or (0,)
        return {
            "inboxes": {name: sorted(found_in("METHOD", text) for text in texts) for name, texts in inboxes.items()},
            "calendars": {name: [found_in("STATUS", text) for text in texts] for name, texts in calendars.items()},
            "waiting": len(store.engine.rows("SELECT id FROM outbox")),
            "doubtful": int(doubtful),
        }

    def _inside(self, *path: str) -> list[str]:
        store, collection = self.house.store, self.house.resolve(path)
        found = [member for page in store.pages(collection) for member in page]
        return [unfolded(body.decode()) for body in store.bodies(found)]


def members(client: Client, path: str) -> list[str]:
    rows = client.propfind(path, "{DAV:}getetag", depth="1").multistatus
    return [href for href in rows if href.endswith(".ics")]


def unfolded(text: str) -> str:
    return text.replace("\r\n ", "")


def line_of(text: str, name: str) -> str:
    return next(
        line for line in text.split("\r\n") if line.startswith("ATTENDEE") and line.endswith(f"{name}@example.org")
    )


def partstat(text: str, name: str) -> str:
    found = re.search(r"PARTSTAT=([A-Z-]+)", line_of(text, name))
    return found[1] if found else "NEEDS-ACTION"


def found_in(name: str, text: str) -> str:
    found = re.search(rf"^{name}:(.*)\r$", text, re.MULTILINE)
    return found[1] if found else ""


def prepare(environment: dict[str, str]) -> None:
    house = open_house(read(None, environment), prepare=True)
    for name in PEOPLE:
        add_person(house, name, email=f"{name}@example.org", kind="room" if name == "hall" else "user")
    house.close()


def run(environment: dict[str, str], folder: Path, fatal: int, *, restarted: bool = False) -> None:
    """Goes on where the one before was killed; what was acknowledged is in `done`, and the end in `told`."""
    house, meeting, steps = open_house(read(None, environment)), None, Steps(fatal)
    if restarted:  # as after the leases of the dead have run out
        outbox.now_ms = lambda: now_ms() + outbox.LEASE_MS + 1000
    meeting, done, seen = Meeting(house), folder / "done", {}
    steps.watch(house.store.engine, "submit")
    for name in ("send", "getreply"):
        steps.watch(smtplib.SMTP, name)
    begun = len(done.read_text()) if done.exists() else 0
    outbox.deliver_due(house)
    for number, act in list(enumerate(meeting.acts))[begun:]:
        act()
        with done.open("a") as file:
            file.write("+")
        outbox.deliver_due(house)
        seen[number] = meeting.seen()
    told = {"steps": steps.count, "seen": seen, **meeting.left()}
    (folder / "told").write_text(json.dumps(told))
    house.close()
