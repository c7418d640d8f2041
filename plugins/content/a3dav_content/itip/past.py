"""Which revisions of an object a user has received (RFC 5546 §2.1.5), also of objects that are gone or never came.

Clients write DTSTAMP, drop parameters and delete objects, so none of this can be read off the stored object.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import NamedTuple

from a3dav_content.itip.messages import dtstamp_of, sequence_of
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

    def dump(self) -> str:
        if self.whole is None and not self.parts and not self.answers:
            return ""
        self._forget()
        told = {
            "whole": self.whole,
            "parts": {str(place): revision for place, revision in self.parts.items()},
            "excluded": sorted(self.excluded)[-MOST:],
            "answers": {who: dict(_written(answers)) for who, answers in self.answers.items()},
        }
        return json.dumps({name: value for name, value in told.items() if value}, separators=(",", ":"))

    @classmethod
    def load(cls, text: str) -> Past:
        """Nothing for a text that cannot be read: a past that is lost costs order, never data."""
        try:
            told = json.loads(text) if text else {}
            whole = Revision(*told["whole"]) if "whole" in told else None
            parts = {int(place): Revision(*entry) for place, entry in told.get("parts", {}).items()}
            excluded = set(map(int, told.get("excluded", ())))
            answers = {who: dict(_read(entries)) for who, entries in told.get("answers", {}).items()}
        except (ValueError, TypeError, AttributeError, KeyError, IndexError):
            return cls()
        return cls(whole, parts, excluded, answers)

    def _forget(self) -> None:
        if len(self.parts) > MOST:
            newest = sorted(self.parts, key=lambda place: self.parts[place].stamp)[-MOST:]
            self.parts = {place: self.parts[place] for place in newest}
        stamps = sorted(answer.revision.stamp for answers in self.answers.values() for answer in answers.values())
        if len(stamps) > MOST:
            since = stamps[-MOST]
            for who, answers in list(self.answers.items()):
                self.answers[who] = {k: answer for k, answer in answers.items() if answer.revision.stamp >= since}


def _written(answers: Answers) -> Iterator[tuple[str, list[object]]]:
    for place, answer in answers.items():
        yield "" if place is None else str(place), [answer.revision, answer.held]


def _read(entries: dict[str, list[list[object]]]) -> Iterator[tuple[int | None, Answer]]:
    for place, (revision, held) in entries.items():
        yield (int(place) if place else None), Answer(Revision(*revision), str(held))  # type: ignore[arg-type]
