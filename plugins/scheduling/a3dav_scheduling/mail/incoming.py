"""Mail that came in, by whichever way: judged, applied, and only then acknowledged."""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING

from a3dav_content.itip.messages import Message
from a3dav_content.itip.statuses import UNAVAILABLE
from a3dav_scheduling.mail import engine, records
from a3dav_scheduling.mail.judging import addressed_to, message_of
from a3dav_scheduling.mail.message_ids import is_genuine
from a3dav_scheduling.mail.reading import Opened, Refused, opened
from a3dav_scheduling.mail.records import State
from a3dav_scheduling.mail.verifying import is_verified

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.principals import Account
    from a3dav_scheduling.mail.settings import MailSettings

log = logging.getLogger("a3dav.scheduling")


def take(house: House, raw: bytes, recipients: tuple[str, ...] = ()) -> str:
    """Does what a mail asks for, and says it in a sentence.

    `recipients` are the normal addresses of its envelope; without an envelope those of its headers count. Raises
    Refused for a mail that will never be taken, and anything else for one that may come again.
    """
    settings: MailSettings = house.section("scheduling.mail")
    if len(raw) > settings.max_size:
        raise Refused(f"the mail is larger than {settings.max_size} bytes")
    return apply(house, raw, opened(raw), recipients)


def apply(house: House, raw: bytes, mail: Opened, recipients: tuple[str, ...] = ()) -> str:
    """The same for a mail that was taken apart already."""
    if mail.report:
        return _take_back(house, mail)
    if not mail.calendars:
        raise Refused("there is no scheduling message in the mail")
    if not is_verified(raw, mail, house.section("scheduling.mail")):
        raise Refused("it cannot be verified that the mail comes from the domain in From")
    messages = [message_of(method, body, mail.sender) for method, body in mail.calendars]
    found = [_receive(house, mail, raw, message, recipients or mail.recipients) for message in messages]
    if not any(found):
        raise Refused("nobody here is meant by the mail")
    return f"{sum(found)} scheduling messages taken"


def _receive(house: House, mail: Opened, raw: bytes, message: Message, recipients: tuple[str, ...]) -> int:
    """To how many accounts here a message went, whether now or before."""
    count = 0
    for address in addressed_to(message, recipients):
        account = account_of(house, address)
        if account is not None:
            count += 1
            _receive_once(house, mail, raw, message.to(address), account)
    return count


def account_of(house: House, address: str) -> Account | None:
    """Who can be sent scheduling messages under an address."""
    if not address.startswith("mailto:"):
        return None
    account = house.store.accounts.by_email(address.removeprefix("mailto:"))
    return account if account is not None and account.kind != "group" and not account.disabled else None


def _receive_once(house: House, mail: Opened, raw: bytes, message: Message, account: Account) -> None:
    """A mail that comes again does nothing, and neither does the second half of one that was cut off by a crash."""
    name = mail.message_id or hashlib.blake2b(raw, digest_size=16).hexdigest()
    part = hashlib.blake2b(message.body(), digest_size=8).hexdigest()
    digest = house.store.mac(f"mail-in/{account.id.hex()}/{part}/{name}")
    if records.came_before(house.store, digest):
        return
    outcome = engine.receive(house, message, hashlib.blake2b(digest.encode(), digest_size=16).digest())
    log.info("a %s that came by mail: %s", message.method, outcome.verdict.value)
    thread = records.thread_of(house.store, account.id, message.uid, message.originator)
    records.note_received(house, digest, account.id, thread, mail.message_id)


def _take_back(house: House, mail: Opened) -> str:
    """RFC 3464: what this server sent did not arrive."""
    count = 0
    for mail_id, signature in mail.returned:
        known = records.find(house.store, mail_id)
        if known is None or not is_genuine(house.store, mail_id, signature) or known.state is State.FAILED:
            continue
        count += 1
        engine.note(house, Message.load(known.payload), UNAVAILABLE)
        records.end(house, mail_id, State.RETURNED, "another mail server sent it back")
    return f"{count} mails came back"
