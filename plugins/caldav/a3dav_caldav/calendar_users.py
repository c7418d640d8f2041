"""Principals as calendar users: their addresses and their types (RFC 6638 §2.4), and how they are found by them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from uuid import UUID

from a3dav.live_properties import each
from a3dav.principals import PRINCIPAL_KINDS
from a3dav.registries import Property, Search, Values
from a3dav.resources import Resource
from a3dav.storage.conditions import Condition, Match, all_of, any_of, one_of
from a3dav.xml.reading import Element
from a3dav.xml.writing import href
from a3dav_caldav.names import caldav

if TYPE_CHECKING:
    from a3dav.exchange import Exchange

PRINCIPALS = frozenset(PRINCIPAL_KINDS)
USER_TYPES = {"user": "INDIVIDUAL", "group": "GROUP", "resource": "RESOURCE", "room": "ROOM"}
"""RFC 5545 §3.2.3, by kind of principal."""
_URN = "urn:uuid:"


def _addresses(exchange: Exchange, principals: Sequence[Resource], _: Element | None) -> Values:
    """RFC 6638 §2.4.1: by whatever address a client may know the account, mail first."""
    accounts = exchange.accounts(principal.id for principal in principals)
    mails = [href(f"mailto:{account.email}") if account and account.email else b"" for account in accounts]
    return [
        mail + href(principal.href) + href(f"{_URN}{UUID(bytes=principal.id)}")
        for mail, principal in zip(mails, principals, strict=True)
    ]


def _found_by_address(match: Match) -> Condition:
    """A mail address in parts, too; a URL of a principal or of its identifier as a whole."""
    conditions = [match.like("p.folded_email", "mailto:")]
    text = match.text.strip()
    if text.lower().startswith(_URN):
        conditions.append(one_of("a.id", _identifiers(text[len(_URN) :])))
    elif "/" in text:
        segments = unquote(_path(text)).rstrip("/").split("/")[-3:]
        kinds = [kind for kind, folder in PRINCIPAL_KINDS.items() if segments[:-1] == ["principals", folder]]
        conditions.append(all_of((one_of("a.kind", kinds), one_of("p.name", segments[-1:]))))
    return any_of(conditions)


def _path(text: str) -> str:
    try:
        return urlsplit(text).path
    except ValueError:
        return ""


def _identifiers(text: str) -> list[bytes]:
    try:
        return [UUID(text).bytes]
    except ValueError:
        return []


def _found_by_type(match: Match) -> Condition:
    return one_of("a.kind", [kind for kind, name in USER_TYPES.items() if match.holds(name)])


CALENDAR_USERS = (
    Property(
        caldav("calendar-user-address-set"), _addresses, kinds=PRINCIPALS,
        search=Search("Address of a calendar user", _found_by_address),
    ),
    Property(
        caldav("calendar-user-type"), each(lambda _, principal: USER_TYPES[principal.kind].encode()), kinds=PRINCIPALS,
        search=Search("Type of a calendar user", _found_by_type),
    ),
)  # fmt: skip
