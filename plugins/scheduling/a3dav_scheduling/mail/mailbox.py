"""A mailbox that is looked into: what was taken from it, and what cannot be taken, is marked as seen."""

from __future__ import annotations

import imaplib
import logging
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from a3dav.registries import Task
from a3dav_scheduling.mail.incoming import take
from a3dav_scheduling.mail.reading import Refused
from a3dav_scheduling.mail.sending import NotNow
from a3dav_scheduling.mail.settings import MailSettings

if TYPE_CHECKING:
    from a3dav.house import House

log = logging.getLogger("a3dav.scheduling")
BATCH = 50
LAST = "scheduling.mailbox"
"""The service under which this process keeps how far it came."""
_SIZE = re.compile(rb"RFC822\.SIZE (\d{1,15})")
_FOLDER = re.compile(r'[\\"]')


def look(house: House) -> str:
    """Takes what is new in the mailbox, one mail after the other."""
    settings: MailSettings = house.section("scheduling.mail")
    if not settings.imap_host:
        return ""
    taken = 0
    try:
        with _signed_in(settings) as mailbox:
            for uid in _in_turn(house, _unseen(mailbox)):
                taken += _handle(house, settings, mailbox, uid)
    except (imaplib.IMAP4.error, OSError) as error:
        raise NotNow(f"the mailbox at {settings.imap_host} cannot be looked into: {error}") from error
    return f"{taken} mails taken from the mailbox" if taken else ""


@contextmanager
def _signed_in(settings: MailSettings) -> Iterator[imaplib.IMAP4]:
    context = ssl.create_default_context(cafile=settings.ca_file or None)
    place = (settings.imap_host, settings.imap_port)
    if settings.imap_security == "tls":
        mailbox: imaplib.IMAP4 = imaplib.IMAP4_SSL(*place, ssl_context=context, timeout=settings.timeout)
    else:
        mailbox = imaplib.IMAP4(*place, timeout=settings.timeout)
    try:
        if settings.imap_security == "starttls":
            mailbox.starttls(context)
        mailbox.login(settings.imap_user, settings.imap_password)
        folder = _FOLDER.sub(lambda match: f"\\{match.group()}", settings.imap_folder)
        _expect(mailbox.select(f'"{folder}"'), f"there is no folder {settings.imap_folder}")
        yield mailbox
    finally:
        with suppress(imaplib.IMAP4.error, OSError):
            mailbox.logout()


def _expect(answer: tuple[str, list[Any]], otherwise: str) -> list[Any]:
    if answer[0] != "OK":
        raise NotNow(otherwise)
    return answer[1]


def _unseen(mailbox: imaplib.IMAP4) -> list[bytes]:
    found = _expect(mailbox.uid("SEARCH", "UNSEEN"), "the mailbox cannot be searched")
    return (found[0] or b"").split() if found else []


def _in_turn(house: House, uids: list[bytes]) -> Iterator[bytes]:
    """A batch that begins behind the last one, so that mails which wait do not stand in the way of others."""
    last = int(house.services.get(LAST, 0))
    turned = sorted(uids, key=lambda uid: (int(uid) <= last, int(uid)))
    for uid in turned[:BATCH]:
        yield uid
        house.services[LAST] = int(uid)


def _handle(house: House, settings: MailSettings, mailbox: imaplib.IMAP4, uid: bytes) -> int:
    """Only what is in the store, or will never be, is marked as seen."""
    try:
        said = take(house, _fetched(settings, mailbox, uid.decode("ascii", "replace")))
        log.info("mail %s of the mailbox: %s", uid.decode("ascii", "replace"), said)
    except Refused as error:
        log.warning("mail %s of the mailbox is left there: %s", uid.decode("ascii", "replace"), error)
        said = ""
    except NotNow as error:
        log.warning("mail %s of the mailbox waits: %s", uid.decode("ascii", "replace"), error)
        return 0
    _expect(mailbox.uid("STORE", uid.decode(), "+FLAGS.SILENT", "(\\Seen)"), "a mail cannot be marked as seen")
    return bool(said)


def _fetched(settings: MailSettings, mailbox: imaplib.IMAP4, uid: str) -> bytes:
    told = _expect(mailbox.uid("FETCH", uid, "(RFC822.SIZE)"), "a mail cannot be looked at")
    size = next((int(match[1]) for part in told if isinstance(part, bytes) and (match := _SIZE.search(part))), 0)
    if size > settings.max_size:
        raise Refused(f"the mail is larger than {settings.max_size} bytes")
    parts = _expect(mailbox.uid("FETCH", uid, "(BODY.PEEK[])"), "a mail cannot be fetched")
    for part in parts:
        if isinstance(part, tuple):
            return bytes(part[1])
    raise NotNow("a mail cannot be fetched")


TASK = Task("scheduling-mailbox", 60, look)
