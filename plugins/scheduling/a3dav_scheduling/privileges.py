"""The privileges of scheduling (RFC 6638 §6), and what everybody has of them."""

from __future__ import annotations

from a3dav.registries import Privilege, PrivilegeRegistry
from a3dav_scheduling.names import INBOX, caldav

DELIVER = caldav("schedule-deliver")
DELIVER_INVITE = caldav("schedule-deliver-invite")
DELIVER_REPLY = caldav("schedule-deliver-reply")
QUERY_FREE_BUSY = caldav("schedule-query-freebusy")
SEND = caldav("schedule-send")
SEND_INVITE = caldav("schedule-send-invite")
SEND_REPLY = caldav("schedule-send-reply")
SEND_FREE_BUSY = caldav("schedule-send-freebusy")

PRIVILEGES = (
    Privilege(DELIVER, description="Send scheduling messages to the owner of an inbox", composed=True),
    Privilege(DELIVER_INVITE, DELIVER, "Invite the owner of an inbox"),
    Privilege(DELIVER_REPLY, DELIVER, "Answer invitations of the owner of an inbox"),
    Privilege(QUERY_FREE_BUSY, DELIVER, "Ask when the owner of an inbox is busy"),
    Privilege(SEND, description="Send scheduling messages as the owner of an outbox", composed=True),
    Privilege(SEND_INVITE, SEND, "Invite as the owner of an outbox"),
    Privilege(SEND_REPLY, SEND, "Answer invitations as the owner of an outbox"),
    Privilege(SEND_FREE_BUSY, SEND, "Ask as the owner of an outbox when others are busy"),
)


def register(registry: PrivilegeRegistry) -> None:
    """In a company everybody may invite everybody; who does not want that denies it on the inbox."""
    registry.add(*PRIVILEGES)
    registry.give(INBOX, DELIVER)
