"""Scheduling messages out of a mail: from whom they may come, and to whom they go (RFC 6047 §2.2.1)."""

from __future__ import annotations

from dataclasses import replace

from a3dav_content.errors import ContentError
from a3dav_content.itip.addresses import attendees, delegated_to, organizer_of, sent_by
from a3dav_content.itip.messages import FROM_ORGANIZER, Message
from a3dav_content.lines import Limits
from a3dav_scheduling.mail.reading import Refused

LIMITS = Limits(components=5_000, properties=100_000, line_length=2**20)


def message_of(method: str, body: bytes, sender: str) -> Message:
    """The message of a part, from who wrote the mail; raises Refused for one that is not theirs to send."""
    try:
        message = Message.parse(body, limits=LIMITS)
    except ContentError as error:
        raise Refused(f"the calendar in the mail is no scheduling message: {error}") from error
    if message.method == "PUBLISH":
        raise Refused("published calendars are not taken by mail")
    if method and method != message.method:
        raise Refused(f"the mail says {method[:40]}, the calendar in it {message.method}")
    return _from(message, sender)


def _from(message: Message, sender: str) -> Message:
    """With the user as whom the sender writes as originator."""
    main = message.components[0]
    if message.method in FROM_ORGANIZER:
        entry = main.first("ORGANIZER")
        user = organizer_of(main)
        if user and entry is not None and (user == sender or _may_act(sender, sent_by(entry), user)):
            return replace(message, originator=user, sent_by="" if user == sender else sender)
    if message.method not in FROM_ORGANIZER or message.method == "REQUEST":
        for user, entry in attendees(main).items():
            if message.method == "REQUEST" and not delegated_to(entry):
                continue
            if user == sender or _may_act(sender, sent_by(entry), user):
                return replace(message, originator=user, sent_by="" if user == sender else sender)
    whose = "its organizer" if message.method in FROM_ORGANIZER else "an attendee"
    raise Refused(f"a {message.method} comes from {whose}, and not from {sender.removeprefix('mailto:')[:100]}")


def _may_act(sender: str, named: str, user: str) -> bool:
    """SENT-BY is a claim of the sender's own: it is believed inside of one domain alone."""
    return named == sender and sender.rpartition("@")[2] == user.rpartition("@")[2]


def addressed_to(message: Message, recipients: tuple[str, ...]) -> list[str]:
    """The users that a message is for, of those that the mail went to."""
    main = message.components[0]
    if message.method not in FROM_ORGANIZER:
        return [organizer_of(main)] if organizer_of(main) else []
    invited = {address for component in message.components for address in attendees(component)}
    return [address for address in recipients if address in invited]
