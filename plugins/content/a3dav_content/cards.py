"""Address object resources (RFC 6352 §5.1): one vCard of version 3.0 or 4.0."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from a3dav_content.errors import ContentError, InvalidCard, LimitExceeded, UnsupportedCard
from a3dav_content.lines import LIMITS, Component, Limits, Property, parse

VERSIONS = ("3.0", "4.0")
MAX_UID = 1024


@dataclass(slots=True)
class Card:
    """A vCard; `uid` is None where the client gave none, as some do although RFC 6352 §5.1 asks for it."""

    component: Component
    version: str
    uid: str | None

    @classmethod
    def parse(cls, body: bytes, limits: Limits = LIMITS) -> Card:
        """Reads one card; raises InvalidCard or UnsupportedCard with what is wrong."""
        try:
            found = parse(body, limits)
        except LimitExceeded:
            raise
        except ContentError as error:
            raise InvalidCard(str(error)) from error
        if len(found) != 1 or found[0].name != "VCARD":
            raise InvalidCard(f"exactly one VCARD is expected, not {len(found)} components")
        return cls.of(found[0])

    @classmethod
    def of(cls, component: Component) -> Card:
        version = (component.value("VERSION") or "").strip()
        if version not in VERSIONS:
            raise UnsupportedCard(f"vCard version {version or 'missing'!r}; 3.0 and 4.0 are kept")
        if component.first("FN") is None:
            raise InvalidCard("the card has no FN")
        uid = (component.value("UID") or "").strip() or None
        if uid is not None and len(uid) > MAX_UID:
            raise InvalidCard(f"the UID is longer than {MAX_UID} characters")
        return cls(component, version, uid)

    @property
    def fn(self) -> str:
        found = self.component.first("FN")
        return found.text if found else ""

    @property
    def properties(self) -> list[Property]:
        return self.component.properties


_UUID = re.compile(r"(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)


def comparable_uid(uid: str) -> str:
    """A UUID in lower case and without its URN, since clients write both; any other UID as it is (RFC 9562 §4)."""
    match = _UUID.fullmatch(uid)
    return match[1].lower() if match else uid


def spellings(uid: str) -> tuple[str, ...]:
    """All that a comparable UID may have been written as: in capitals only where it is a UUID."""
    urn = f"urn:uuid:{uid}"
    return (uid, uid.upper(), urn, f"urn:uuid:{uid.upper()}") if comparable_uid(urn) == uid else (uid, urn)


_BOUNDARY = re.compile(rb"(?:^|(?<=\r))(BEGIN|END):VCARD[ \t]*(?:\r\n|\n|\r|\Z)", re.IGNORECASE | re.MULTILINE)


def split(body: bytes) -> Iterator[bytes]:
    """The cards of a file, each as its own bytes; raises InvalidCard where they do not pair."""
    depth = start = 0
    for match in _BOUNDARY.finditer(body):
        if match.group(1).upper() == b"BEGIN":
            if depth == 0:
                start = match.start()
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                yield body[start : match.end()]
            elif depth < 0:
                raise InvalidCard("END:VCARD without BEGIN", body[: match.start()].count(b"\n") + 1)
    if depth:
        raise InvalidCard("a VCARD is not ended", body[:start].count(b"\n") + 1)
