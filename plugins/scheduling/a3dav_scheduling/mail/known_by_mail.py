"""Calendar users as they are known outside of this server: nothing but mail addresses (RFC 6047 §2.3)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from a3dav_content.itip.addresses import address_of, delegated_from, delegated_to, members, sent_by, with_param
from a3dav_content.itip.messages import Message
from a3dav_content.lines import Component, Property
from a3dav_scheduling import recipients

if TYPE_CHECKING:
    from collections.abc import Mapping

    from a3dav.storage.store import Store

_MAIL = "mailto:"
_PEOPLE = {"ATTENDEE", "ORGANIZER"}
_NAMING = {"DELEGATED-TO": delegated_to, "DELEGATED-FROM": delegated_from, "MEMBER": members}


def known_by_mail(store: Store, message: Message) -> Message:
    """The message with addresses of mail for the URLs by which clients here know one another."""
    named = {address for component in message.components for address in _named(component)}
    others = {address for address in {*named, message.originator} if address and not address.startswith(_MAIL)}
    accounts = recipients.accounts_of(store, others) if others else {}
    known = {address: recipients.address_of(account) for address, account in accounts.items() if account.email}
    if not known:
        return message
    calendar = replace(message.calendar, components=[_told(part, known) for part in message.calendar.components])
    return replace(message, calendar=calendar, originator=known.get(message.originator, message.originator))


def _named(component: Component) -> set[str]:
    people = [entry for entry in component.properties if entry.name in _PEOPLE]
    named = {address for entry in people for read in _NAMING.values() for address in read(entry)}
    return named | {address_of(entry) for entry in people} | {sent_by(entry) for entry in people}


def _told(component: Component, known: Mapping[str, str]) -> Component:
    return replace(
        component,
        properties=[_person(entry, known) if entry.name in _PEOPLE else entry for entry in component.properties],
    )


def _person(entry: Property, known: Mapping[str, str]) -> Property:
    address = address_of(entry)
    told = replace(entry, value=known[address]) if address in known else entry
    for name, read in (*_NAMING.items(), ("SENT-BY", lambda one: (sent_by(one),))):
        if any(other in known for other in read(entry)):
            told = with_param(told, name, *(known.get(other, other) for other in read(entry)))
    return told
