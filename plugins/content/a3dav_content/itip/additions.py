"""ADD in the copy of the one who receives it (RFC 5546 §3.2.4): one more instance, as if an RDATE named it."""

from __future__ import annotations

from a3dav_content.dates import moment_of
from a3dav_content.itip.cases import Case, concerns
from a3dav_content.itip.messages import sequence_of, with_value
from a3dav_content.itip.own import merged
from a3dav_content.itip.own_copy import Copy, told
from a3dav_content.itip.past import revision_of
from a3dav_content.itip.places import place_at
from a3dav_content.itip.received import Change, Received, Verdict, What
from a3dav_content.lines import Component
from a3dav_content.occurrences import Instances

_ASIDE = ("DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE", "RECURRENCE-ID")


def add(case: Case) -> Received:
    component = case.message.components[0]
    start = component.first("DTSTART")
    if case.copy is None or case.copy.master is None or start is None:
        case.refresh()
        return case.done(Verdict.UNKNOWN, "there is no series to add to")
    if component.name != "VJOURNAL" and not concerns(component, case.me):
        return case.done(Verdict.REFUSED, "the recipient is not invited")
    said = Instances(case.message.object())
    place = place_at(moment_of(start), said, Instances(case.copy.found))
    new, past = revision_of(component), case.past
    known = past.parts.get(place)
    if new.same(known):
        return case.done(Verdict.NOTHING_NEW)
    if new.outdated(known) or (past.whole is not None and new.stamp < past.whole.stamp):
        return case.done(Verdict.STALE)
    past.parts[place] = new
    case.changed.append(Change(What.INVITED, place))
    return case.written(_with_instance(case, place, component))


def _with_instance(case: Case, place: int, component: Component) -> Copy:
    copy = case.rewritable()
    copy.include(place)
    if copy.occurrence(place) is None:
        copy.add_date(place)
    master = copy.master
    if master is not None and sequence_of(component) > sequence_of(master):
        copy.parts[None] = with_value(master, "SEQUENCE", str(sequence_of(component)))
    own = merged(component, master, case.me, revised=True).component
    implied = copy.at(place)
    if implied is None or told(own, _ASIDE) != told(implied, _ASIDE):
        copy.put(place, own)
    return copy
