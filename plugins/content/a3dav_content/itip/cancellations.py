"""CANCEL in the copy of the one who receives it (RFC 5546 §3.2.5, §3.4.5, §3.5.3).

With STATUS:CANCELLED what was called off is shown so. Without it the recipient alone is no longer invited, and keeps
nothing of it (§4.2.10).
"""

from __future__ import annotations

from a3dav_content.itip.addresses import attendees
from a3dav_content.itip.cases import Case
from a3dav_content.itip.changes import is_cancelled
from a3dav_content.itip.messages import with_value
from a3dav_content.itip.own_copy import Copy
from a3dav_content.itip.past import Revision, revision_of
from a3dav_content.itip.received import Change, Received, Verdict, What
from a3dav_content.lines import Component
from a3dav_content.occurrences import is_for_the_future


def cancel(case: Case) -> Received:
    mine = {place: one for place, one in case.told().items() if _is_meant(one, case.me)}
    if not mine:
        return case.done(Verdict.NOTHING_NEW, "others are no longer invited")
    copy = case.rewritable()
    verdicts = [_place(case, copy, place, one) for place, one in mine.items()]
    if case.stored is None:
        return case.done(Verdict.UNKNOWN)
    if Verdict.APPLIED in verdicts:
        return case.written(copy)
    return case.done(max(verdicts, key=list(Verdict).index) if len(set(verdicts)) == 1 else Verdict.NOTHING_NEW)


def _is_meant(component: Component, me: frozenset[str]) -> bool:
    """Whom a message that calls nothing off leaves out stays invited."""
    named = attendees(component).keys()
    return not named or is_cancelled(component) or bool(named & me)


def _place(case: Case, copy: Copy, place: int | None, component: Component) -> Verdict:
    following = place is not None and is_for_the_future(component)
    new = revision_of(component, "-*" if following else "-")
    known = _known(case, place)
    if new.same(known) and known is not None and known.cancelled:
        return Verdict.NOTHING_NEW
    whole = case.past.whole if known is None else None
    if new.outdated(known) or (whole is not None and new.stamp < whole.stamp):
        return Verdict.STALE
    if place is None:
        return _everything(case, copy, component, new)
    case.past.parts[place] = new
    if following:
        done = copy.end_before(place)
    elif is_cancelled(component):
        done = _called_off(copy, place, component)
    else:
        done = copy.exclude(place)
    if done:
        what = What.CANCELLED if is_cancelled(component) else What.REMOVED
        case.changed.append(Change(what, place, following, comment=_comment(component)))
    return Verdict.APPLIED if done else Verdict.NOTHING_NEW


def _known(case: Case, place: int | None) -> Revision | None:
    known = case.past.whole if place is None else case.past.parts.get(place)
    return known or case.stored_revision(place)


def _everything(case: Case, copy: Copy, component: Component, new: Revision) -> Verdict:
    """All but the instances that a message no older than this one tells of."""
    past = case.past
    later = {place: one for place, one in past.parts.items() if _is_no_older(one, new)}
    past.whole, past.parts = new, later
    done = False
    for place in [place for place in copy.parts if place not in later]:
        if is_cancelled(component):
            done = _called_off(copy, place, component) or done
        else:
            del copy.parts[place]
            done = True
    if done:
        what = What.CANCELLED if is_cancelled(component) else What.REMOVED
        case.changed.append(Change(what, comment=_comment(component)))
    return Verdict.APPLIED if done else Verdict.NOTHING_NEW


def _is_no_older(told: Revision, cancelled: Revision) -> bool:
    return not told.cancelled and told.sequence >= cancelled.sequence and told.stamp >= cancelled.stamp


def _called_off(copy: Copy, place: int | None, component: Component) -> bool:
    found = copy.at(place)
    if found is None:
        return False
    found = with_value(found, "STATUS", "CANCELLED")
    for name in ("SEQUENCE", "DTSTAMP"):
        value = component.value(name)
        if value is not None:
            found = with_value(found, name, value)
    if place is None:
        copy.parts[None] = found
    else:
        copy.put(place, found)
    return True


def _comment(component: Component) -> str:
    entry = component.first("COMMENT")
    return "" if entry is None else entry.text
