"""Calendar objects and cards as people have them: the same bytes for the same seed and month."""

from __future__ import annotations

import base64
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

SPREAD_DAYS = 730
OLD_DAYS = 40 * 365
ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nX-LIC-LOCATION:Europe/Berlin\r\nBEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\n"
    "TZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
    "END:DAYLIGHT\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n"
    "DTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)
_WORDS = (
    "agenda budget call chapter coffee contract customer dentist design draft first flight garden interview invoice"
    " lunch market meeting notes office parents planning project quarterly report review room school second sprint"
    " summary team ticket training visit weekly workshop"
)
_FIRST = "Amina Anton Beatriz Chen Dana Elif Farid Greta Hana Ines Jonas Kofi Lena Mateo Nadia Omar Paula Quinn"
_LAST = "Adeyemi Bauer Costa Dubois Eriksen Fischer Gomez Haddad Ivanov Jansen Kaya Larsen Moreau Novak Okafor"
WORDS, FIRST, LAST = (names.split() for names in (_WORDS, _FIRST, _LAST))


@dataclass(frozen=True)
class Item:
    """A calendar object or card and the name it is stored under."""

    name: str
    body: bytes


@dataclass(frozen=True)
class Data:
    """What every server is filled with, and the month its queries ask for."""

    events: list[Item]
    cards: list[Item]
    months: list[tuple[date, date]]
    """Twelve months in the middle of the two years, from the first day to the first of the next."""


@dataclass(frozen=True)
class Span:
    """The days on which events begin, and whether series end within a year."""

    first: date
    days: int

    @property
    def past(self) -> bool:
        return self.days != SPREAD_DAYS


def make(events: int, cards: int, today: date, old: int = 0, seed: int = 1) -> Data:
    """Events of two years around today, and as many old ones as wanted from the years before."""
    chance, middle = random.Random(seed), today.replace(day=1)
    first = middle - timedelta(days=SPREAD_DAYS // 2)
    recent, past = Span(first, SPREAD_DAYS), Span(first - timedelta(days=OLD_DAYS), OLD_DAYS - 365)
    return Data(
        [event(chance, number, recent if number < events else past) for number in range(events + old)],
        [card(chance, number) for number in range(cards)],
        [(_months_after(middle, number), _months_after(middle, number + 1)) for number in range(-6, 6)],
    )


def _months_after(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, 12)
    return start.replace(year=start.year + years, month=month + 1)


def event(chance: random.Random, number: int, span: Span) -> Item:
    uid = f"event-{number:06}"
    day = span.first + timedelta(days=chance.randrange(span.days))
    start = datetime.combine(day, time(chance.randrange(7, 20), chance.choice((0, 15, 30))))
    stamp, more = _stamps(chance, start), _details(chance, number)
    components = [_component(uid, "".join(stamp(start)), _rule(chance, number, span.past), more)]
    if number % 40 == 0:  # every other series has two meetings that were moved
        components += [_override(uid, stamp, start + timedelta(weeks=weeks), more) for weeks in (2, 5)]
    zone = ZONE if "TZID" in components[0] else ""
    lines = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n{zone}{''.join(components)}END:VCALENDAR\r\n"
    return Item(uid + ".ics", _folded(lines))


Stamps = Callable[[datetime], list[str]]


def _stamps(chance: random.Random, start: datetime) -> Stamps:
    """The lines of start and end in the form of this event: with a zone, in UTC, or of whole days."""
    form, length = chance.random(), timedelta(minutes=chance.choice((30, 45, 60, 90, 180)))
    if form < 0.1:
        return lambda at: [
            f"DTSTART;VALUE=DATE:{at:%Y%m%d}\r\n",
            f"DTEND;VALUE=DATE:{at + timedelta(days=1):%Y%m%d}\r\n",
        ]
    if form < 0.3:
        return lambda at: [f"DTSTART:{at:%Y%m%dT%H%M%S}Z\r\n", f"DTEND:{at + length:%Y%m%dT%H%M%S}Z\r\n"]
    zone = "TZID=Europe/Berlin"
    return lambda at: [f"DTSTART;{zone}:{at:%Y%m%dT%H%M%S}\r\n", f"DTEND;{zone}:{at + length:%Y%m%dT%H%M%S}\r\n"]


def _rule(chance: random.Random, number: int, past: bool) -> str:
    if number % 20:
        return ""
    endings = (";COUNT=12", ";COUNT=40", "", ";INTERVAL=2")[: 2 if past else 4]
    return f"RRULE:FREQ=WEEKLY{chance.choice(endings)}\r\n"


def _override(uid: str, stamp: Stamps, at: datetime, more: str) -> str:
    recurrence = stamp(at)[0].replace("DTSTART", "RECURRENCE-ID")
    return _component(uid, "".join(stamp(at + timedelta(hours=1))), recurrence, more)


def _component(uid: str, times: str, rule: str, more: str) -> str:
    return (
        f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\nCREATED:20260101T000000Z\r\n"
        f"SEQUENCE:0\r\n{times}{rule}{more}END:VEVENT\r\n"
    )


def _details(chance: random.Random, number: int) -> str:
    lines = [f"SUMMARY:{_words(chance, 2, 6).capitalize()}", f"DESCRIPTION:{_words(chance, 5, 60)}"]
    if chance.random() < 0.5:
        lines.append(f"LOCATION:{_words(chance, 1, 3)}")
    if number % 4 == 1:
        lines.append(f"ORGANIZER;CN={_name(chance)}:mailto:organizer{number % 50}@example.com")
        lines += [
            f"ATTENDEE;CN={_name(chance)};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:"
            f"guest{guest}@example.com"
            for guest in range(chance.randrange(2, 7))
        ]
    if chance.random() < 0.4:
        lines += ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "DESCRIPTION:Reminder", "END:VALARM"]
    return "\r\n".join([*lines, ""])


def card(chance: random.Random, number: int) -> Item:
    uid, name = f"card-{number:06}", _name(chance)
    first, last = name.split()
    lines = [
        "BEGIN:VCARD", "VERSION:3.0", f"UID:{uid}", f"FN:{name}", f"N:{last};{first};;;",
        f"ORG:{_words(chance, 1, 3).title()}", f"EMAIL;TYPE=WORK:{first}.{last}.{number}@example.com".lower(),
        f"TEL;TYPE=CELL:+49 151 {chance.randrange(10**7):07}",
        f"ADR;TYPE=HOME:;;{_words(chance, 1, 2).title()} {chance.randrange(200)};Berlin;;10115;Germany",
        f"NOTE:{_words(chance, 0, 30)}",
    ]  # fmt: skip
    if number % 20 == 0:
        lines.append(f"PHOTO;ENCODING=b;TYPE=JPEG:{base64.b64encode(chance.randbytes(1500)).decode()}")
    return Item(uid + ".vcf", _folded("\r\n".join([*lines, "END:VCARD", ""])))


def _name(chance: random.Random) -> str:
    return f"{chance.choice(FIRST)} {chance.choice(LAST)}"


def _words(chance: random.Random, least: int, most: int) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randrange(least, most + 1)))


def _folded(text: str) -> bytes:
    return "".join(piece for line in text.split("\r\n")[:-1] for piece in _pieces(line)).encode()


def _pieces(line: str) -> Iterator[str]:
    yield line[:75]
    for start in range(75, len(line), 74):
        yield f"\r\n {line[start : start + 74]}"
    yield "\r\n"
