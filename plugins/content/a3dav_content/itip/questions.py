"""REFRESH, COUNTER and DECLINECOUNTER (RFC 5546 §3.2.6 to §3.2.8): they change no object."""

from __future__ import annotations

from a3dav_content.itip.addresses import attendees, organizer_of
from a3dav_content.itip.cases import Case
from a3dav_content.itip.messages import sequence_of
from a3dav_content.itip.received import Change, Received, Verdict, What
from a3dav_content.itip.replies import replier
from a3dav_content.lines import Component


def refresh(case: Case) -> Received:
    """Answered with what that attendee may see, and for nobody else (§6.1.6)."""
    copy, asking = case.copy, case.message.originator
    if copy is None:
        return case.done(Verdict.UNKNOWN)
    objection = _objection(case, [c for c in copy.parts.values() if asking in attendees(c)])
    if objection:
        return case.done(Verdict.REFUSED, objection)
    case.resend(asking, copy.found)
    return case.done(Verdict.APPLIED)


def counter(case: Case) -> Received:
    """For the organizer to see, who takes it up by a change of their own."""
    return _proposal(case, What.PROPOSED)


def decline_counter(case: Case) -> Received:
    return _proposal(case, What.PROPOSAL_DECLINED)


def _proposal(case: Case, what: What) -> Received:
    copy = case.copy
    if copy is None:
        return case.done(Verdict.UNKNOWN)
    changed = []
    for place, component in case.told().items():
        target = copy.at(place)
        if target is None:
            return case.done(Verdict.UNKNOWN, "there is no such instance")
        if what is What.PROPOSED:
            objection = _objection(case, [target] if replier(target, case.message.originator) else [])
            if objection:
                return case.done(Verdict.REFUSED, objection)
        if sequence_of(component) < sequence_of(target):
            return case.done(Verdict.STALE, "it is about an earlier revision")
        comment = component.first("COMMENT")
        said = "" if comment is None else comment.text
        changed.append(Change(what, place, attendee=_attendee(case, what), comment=said))
    return Received(Verdict.APPLIED, case.stored, case.past.dump(), tuple(changed))


def _attendee(case: Case, what: What) -> str:
    return case.message.originator if what is What.PROPOSED else ""


def _objection(case: Case, concerned: list[Component]) -> str:
    if not any(organizer_of(component) in case.me for component in (case.copy.parts.values() if case.copy else [])):
        return "the recipient is not the organizer"
    return "" if concerned else "the sender is not invited"
