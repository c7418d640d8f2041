"""REQUEST and PUBLISH in the copy of the one who receives them (RFC 5546 §3.2.1, §3.2.2, RFC 6638 §4.1).

A message with a master says everything, so what it leaves out is gone. One about instances alone says no more than
these, and may come before the series does.
"""

from __future__ import annotations

from collections.abc import Set
from hashlib import blake2b

from a3dav_content.itip.answers import answer_again
from a3dav_content.itip.cases import Case, concerns
from a3dav_content.itip.changes import changes
from a3dav_content.itip.messages import sequence_of
from a3dav_content.itip.own import merged
from a3dav_content.itip.own_copy import Copy, told
from a3dav_content.itip.past import Revision, revision_of
from a3dav_content.itip.received import Received, Verdict
from a3dav_content.lines import Component, serialise

NEVER = -1
Parts = dict[int | None, Component]


def request(case: Case) -> Received:
    parts = case.told()
    published = case.message.method == "PUBLISH"
    mine = {place: one for place, one in parts.items() if published or concerns(one, case.me)}
    if not mine:
        return case.done(Verdict.REFUSED, "the recipient is not invited")
    if not published and case.message.originator != case.message.organizer:
        mine = {place: one for place, one in mine.items() if not _has(case, place)}
        if not mine:
            return case.done(Verdict.NOTHING_NEW, "the recipient has it from the organizer")
    return _whole(case, parts, mine) if None in parts else _instances(case, mine)


def _has(case: Case, place: int | None) -> bool:
    """An attendee who delegates to somebody who is invited already changes nothing for them (RFC 5546 §6.1.1)."""
    if case.copy is None:
        return False
    if place is None:
        return any(concerns(component, case.me) for component in case.copy.parts.values())
    component = case.copy.at(place)
    return component is not None and concerns(component, case.me)


# -- everything ------------------------------------------------------------------------------------


def _whole(case: Case, parts: Parts, mine: Parts) -> Received:
    digest = blake2b(serialise(case.message.calendar), digest_size=6).hexdigest()
    new = revision_of(_of_the_series(parts))._replace(digest=digest)
    known = case.past.whole or case.stored_revision(None)
    if new.same(known):
        return case.done(Verdict.NOTHING_NEW)
    if new.outdated(known):
        return case.done(Verdict.STALE)
    case.past.whole = new
    if case.copy is None and known is not None and not known.cancelled and new.sequence <= known.sequence:
        return case.done(Verdict.NOTHING_NEW, "the recipient removed it, and nothing was asked anew")
    rewriting = Rewriting(case, new, parts, mine)
    rewriting.master()
    rewriting.overrides()
    rewriting.later_ones()
    rewriting.own_ones()
    rewriting.remember()
    return _finished(case, rewriting.copy, rewriting.again)


def _of_the_series(parts: Parts) -> Component:
    return parts[None]


class Rewriting:
    """A copy that is written anew from a message about everything."""

    def __init__(self, case: Case, new: Revision, parts: Parts, mine: Parts) -> None:
        self.case, self.old, self.revision = case, case.copy, new
        self.parts, self.mine = parts, mine
        self.copy = case.blank()
        self.again: list[Component] = []
        self.told_out: set[int] = set()
        self.later = {place: one for place, one in case.past.parts.items() if one.stamp > new.stamp}

    def master(self) -> None:
        component = self.mine.get(None)
        if component is not None:
            old = self.old.master if self.old is not None else None
            self._put(None, component, old)
            self.told_out = set(self.copy.excluded())
            self._look_around()

    def _look_around(self) -> None:
        old = self.old
        places = {*self.later, *self.parts, *(old.overrides if old is not None else ()), *taken_out(self.case)}
        for copy in (self.copy, old):
            if copy is not None:
                copy.regular.look_at(place for place in places if place is not None)

    def overrides(self) -> None:
        for place, component in self.parts.items():
            if place is None or (place in self.later and revision_of(component).outdated(self.later[place])):
                continue
            self.later.pop(place, None)
            if place not in self.mine or removed_by_recipient(self.case, place, component):
                self.copy.exclude(place)
            else:
                self._put(place, component, base_of(self.old, place))

    def _put(self, place: int | None, component: Component, old: Component | None) -> None:
        revised = sequence_of(component) > known_sequence(self.case, place)
        found = merged(component, old, self.case.me, revised=revised)
        if found.again:
            self.again.append(found.component)
        if place is None:
            self.copy.parts[None] = found.component
        else:
            self.copy.put(place, found.component)

    def later_ones(self) -> None:
        """Instances that a newer message told of, though it came earlier."""
        for place, known in self.later.items():
            found = self.old.parts.get(place) if self.old is not None else None
            if known.following:
                self.copy.end_before(place)
            elif found is not None:
                self.copy.put(place, found)
            else:
                self.copy.exclude(place)

    def own_ones(self) -> None:
        """What the recipient said of single instances that the organizer does not tell of, perhaps for not knowing."""
        old = self.old
        if old is None or old.master is None or self.copy.master is None:
            return
        if sequence_of(self.copy.master) > sequence_of(old.master):
            return
        for place, component in old.overrides.items():
            found = self.copy.at(place) if place not in self.parts and place not in self.later else None
            if found is not None:
                own = merged(found, component, self.case.me, revised=False).component
                if told(own) != told(found):
                    self.copy.put(place, own)
        for place in taken_out(self.case) - self.parts.keys() - self.later.keys():
            self.copy.exclude(place)

    def remember(self) -> None:
        """An instance has a revision of its own where that differs from the one of the whole."""
        differing = {
            place: revision_of(component)
            for place, component in self.parts.items()
            if place is not None and sequence_of(component) != self.revision.sequence
        }
        self.case.past.parts = {**differing, **self.later}
        self.case.past.excluded = self.told_out


