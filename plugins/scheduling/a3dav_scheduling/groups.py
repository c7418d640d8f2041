"""Groups that an organizer invites: their members are invited beside them (RFC 5545 §3.2.11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from a3dav.principals import Account
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip.addresses import agent, attendees, members, normal, with_param
from a3dav_content.lines import Component, Property, encode_param
from a3dav_scheduling.recipients import accounts_of, address_of, addresses_of

if TYPE_CHECKING:
    from a3dav.storage.store import Store

MOST = 1000
"""Members that one invitation brings in."""
_TYPES = {"user": "INDIVIDUAL", "room": "ROOM", "resource": "RESOURCE"}


def expanded(
    store: Store, found: CalendarObject, before: CalendarObject | None, organizer: Account
) -> CalendarObject | None:
    """The object with the members of the groups in it; None where there is nobody to add.

    Who was a member before answers no new invitation: what they said then is taken over.
    """
    groups = _groups(store, found)
    known = {} if before is None else {a: entry for c in before.components for a, entry in attendees(c).items()}
    if not groups:
        return None
    told = {id(one): _with_members(store, one, groups, known, organizer) for one in found.components}
    if all(told[id(one)] is one for one in found.components):
        return None
    parts = [told.get(id(part), part) for part in found.calendar.components]
    return CalendarObject.of(replace(found.calendar, components=parts))


def _groups(store: Store, found: CalendarObject) -> dict[str, Account]:
    named = {
        address for one in found.components for address, entry in attendees(one).items() if agent(entry) == "SERVER"
    }
    return {address: account for address, account in accounts_of(store, named).items() if account.kind == "group"}


def _with_members(
    store: Store, component: Component, groups: dict[str, Account], known: dict[str, Property], organizer: Account
) -> Component:
    present = attendees(component)
    invited = {account.id for account in accounts_of(store, present).values()} | {organizer.id}
    added: list[Property] = []
    for address, entry in present.items():
        if address not in groups or agent(entry) != "SERVER":
            continue
        for account in people_in(store, groups[address]):
            if account.id not in invited and len(added) < MOST:
                invited.add(account.id)
                added.append(_entry(account, address, known))
    properties = [_named_group(entry) if _is_group(entry, groups) else entry for entry in component.properties]
    if not added and properties == component.properties:
        return component
    return replace(component, properties=[*properties, *added])


def _is_group(entry: Property, groups: dict[str, Account]) -> bool:
    return entry.name == "ATTENDEE" and normal(entry.value) in groups


def _named_group(entry: Property) -> Property:
    return entry if entry.param("CUTYPE") else with_param(entry, "CUTYPE", "GROUP")


def people_in(store: Store, group: Account) -> Iterator[Account]:
    """Members of members, too; circles end, and who may not sign in is not invited."""
    seen, waiting = {group.id}, [group.id]
    while waiting:
        found = store.accounts.members_of(waiting)
        waiting = []
        for account in (account for rows in found.values() for account in rows):
            if account.id in seen:
                continue
            seen.add(account.id)
            if account.kind == "group":
                waiting.append(account.id)
            elif not account.disabled:
                yield account


def _entry(account: Account, group: str, known: dict[str, Property]) -> Property:
    before = next((known[address] for address in addresses_of(account) if address in known), None)
    if before is not None:
        return before if group in members(before) else with_param(before, "MEMBER", *members(before), group)
    params = (
        ("CN", (encode_param(account.shown_name),)), ("CUTYPE", (_TYPES[account.kind],)), ("MEMBER", (group,)),
        ("PARTSTAT", ("NEEDS-ACTION",)), ("RSVP", ("TRUE",)),
    )  # fmt: skip
    return Property("ATTENDEE", address_of(account), params)
