"""REPLY in the copy of the organizer (RFC 5546 §3.2.3, §3.4.3, RFC 6638 §4.2), or of one who delegated.

Replies are ordered for each attendee and instance by SEQUENCE and DTSTAMP; one to a revision that has been replaced
since says nothing about the one that is there.
"""

from __future__ import annotations

from dataclasses import replace

from a3dav_content.itip.addresses import (
    attendees,
    delegated_from,
    delegated_to,
    organizer_of,
    partstat,
    with_param,
)
from a3dav_content.itip.cases import Case
from a3dav_content.itip.delegations import delegate, take_back
from a3dav_content.itip.meaning import QUESTION, TIMES, times_of
from a3dav_content.itip.messages import sequence_of
from a3dav_content.itip.own_copy import Copy
from a3dav_content.itip.past import Answer, Answers, revision_of
from a3dav_content.itip.received import Change, Received, Verdict, What
from a3dav_content.itip.said import Reply, with_comment, with_progress
from a3dav_content.itip.statuses import request_codes
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import Instances

_ORDER = (Verdict.APPLIED, Verdict.NOTHING_NEW, Verdict.STALE, Verdict.UNKNOWN, Verdict.REFUSED)


def reply(case: Case) -> Received:
    copy = case.rewritable()
    verdicts: dict[Verdict, str] = {}
    said = case.told()
    copy.regular.look_at(place for place in said if place is not None)
    for place, component in said.items():
        entry = replier(component, case.message.originator)
        if entry is None:
            verdicts.setdefault(Verdict.REFUSED, "the sender is not the attendee who replies")
            continue
        verdict, reason = _one(case, copy, Reply(place, component, entry, revision_of(component)))
        verdicts.setdefault(verdict, reason)
    if Verdict.APPLIED in verdicts:
        _tell_both_sides(case, copy)
        return case.written(copy)
    verdict = next(one for one in _ORDER if one in verdicts)
    return case.done(verdict, verdicts[verdict])


def replier(component: Component, originator: str) -> Property | None:
    """The attendee who wrote, or for whom somebody did: SENT-BY alone is the claim of whoever entered it."""
    return attendees(component).get(originator)


def _one(case: Case, copy: Copy, said: Reply) -> tuple[Verdict, str]:
    target = copy.at(said.place)
    if target is None:
        return Verdict.UNKNOWN, "there is no such instance"
    if organizer_of(target) not in case.me and not _delegated_by_me(target, case.me, said.address):
        return Verdict.REFUSED, "the recipient is not the organizer"
    known = case.past.answers.get(said.address, {}).get(said.place)
    if known is not None and said.revision.same(known.revision):
        return Verdict.NOTHING_NEW, ""
    if known is not None and said.revision.outdated(known.revision):
        return Verdict.STALE, "a later reply came before"
    if said.component.first("SEQUENCE") is not None and _is_late(case, copy, said, target):
        return Verdict.STALE, "the reply is to an earlier revision"
    if said.place not in copy.parts and said.partstat == "NEEDS-ACTION":
        return Verdict.NOTHING_NEW, "who has not answered an instance has said nothing about it"
    return _from_attendee(case, copy, said, target)


def _is_late(case: Case, copy: Copy, said: Reply, target: Component) -> bool:
    """True for a reply to a revision before the last one that this attendee was told of.

    Where nobody noted that one, it counts if it tells the same times and place as there are now.
    """
    least = case.past.least(said.address, said.place)
    if least is not None:
        return said.revision.sequence < least
    return said.revision.sequence < sequence_of(target) and not _still_answers(case, copy, said, target)


def _still_answers(case: Case, copy: Copy, said: Reply, target: Component) -> bool:
    told_ones, ours = Instances(case.message.object()), Instances(copy.found)
    if said.component.first("DTSTART") is None or times_of(said.component, told_ones) != times_of(target, ours):
        return False
    rest = QUESTION - TIMES - {"EXDATE"}
    told_names = {entry.name for entry in said.component.properties} & rest
    return all(_texts(said.component, name) == _texts(target, name) for name in told_names)


def _texts(component: Component, name: str) -> list[str]:
    return sorted(entry.text.strip() for entry in component.all(name))


def _delegated_by_me(component: Component, me: frozenset[str], address: str) -> bool:
    """RFC 5546 §4.2.6: a delegate may tell the delegator, too."""
    return any(address in delegated_to(entry) for mine, entry in attendees(component).items() if mine in me)


