"""The delivery of scheduling messages by mail.

A mail is `sending` in the store before the dialogue with the mail server begins, and `sent` when it has ended well.
Its Message-ID comes from that of the outbox, so that a mail repeated after a crash is known as the same.
"""

from __future__ import annotations

import logging
import time
from email.policy import SMTP, SMTPUTF8
from typing import TYPE_CHECKING

from a3dav.errors import A3davError
from a3dav.identifiers import now_ms
from a3dav.registries import Delivery
from a3dav.registries import Message as Posted
from a3dav_content.errors import ContentError
from a3dav_content.itip.messages import Message
from a3dav_content.itip.statuses import INVALID_USER, UNAVAILABLE
from a3dav_scheduling.mail import answer_links, engine, records
from a3dav_scheduling.mail.addresses import mailbox
from a3dav_scheduling.mail.composing import ANSWERS, Circumstances, composed
from a3dav_scheduling.mail.known_by_mail import known_by_mail
from a3dav_scheduling.mail.message_ids import message_id, name_of
from a3dav_scheduling.mail.records import State
from a3dav_scheduling.mail.sending import NotNow, Returned, Unreachable, send

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav_scheduling.mail.settings import MailSettings

log = logging.getLogger("a3dav.scheduling")
ATTEMPTS = 60
"""After the first dozen, the outbox tries once an hour: two days in all."""


REST = "scheduling.mail.rest"
"""The service under which this process keeps until when it asks no mail server."""
REST_SECONDS = 20


class NotConfigured(A3davError):
    """There is no way out for mail."""


def deliver(house: House, posted: Posted) -> None:
    """Sends one message; raises for what is tried again."""
    message = known_by_mail(house.store, Message.load(posted.payload))
    known = records.find(house.store, posted.id)
    if known is not None and known.state in {State.FAILED, State.RETURNED}:
        engine.note(house, message, UNAVAILABLE)  # a crash may have come before it was noted
        return
    if known is not None and known.state is State.SENT:
        return
    settings: MailSettings = house.section("scheduling.mail")
    try:
        _send(house, settings, posted, message)
    except Returned as error:
        _fail(house, posted, message, str(error), UNAVAILABLE if mailbox(message.recipient) else INVALID_USER)
    except A3davError as error:
        if posted.attempts + 1 >= ATTEMPTS:
            _fail(house, posted, message, str(error), UNAVAILABLE)
        elif isinstance(error, NotNow):
            records.end(house, posted.id, State.WAITING, str(error))
        raise


def _send(house: House, settings: MailSettings, posted: Posted, message: Message) -> None:
    if not settings.sends:
        raise NotConfigured("no mail can be sent; set plugins.scheduling.mail.host")
    if time.monotonic() < house.services.get(REST, 0):  # not each of a thousand mails waits for a server that is away
        raise Unreachable(f"the mail server {settings.host} did not answer a moment ago")
    recipient = mailbox(message.recipient)
    thread = records.thread_of(house.store, posted.account_id, message.uid, message.recipient)
    if recipient:
        try:
            mail = composed(message, settings, _circumstances(house, settings, posted, thread, message))
        except ContentError as error:
            records.begin(house, posted.id, posted.account_id, thread, posted.payload)
            raise Returned(f"no mail can be made of it: {error}") from error
    records.begin(house, posted.id, posted.account_id, thread, posted.payload)
    if not recipient:
        raise Returned("no mail can go to this address")
    policy = SMTP if recipient.isascii() else SMTPUTF8
    try:
        send(settings, recipient, mail.as_bytes(policy=policy), name_of(house.store, posted.id))
    except Unreachable:
        house.services[REST] = time.monotonic() + REST_SECONDS
        raise
    records.end(house, posted.id, State.SENT)


def _circumstances(
    house: House, settings: MailSettings, posted: Posted, thread: str, message: Message
) -> Circumstances:
    before = records.first_and_last(house.store, thread, posted.id)
    told = Message.load(before[1].payload) if before is not None else None
    old = told if told is not None and told.method == "REQUEST" else None
    received = records.last_received(house.store, thread)
    references = [message_id(house.store, mail.id, settings.sender_domain) for mail in before or ()] + [
        received
    ] * bool(received)
    unique = tuple(dict.fromkeys(references))
    links = answer_links.links(house, posted.id, ANSWERS) if message.component == "VEVENT" else {}
    return Circumstances(
        message_id(house.store, posted.id, settings.sender_domain), now_ms() // 1000, old, unique, links
    )


def _fail(house: House, posted: Posted, message: Message, failure: str, code: str) -> None:
    log.warning("the mail %s was not delivered: %s", posted.id.hex(), failure)
    records.end(house, posted.id, State.FAILED, failure)
    engine.note(house, message, code)


DELIVERY = Delivery("imip", deliver, ATTEMPTS)
