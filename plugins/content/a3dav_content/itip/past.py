"""Which revisions of an object a user has received (RFC 5546 §2.1.5), also of objects that are gone or never came.

Clients write DTSTAMP, drop parameters and delete objects, so none of this can be read off the stored object.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import NamedTuple

from a3dav_content.itip.messages import Message, dtstamp_of, sequence_of
from a3dav_content.lines import Component, serialise

MOST = 2000
"""So many instances and answers are remembered; the oldest are forgotten first."""


class Revision(NamedTuple):
    """`digest` tells two messages of one second apart; `state` is "" for what was sent, "-" for what was cancelled."""

    sequence: int
    stamp: int
    digest: str = ""
    state: str = ""

    @property
    def cancelled(self) -> bool:
        return self.state != ""

    @property
    def following(self) -> bool:
        """Cancelled from this instance on."""
        return self.state == "-*"

    def same(self, known: Revision | None) -> bool:
        return known is not None and self[:3] == known[:3] and bool(self.digest)

    def outdated(self, known: Revision | None) -> bool:
        """RFC 5546 §2.1.5: SEQUENCE decides, then DTSTAMP; what was cancelled at the same time stays so."""
        if known is None:
            return False
        if known.cancelled and not self.cancelled:
            return self[:2] <= known[:2]
        return self[:2] < known[:2]


def revision_of(component: Component, state: str = "") -> Revision:
    digest = blake2b(serialise(component), digest_size=6).hexdigest()
    return Revision(sequence_of(component), dtstamp_of(component), digest, state)


@dataclass(slots=True)
class Answer:
    """The last reply of an attendee about a place; `held` is a PARTSTAT that waits for the delegation it tells of."""

    revision: Revision
    held: str = ""


Answers = dict[int | None, Answer]


@dataclass(slots=True)
class Past:
    """`whole` is the last message about everything, `parts` are those about single instances since.

    `excluded` are the instances that the whole left out: what else is missing, its recipient took out.
    """

    whole: Revision | None = None
    parts: dict[int, Revision] = field(default_factory=dict)
    excluded: set[int] = field(default_factory=set)
    answers: dict[str, Answers] = field(default_factory=dict)
    told: dict[str, dict[int | None, int]] = field(default_factory=dict)
    """The sequence numbers that each attendee was told last."""

    def least(self, attendee: str, place: int | None) -> int | None:
        """The earliest revision that a reply of this attendee may be to; None where nobody noted it."""
        told = self.told.get(attendee, {})
        return told.get(place, told.get(None))

    def note(self, message: Message) -> None:
        if message.method == "CANCEL" and None in message.places():
            self.told.pop(message.recipient, None)
        if message.method == "REQUEST":
            numbers = {place: sequence_of(component) for place, component in message.places().items()}
            before = {} if None in numbers else self.told.get(message.recipient, {})
            self.told[message.recipient] = {**before, **numbers}

    def dump(self) -> str:
        self._forget()
        told = {
            "whole": self.whole,
            "parts": {str(place): revision for place, revision in self.parts.items()},
            "excluded": sorted(self.excluded)[-MOST:],
            "answers": {who: dict(_written(answers)) for who, answers in self.answers.items()},
            "told": {who: dict(_numbers(numbers)) for who, numbers in self.told.items()},
        }
        kept = {name: value for name, value in told.items() if value}
        return json.dumps(kept, separators=(",", ":")) if kept else ""

    @classmethod
    def load(cls, text: str) -> Past:
        """Nothing for a text that cannot be read: a past that is lost costs order, never data."""
        try:
            told = json.loads(text) if text else {}
            whole = Revision(*told["whole"]) if "whole" in told else None
            parts = {int(place): Revision(*entry) for place, entry in told.get("parts", {}).items()}
            excluded = set(map(int, told.get("excluded", ())))
            answers = {who: dict(_read(entries)) for who, entries in told.get("answers", {}).items()}
            told_last = {who: _places(numbers) for who, numbers in told.get("told", {}).items()}
        except (ValueError, TypeError, AttributeError, KeyError, IndexError):
            return cls()
        return cls(whole, parts, excluded, answers, told_last)

    def _forget(self) -> None:
        if len(self.parts) > MOST:
            newest = sorted(self.parts, key=lambda place: self.parts[place].stamp)[-MOST:]
            self.parts = {place: self.parts[place] for place in newest}
        stamps = sorted(answer.revision.stamp for answers in self.answers.values() for answer in answers.values())
        if len(stamps) > MOST:
            since = stamps[-MOST]
            for who, answers in list(self.answers.items()):
                self.answers[who] = {k: answer for k, answer in answers.items() if answer.revision.stamp >= since}


def sent(past: str, messages: Iterable[Message]) -> str:
    """The past of an organizer who has sent these messages: replies to earlier ones are late from now on."""
    found = Past.load(past)
    for message in messages:
        found.note(message)
    return found.dump()


def _numbers(numbers: dict[int | None, int]) -> Iterator[tuple[str, int]]:
    """An instance is named where its number is not that of the series."""
    for place, number in numbers.items():
        if place is None or number != numbers.get(None):
            yield "" if place is None else str(place), number


def _places(numbers: dict[str, int]) -> dict[int | None, int]:
    return {int(place) if place else None: int(number) for place, number in numbers.items()}


def _written(answers: Answers) -> Iterator[tuple[str, list[object]]]:
    for place, answer in answers.items():
        yield "" if place is None else str(place), [answer.revision, answer.held]


def _read(entries: dict[str, list[list[object]]]) -> Iterator[tuple[int | None, Answer]]:
    for place, (revision, held) in entries.items():
        yield (int(place) if place else None), Answer(Revision(*revision), str(held))  # type: ignore[arg-type]