def _from_attendee(case: Case, copy: Copy, said: Reply, target: Component) -> tuple[Verdict, str]:
    entry = attendees(target).get(said.address)
    if entry is None:
        return _from_stranger(case, said, target)
    before, answers = partstat(entry), case.past.answers.setdefault(said.address, {})
    answers[said.place] = Answer(said.revision)
    _put(copy, said.place, _answered(case, target, entry, said))
    if said.place is None and said.partstat:
        _follow(case, copy, said, answers)
    _tell(case, said, before)
    return Verdict.APPLIED, ""


def _from_stranger(case: Case, said: Reply, target: Component) -> tuple[Verdict, str]:
    """A delegate of whom the delegator has not told yet is heard when they do (RFC 5546 §5.2.2)."""
    found = attendees(target)
    if any(address in found for address in delegated_from(said.entry)) and organizer_of(target) in case.me:
        case.past.answers.setdefault(said.address, {})[said.place] = Answer(said.revision, said.partstat or "-")
        return Verdict.UNKNOWN, "the attendee has not told yet to whom they delegate"
    if said.partstat in {"ACCEPTED", "TENTATIVE"}:
        kept = [entry for entry in target.properties if entry.name in {"UID", "DTSTAMP", "ORGANIZER", "RECURRENCE-ID"}]
        number = Property("SEQUENCE", str(sequence_of(target)))
        case.answer("CANCEL", [Component(target.name, [*kept, number, Property("ATTENDEE", said.entry.value)])])
    return Verdict.REFUSED, "the sender is not invited"


def _answered(case: Case, target: Component, entry: Property, said: Reply) -> Component:
    before = partstat(entry)
    new = with_param(entry, "SCHEDULE-STATUS", ",".join(request_codes(said.component)))
    if said.partstat:
        new = with_param(new, "PARTSTAT", said.partstat)
    new = with_param(new, "SENT-BY", *said.entry.params_named("SENT-BY"))
    found = replace(target, properties=[new if one is entry else one for one in target.properties])
    if said.partstat == "DELEGATED":
        found = delegate(case, found, said.place, said.address, said.entry)
    elif before == "DELEGATED" and said.partstat:
        found = take_back(case, found, said.address)
    return with_comment(with_progress(found, said), said)


def _follow(case: Case, copy: Copy, said: Reply, answers: Answers) -> None:
    """An answer to a series is one to its instances, but to those that were answered, or asked anew, by themselves."""
    numbered = said.component.first("SEQUENCE") is not None
    for place, override in copy.overrides.items():
        entry = attendees(override).get(said.address)
        least = case.past.least(said.address, place)
        least = sequence_of(override) if least is None else least
        own = answers.get(place)
        if entry is None or (numbered and least > said.revision.sequence):
            continue
        if own is None or own.revision.sequence < least:
            copy.parts[place] = _answered(case, override, entry, replace(said, place=place))


def _put(copy: Copy, place: int | None, component: Component) -> None:
    if place is None:
        copy.parts[None] = component
    else:
        copy.put(place, component)


def _tell_both_sides(case: Case, copy: Copy) -> None:
    """A delegate gets what there is now (RFC 5546 §5.2.2), and whose delegate declines hears of it (§4.2.5)."""
    left = copy.object()
    if left is None or organizer_of(left.components[0]) not in case.me:
        return
    declined = [change for change in case.changed if change.partstat == "DECLINED"]
    entries = [attendees(copy.at(change.place) or left.components[0]).get(change.attendee) for change in declined]
    delegators = {name for entry in entries if entry is not None for name in delegated_from(entry)}
    for address in sorted(delegators | case.newcomers):
        case.resend(address, left)


def _tell(case: Case, said: Reply, before: str) -> None:
    codes, percent = request_codes(said.component), said.percent
    failed = any(code[:1] in {"3", "4", "5"} for code in codes)
    if failed:
        what = What.FAILED
    elif said.partstat == "DELEGATED":
        what = What.DELEGATED
    elif percent is not None and said.partstat in {"", before}:
        what = What.PROGRESSED
    else:
        what = What.ANSWERED
    case.changed.append(
        Change(
            what, said.place, attendee=said.address, partstat=said.partstat, percent=percent, codes=codes,
            comment=said.comment,
        )
    )  # fmt: skip
