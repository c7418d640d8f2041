"""What the load writes: files, events and cards whose facts are known without parsing them."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from .journal import Item

INLINE_LIMIT = 4096
"""storage.inline_body_limit of a tortured server; bodies above it are files of the blob store."""

DAY = 24
HOURS = 200 * DAY
_START = datetime(2026, 1, 1)
_EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//torture//EN\r\nBEGIN:VEVENT\r\nUID:{uid}\r\n"
    "DTSTAMP:20260101T000000Z\r\nDTSTART:{start}\r\nDTEND:{end}\r\nRRULE:FREQ=DAILY;COUNT={count}\r\n"
    "SUMMARY:{summary}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
_CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{uid}\r\nFN:{name}\r\nN:;{name};;;\r\nNICKNAME:{team}\r\nEND:VCARD\r\n"


def stamp(hour: int) -> str:
    return f"{_START + timedelta(hours=hour):%Y%m%dT%H%M%SZ}"


def new_file(chance: random.Random) -> Item:
    large = chance.random() < 0.3
    return Item(chance.randbytes(chance.randint(INLINE_LIMIT + 1, 200_000) if large else chance.randint(0, 3000)))


def new_event(chance: random.Random, uid: str) -> Item:
    """An event of one hour on some days in a row; now and then one too large for the database, or for the worker."""
    first, count = chance.randrange(HOURS), chance.choice([1, 1, 1, 5, 30])
    summary = "x" * chance.choice([*[20] * 20, INLINE_LIMIT, 70_000])
    text = _EVENT.format(
        uid=uid, start=stamp(first), end=stamp(first + 1), count=count, summary=f"{chance.getrandbits(64)} {summary}"
    )
    return Item(text.encode(), uid=uid, hours=tuple(range(first, first + count * DAY, DAY)))


def new_card(chance: random.Random, uid: str) -> Item:
    team = f"team{chance.randrange(4)}"
    return Item(_CARD.format(uid=uid, name=f"n{chance.getrandbits(64)}", team=team).encode(), uid=uid, team=team)