# -- single instances ------------------------------------------------------------------------------


def _instances(case: Case, mine: Parts) -> Received:
    copy = case.rewritable()
    again: list[Component] = []
    places = [place for place in mine if place is not None]
    for found in (copy, case.copy):
        if found is not None:
            found.regular.look_at(places)
    verdicts = {_instance(case, copy, place, one, again) for place, one in mine.items() if place is not None}
    if Verdict.APPLIED in verdicts:
        return _finished(case, copy, again)
    return case.done(Verdict.NOTHING_NEW if Verdict.NOTHING_NEW in verdicts else Verdict.STALE)


def _instance(case: Case, copy: Copy, place: int, component: Component, again: list[Component]) -> Verdict:
    new = revision_of(component)
    known = case.past.parts.get(place) or case.stored_revision(place)
    if new.same(known):
        return Verdict.NOTHING_NEW
    whole = case.past.whole if known is None else None
    if new.outdated(known) or (whole is not None and new.stamp < whole.stamp):
        return Verdict.STALE
    removed = removed_by_recipient(case, place, component)
    revised = new.sequence > known_sequence(case, place)
    case.past.parts[place] = new
    if removed:
        return Verdict.NOTHING_NEW
    copy.include(place)
    if copy.master is not None and copy.at(place) is None:
        case.refresh()
    found = merged(component, base_of(case.copy, place), case.me, revised=revised)
    copy.put(place, found.component)
    if found.again:
        again.append(found.component)
    return Verdict.APPLIED


# -- both ------------------------------------------------------------------------------------------


def base_of(old: Copy | None, place: int) -> Component | None:
    """What the user has at a place, or would have if the series had that instance."""
    if old is None:
        return None
    return old.at(place) or old.master


def known_sequence(case: Case, place: int | None) -> int:
    """The revision that the user could answer."""
    old = case.copy
    if old is not None and place in old.parts:
        return sequence_of(old.parts[place])
    if place is not None and place in case.past.parts:
        return case.past.parts[place].sequence
    return sequence_of(old.master) if old is not None and old.master is not None else NEVER


def removed_by_recipient(case: Case, place: int, component: Component) -> bool:
    """True for an instance that its attendee took out, unless it is asked anew: that was a way to decline."""
    old, known = case.copy, case.past.parts.get(place)
    if old is not None and place in old.parts:
        return False
    if old is not None and old.master is not None:
        return place in taken_out(case) and sequence_of(component) <= known_sequence(case, place)
    told_last = known or (case.past.whole if old is None else None)
    return told_last is not None and not told_last.cancelled and sequence_of(component) <= told_last.sequence


def taken_out(case: Case) -> Set[int]:
    """Instances that the recipient took out of the series, rather than the organizer."""
    if case.copy is None:
        return set()
    cancelled = {place for place, revision in case.past.parts.items() if revision.cancelled}
    return case.copy.excluded() - case.past.excluded - cancelled


def _finished(case: Case, copy: Copy, again: list[Component]) -> Received:
    to_series = any(component.first("RECURRENCE-ID") is None for component in again)
    answer_again(case, list(copy.parts.values()) if to_series else again)
    case.changed.extend(changes(case.copy, copy, published=case.message.method == "PUBLISH"))
    return case.written(copy)
