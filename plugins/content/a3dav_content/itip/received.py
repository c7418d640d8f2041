"""What became of a received message: a verdict, the object to keep, what changed, and what is to be sent on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip.messages import Message


class Verdict(Enum):
    APPLIED = "applied"
    NOTHING_NEW = "nothing new"
    """The same again, as after a second delivery."""
    STALE = "stale"
    """Something newer has been received, or been said, before."""
    UNKNOWN = "unknown"
    """About an object or an instance that is not there."""
    REFUSED = "refused"
    """From somebody who has no say in it, or to somebody whom it does not concern."""


class What(Enum):
    """What happened to an object or to one of its instances."""

    INVITED = "invited"
    PUBLISHED = "published"
    RESCHEDULED = "rescheduled"
    UPDATED = "updated"
    CANCELLED = "cancelled"
    REMOVED = "removed"
    """It stays for others: the recipient alone is no longer invited."""
    ANSWERED = "answered"
    DELEGATED = "delegated"
    PROGRESSED = "progressed"
    """Somebody told how far they got with a to-do."""
    FAILED = "failed"
    """The calendar of an attendee did not take the request: see `codes`."""
    PROPOSED = "proposed"
    PROPOSAL_DECLINED = "proposal declined"


@dataclass(slots=True, frozen=True)
class Change:
    """`place` is the instance as an instant, None for the whole; the rest is told where it applies."""

    what: What
    place: int | None = None
    following: bool = False
    attendee: str = ""
    partstat: str = ""
    comment: str = ""
    percent: int | None = None
    codes: tuple[str, ...] = ()


@dataclass(slots=True, frozen=True)
class Received:
    """`stored` is what to keep: the very object that was given where nothing is to be written, None for none.

    `past` is kept beside the user and the UID, whether there is an object or not, and given to the next `receive`.
    """

    verdict: Verdict
    stored: CalendarObject | None
    past: str = ""
    changed: tuple[Change, ...] = ()
    reply: tuple[Message, ...] = ()
    reason: str = ""
