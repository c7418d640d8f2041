"""Replies that go out by themselves: the question was asked anew, and answered before (RFC 5546 §3.2.2.7)."""

from __future__ import annotations

from dataclasses import replace

from a3dav_content.itip.addresses import attendee, partstat, with_param
from a3dav_content.itip.cases import Case
from a3dav_content.itip.statuses import SERVER_PARAMS
from a3dav_content.lines import Component, Property

_IDENTIFYING = ("UID", "RECURRENCE-ID", "DTSTAMP", "SEQUENCE", "PERCENT-COMPLETE")


def answer_again(case: Case, components: list[Component]) -> None:
    """Tells the organizer, who asks what was answered and has not changed since, that answer."""
    made = [reply for component in components if (reply := _reply(component, case.me)) is not None]
    if made:
        case.answer("REPLY", made)


def _reply(component: Component, me: frozenset[str]) -> Component | None:
    mine, organizer = attendee(component, me), component.first("ORGANIZER")
    if mine is None or organizer is None:
        return None
    told = [entry for entry in component.properties if entry.name in _IDENTIFYING]
    return Component(component.name, [*told, _plain(organizer), with_param(_plain(mine), "PARTSTAT", partstat(mine))])


def _plain(entry: Property) -> Property:
    return replace(entry, params=tuple(pair for pair in entry.params if pair[0] not in SERVER_PARAMS))
