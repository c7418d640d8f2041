"""A mail that came in, taken apart: pure functions that believe nothing in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message as Part
from email.policy import compat32
from email.utils import getaddresses

from a3dav.errors import A3davError
from a3dav_content.itip.addresses import normal
from a3dav_scheduling.mail.message_ids import names_in

MOST_PARTS = 100
MOST_CALENDARS = 20
MOST_RECIPIENTS = 200
LONGEST_CALENDAR = 4 * 2**20
LONGEST_ID = 250
LONGEST_HEADER = 256 * 1024
LONGEST_FIELD = 8 * 1024
LONGEST_GAP = 200
LONGEST_ADDRESSES = 64 * 1024
MOST_LINES = 2_000_000
_BLANK_LINE = re.compile(rb"^\r?\n", re.MULTILINE)
_FIELD = re.compile(rb"^content-[a-z-]{1,40}[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_RECIPIENTS = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,248}>", re.ASCII)


class Refused(A3davError):
    """A mail that nothing can be done with, now and later."""


@dataclass(frozen=True, slots=True)
class Opened:
    """`sender` is the normal address in From, "" for none or several; `calendars` are METHOD of the part and body.

    `returned` are mails of this server, by id and signature, that a report says were not delivered.
    """

    message_id: str
    sender: str
    recipients: tuple[str, ...]
    calendars: tuple[tuple[str, bytes], ...]
    results: tuple[str, ...] = ()
    report: bool = False
    returned: tuple[tuple[bytes, str], ...] = ()


def opened(raw: bytes) -> Opened:
    """Raises Refused, which says what is wrong, for a mail that cannot be read."""
    _refuse_dear(raw)
    try:
        mail = message_from_bytes(raw, policy=compat32)
        parts = _parts(mail)
    except (RecursionError, ValueError, LookupError) as error:
        raise Refused("the parts of the mail cannot be read") from error
    report = _is_report(mail)
    return Opened(
        message_id=_message_id(mail),
        sender=_sender(mail),
        recipients=tuple(_addresses(mail, _RECIPIENTS)[:MOST_RECIPIENTS]),
        calendars=() if report else tuple(_calendars(parts)),
        results=tuple(str(value) for value in mail.get_all("Authentication-Results", [])),
        report=report,
        returned=_returned(mail) if report else (),
    )


def _refuse_dear(raw: bytes) -> None:
    """What readers of mail take time for that grows faster than the mail: seconds become hours without a bound."""
    if len(raw) > LONGEST_HEADER and _BLANK_LINE.search(raw, 0, LONGEST_HEADER) is None:
        raise Refused(f"the header of the mail is longer than {LONGEST_HEADER} bytes")
    levels = len(re.findall(rb"boundary", raw, re.IGNORECASE))
    if levels > MOST_PARTS or raw.count(b"\n--") > 10 * MOST_PARTS:
        raise Refused(f"the mail has more than {MOST_PARTS} parts")
    if (levels + 1) * raw.count(b"\n") > MOST_LINES:  # each level is asked about each line
        raise Refused("the mail has too many lines for its parts")
    if raw.replace(b"\t", b" ").find(b" " * LONGEST_GAP) >= 0:  # signatures compress it, and look from each place on
        raise Refused(f"the mail has a gap of {LONGEST_GAP} blanks")
    if any(len(match.group()) > LONGEST_FIELD for match in _FIELD.finditer(raw)):
        raise Refused(f"a part of the mail has a field longer than {LONGEST_FIELD} bytes")


def _parts(mail: Part) -> list[Part]:
    """All parts but those of mails that were sent along: what they say was said to others."""
    found, waiting = [], [mail]
    while waiting:
        part = waiting.pop(0)
        found.append(part)
        if len(found) > MOST_PARTS:
            raise Refused(f"the mail has more than {MOST_PARTS} parts")
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting += part.get_payload()  # type: ignore[arg-type]
    return found


def _calendars(parts: list[Part]) -> Iterator[tuple[str, bytes]]:
    """RFC 6047 §2.4: parts of the type text/calendar; one that stands there twice is one."""
    seen: set[tuple[str, bytes]] = set()
    for part in parts:
        if part.get_content_type() == "text/calendar":
            entry = (str(part.get_param("method") or "").strip().upper(), _body(part))
            if entry not in seen:
                seen.add(entry)
                yield entry
        if len(seen) > MOST_CALENDARS:
            raise Refused(f"the mail has more than {MOST_CALENDARS} calendars")


def _body(part: Part) -> bytes:
    """The calendar in UTF-8, whatever it was sent in."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or len(data) > LONGEST_CALENDAR:
        raise Refused("a calendar in the mail is too large or cannot be decoded")
    charset = part.get_content_charset("utf-8")
    if charset in {"utf-8", "us-ascii"}:
        return data
    try:
        return data.decode(charset).encode()
    except (LookupError, UnicodeError, ValueError) as error:
        raise Refused(f"a calendar in the mail is not text in {charset[:40]!r}") from error


def _addresses(mail: Part, names: tuple[str, ...]) -> list[str]:
    """The normal addresses in some headers, each once; of a header without bounds, none."""
    lines = [str(value) for name in names for value in mail.get_all(name, [])]
    if sum(map(len, lines)) > LONGEST_ADDRESSES:
        return []
    try:
        pairs = getaddresses(lines)
    except (ValueError, IndexError, TypeError):  # of a header that is none
        return []
    return list(dict.fromkeys(normal(f"mailto:{address}") for _, address in pairs if "@" in address))


def _sender(mail: Part) -> str:
    found = _addresses(mail, ("From",))
    return found[0] if len(found) == 1 and len(mail.get_all("From", [])) == 1 else ""


def _message_id(mail: Part) -> str:
    match = _MESSAGE_ID.search(str(mail.get("Message-ID", "")))
    return match.group() if match and len(match.group()) <= LONGEST_ID else ""


def _is_report(mail: Part) -> bool:
    return mail.get_content_type() == "multipart/report" and mail.get_param("report-type") == "delivery-status"


def _returned(mail: Part) -> tuple[tuple[bytes, str], ...]:
    """RFC 3464: what failed for good, by the mail that was sent back and by the id of its envelope."""
    parts = [part for part in mail.get_payload() if isinstance(part, Part)]
    told = [block for part in parts if part.get_content_type() == "message/delivery-status" for block in _blocks(part)]
    if not any(str(block.get("Action", "")).strip().lower() == "failed" for block in told):
        return ()
    texts = [str(block.get("Original-Envelope-Id", "")) for block in told]
    texts += [_message_id(original) for part in parts for original in _originals(part)]
    return names_in(texts)


def _blocks(part: Part) -> list[Part]:
    payload = part.get_payload()
    return [block for block in payload if isinstance(block, Part)] if isinstance(payload, list) else []


def _originals(part: Part) -> list[Part]:
    if part.get_content_type() == "message/rfc822":
        return _blocks(part)[:1]
    if part.get_content_type() == "text/rfc822-headers":
        data = part.get_payload(decode=True)
        return [message_from_bytes(data, policy=compat32)] if isinstance(data, bytes) else []
    return []
