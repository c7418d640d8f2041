"""What an organizer and an attendee may change (RFC 6638 §3.2.1, §3.2.2.1, §3.2.4)."""

from __future__ import annotations

from collections.abc import Set

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import format_utc
from a3dav_content.errors import ContentError
from a3dav_content.itip.addresses import agent, attendee, attendees, delegated_to, organizer_of, partstat
from a3dav_content.itip.copies import is_delegate_of
from a3dav_content.itip.meaning import REVISIONS, TIMES
from a3dav_content.itip.snapshots import STEPS, Snapshot, gains
from a3dav_content.lines import Component, Property, line_of, serialise, unescape_text

SAME_ORGANIZER = "same-organizer-in-all-components"
ORGANIZER_CHANGE = "allowed-organizer-scheduling-object-change"
ATTENDEE_CHANGE = "allowed-attendee-scheduling-object-change"


class ForbiddenChange(ContentError):
    """A change that is not the user's to make; `precondition` is the name of the CALDAV element that says so."""

    def __init__(self, precondition: str, message: str, line: int | None = None) -> None:
        super().__init__(message, line)
        self.precondition = precondition


def judge_same_organizer(after: CalendarObject) -> None:
    """RFC 6638 §3.2.4.2."""
    organizers = {address for component in after.components if (address := organizer_of(component))}
    if len(organizers) > 1:
        raise ForbiddenChange(SAME_ORGANIZER, "components of one object have several organizers")


def judge_organizer_change(
    before: CalendarObject | None, after: CalendarObject, me: Set[str], internal: Set[str] = frozenset()
) -> None:
    """Raises ForbiddenChange.

    `internal` are the addresses of users of this server: how these take part they say themselves, while a client
    enters the replies of others that reach it by mail.
    """
    judge_same_organizer(after)
    old = organizer_of(before.components[0]) if before is not None else ""
    new = next((address for component in after.components if (address := organizer_of(component))), "")
    if old and new and old != new:
        raise ForbiddenChange(ORGANIZER_CHANGE, f"the organizer does not change, from {old[:80]} to {new[:80]}")
    if internal:
        _judge_participation(before, after, internal - me)


def _judge_participation(before: CalendarObject | None, after: CalendarObject, others: Set[str]) -> None:
    """RFC 6638 §3.2.1: an organizer can only ask again."""
    old, new = (None if before is None else Snapshot(before)), Snapshot(after)
    if old is not None:
        old.look_at(new.places)
    for place, component in new.at.items():
        prior = old.component(place) if old is not None else None
        known = attendees(prior) if prior is not None else {}
        for address, entry in attendees(component).items():
            said = {"NEEDS-ACTION", partstat(known[address]) if address in known else ""}
            if address in others and agent(entry) == "SERVER" and partstat(entry) not in said:
                raise ForbiddenChange(ORGANIZER_CHANGE, f"PARTSTAT of {address[:80]} is theirs to change", entry.line)


_THEIRS = REVISIONS | {
    "TRANSP",
    "PERCENT-COMPLETE",
    "COMPLETED",
    "CATEGORIES",
    "COLOR",
    "COMMENT",
    "CLASS",
    "REQUEST-STATUS",
}
"""Beside the list of RFC 6638 §3.2.2.1: how somebody files an event, shows it to others and comments on it."""
_APART = TIMES | {"UID", "RECURRENCE-ID", "RRULE", "RDATE", "EXDATE", "ATTENDEE", "ORGANIZER"}


def judge_attendee_change(
    before: CalendarObject | None, after: CalendarObject, me: Set[str], budget: Budget | None = None
) -> None:
    """Raises ForbiddenChange for what is the organizer's to change (RFC 6638 §3.2.2.1)."""
    judge_same_organizer(after)
    if before is None:
        return
    steps = budget or Budget(STEPS)
    old, new = Snapshot(before, steps), Snapshot(after, steps)
    if (before.component, before.uid) != (after.component, after.uid):
        raise _forbidden("the kind of component and its UID stay")
    _judge_series(old, new)
    old.look_at(new.places)
    new.look_at(old.places)
    for place, component in new.at.items():
        prior = old.component(place)
        if prior is None:
            raise _forbidden(f"there is no instance at {_told(place)}", component.line)
        _judge_component(prior, component, me)
        if old.times(place) != new.times(place):
            raise _forbidden(f"the time at {_told(place)} is the organizer's", component.line)
    for place in old.places - new.places:
        _judge_removed(place, old, new, me)


def _forbidden(message: str, line: int | None = None) -> ForbiddenChange:
    return ForbiddenChange(ATTENDEE_CHANGE, message, line)


def _told(place: int | None) -> str:
    return "the start" if place is None else format_utc(place)


def _judge_series(old: Snapshot, new: Snapshot) -> None:
    if (old.master is None) is not (new.master is None):
        raise _forbidden("an attendee neither adds nor removes the series itself")
    if old.rules != new.rules or old.added.keys() != new.added.keys():
        raise _forbidden("the recurrence is the organizer's")
    if old.rules and old.clock != new.clock and (gains(old, new) or gains(new, old)):
        raise _forbidden("the time zone of the series is the organizer's")
    if old.excluded.keys() - new.excluded.keys():
        raise _forbidden("an attendee brings back no instance that is excluded")


def _judge_removed(place: int, old: Snapshot, new: Snapshot, me: Set[str]) -> None:
    """An override goes with its instance, or where it says no more than the series."""
    left = new.component(place)
    if left is None:
        return
    _judge_component(old.at[place], left, me)
    if old.times(place) != new.times(place):
        raise _forbidden(f"the change of the instance at {_told(place)} is the organizer's")


def _judge_component(old: Component, new: Component, me: Set[str]) -> None:
    differing = sorted(_lines(old) ^ _lines(new))
    if differing:
        raise _forbidden(f"{differing[0].partition(':')[0].partition(';')[0]} is the organizer's", new.line)
    if organizer_of(old) != organizer_of(new):
        raise _forbidden("ORGANIZER is not an attendee's to change", new.line)
    _judge_people(old, new, me)


def _lines(component: Component) -> frozenset[str]:
    theirs = _THEIRS | _APART | ({"STATUS"} if component.name == "VTODO" else set())
    lines = {_line(e) for e in component.properties if e.name not in theirs and not e.name.startswith("X-")}
    inner = {serialise(child).decode() for child in component.components}
    return frozenset((lines - {""}) | {text for text in inner if not text.startswith("BEGIN:VALARM")})


def _line(entry: Property) -> str:
    value = unescape_text(entry.value).strip()
    params = tuple(sorted((name, values) for name, values in entry.params if not name.startswith("X-")))
    return line_of(Property(entry.name, value, params)) if value else ""


def _judge_people(old: Component, new: Component, me: Set[str]) -> None:
    """An attendee adds those to whom they delegate, and takes them out again."""
    before, after = attendees(old), attendees(new)
    own = attendee(new, me)
    if own is None and attendee(old, me) is not None:
        raise _forbidden("an attendee declines instead of leaving the list", new.line)
    chosen = set(delegated_to(own)) if own is not None else set()
    added = after.keys() - before.keys() - chosen - me
    gone = {a for a in before.keys() - after.keys() - me if not is_delegate_of(before[a], me)}
    for address in sorted(added | gone):
        raise _forbidden(f"whether {address[:80]} is invited is the organizer's to say", new.line)
