"""What an attendee's change tells the organizer (RFC 6638 §3.2.2), and those to whom the attendee delegates."""

from __future__ import annotations

from collections.abc import Set

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip.addresses import address_of, agent, force_send
from a3dav_content.itip.answering import PROGRESS, Answers, delegates
from a3dav_content.itip.copies import kept_copy
from a3dav_content.itip.masking import view_of
from a3dav_content.itip.messages import Message
from a3dav_content.itip.roles import Outgoing, role_of
from a3dav_content.itip.sending import Sender
from a3dav_content.itip.snapshots import STEPS, Snapshot
from a3dav_content.lines import Component


def attendee_changes(
    before: CalendarObject | None,
    after: CalendarObject | None,
    me: Set[str],
    now: int,
    *,
    reply: bool = True,
    sent_by: str = "",
    budget: Budget | None = None,
) -> Outgoing:
    """REPLY to the organizer, REQUEST to delegates, and what is to be kept.

    `reply` is what Schedule-Reply says about a removal (RFC 6638 §8.1). An object in which the user is no attendee
    counts as absent.
    """
    steps = budget or Budget(STEPS)
    old = Snapshot(before, steps) if before is not None and role_of(before, me) == "attendee" else None
    new = Snapshot(after, steps) if after is not None and role_of(after, me) == "attendee" else None
    was = None if old is None else Answers(old, me, now, sent_by)
    if new is not None:
        return _changed(was, new, me, now, sent_by)
    if was is None or not reply or not _is_served(was.snapshot):
        return Outgoing()
    return _outgoing(_declined(was, was.snapshot.at))


def _outgoing(*messages: Message | None) -> Outgoing:
    return Outgoing(tuple(found for found in messages if found is not None))


def _is_served(snapshot: Snapshot) -> bool:
    """RFC 6638 §7.1: SCHEDULE-AGENT of the organizer."""
    entry = snapshot.found.components[0].first("ORGANIZER")
    return entry is not None and agent(entry) == "SERVER"


def _declined(was: Answers, places: Set[int | None] | dict[int | None, Component]) -> Message | None:
    """What is removed is declined, unless it was so before."""
    return was.reply({place: "DECLINED" for place in places if was.status(place) not in {"", "DECLINED"}})


def _changed(was: Answers | None, new: Snapshot, me: Set[str], now: int, sent_by: str) -> Outgoing:
    if not _is_served(new):
        return Outgoing()
    old = None if was is None else was.snapshot
    if old is not None:
        places = old.places | new.places | new.excluded.keys()
        old.look_at(places)
        new.look_at(places)
    kept = kept_copy(old, new, me)
    told = Answers(new if kept is None else Snapshot(kept, new.instances.budget), me, now, sent_by)
    heard = {comment.value for c in old.found.components for comment in c.all("COMMENT")} if old is not None else set()
    news = _news(was, told, forced=_is_forced(new))
    gone = None if was is None else _declined(was, _removed(was.snapshot, told.snapshot))
    if None in news:  # an answer to the series alone would be taken as one to instances that stay as they were
        news |= {place: status for place in told.snapshot.at if (status := told.status(place))}
    messages = _outgoing(told.reply(news, heard), gone, *_to_delegates(was, told, news)).messages
    return Outgoing(messages, kept)


def _is_forced(new: Snapshot) -> bool:
    entries = (component.first("ORGANIZER") for component in new.found.components)
    return any(entry is not None and force_send(entry) == "REPLY" for entry in entries)


def _news(was: Answers | None, told: Answers, *, forced: bool) -> dict[int | None, str]:
    """The instances of which the organizer has to hear, with the status there."""
    places = set(told.snapshot.at)
    if was is not None:
        told.snapshot.look_at(was.snapshot.places)
        places |= {p for p in was.snapshot.places - told.snapshot.places if told.snapshot.holds(p)}
    own = {place: told.status(place) for place in places}
    return {place: status for place, status in own.items() if status and (forced or _is_news(was, told, place))}


def _is_news(was: Answers | None, told: Answers, place: int | None) -> bool:
    before = was.status(place) if was is not None else ""
    if (before or "NEEDS-ACTION") != told.status(place):
        return True
    old = was.snapshot.component(place) if was is not None else None
    new = told.snapshot.component(place)
    return old is not None and new is not None and (_progress(old) != _progress(new) or _delegated(was, told, place))


def _progress(component: Component) -> list[str]:
    """RFC 5546 §3.4.3: how far a to-do is."""
    if component.name != "VTODO":
        return []
    return sorted(f"{e.name}:{e.value.strip()}" for e in component.properties if e.name in PROGRESS)


def _delegated(was: Answers | None, told: Answers, place: int | None) -> bool:
    before, after = was.entry(place) if was is not None else None, told.entry(place)
    return (delegates(before) if before else ()) != (delegates(after) if after else ())


def _removed(old: Snapshot, new: Snapshot) -> set[int | None]:
    """The instances that an attendee has taken out, by EXDATE or with the override that was all there was."""
    excluded = new.excluded.keys() - old.excluded.keys()
    gone = old.places - new.places
    return {*(place for place in excluded if old.holds(place)), *(place for place in gone if not new.holds(place))}


def _to_delegates(was: Answers | None, told: Answers, news: dict[int | None, str]) -> list[Message]:
    """The invitation as the attendee has it, passed on (RFC 5546 §3.2.2.3)."""
    chosen: dict[str, str] = {}
    for place in news:
        entry = told.entry(place)
        if entry is not None and (was is None or _delegated(was, told, place)):
            chosen |= dict.fromkeys(delegates(entry), address_of(entry))
    views = {address: view_of(told.snapshot, address) for address in chosen}
    return [
        Sender(told.snapshot, told.now, "", originator=chosen[address]).request(address, view)
        for address, view in views.items() if view
    ]  # fmt: skip
