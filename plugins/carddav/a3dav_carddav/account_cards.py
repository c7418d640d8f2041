"""Accounts as vCards (RFC 2426), and what a filter on such cards says about accounts."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from uuid import UUID

from a3dav.names import tidy
from a3dav.principals import Account
from a3dav.storage.conditions import EVERYBODY, Condition, Match, all_of, any_of
from a3dav_content.card_filters import CardFilter, PropFilter
from a3dav_content.collation import OCTET
from a3dav_content.lines import Component, Property, escape_text, serialise
from a3dav_content.text_match import TextMatch

KINDS = {"group": "group", "room": "location", "resource": "device"}
"""KIND of RFC 6350 §6.1.4 and RFC 6869, under the name that it has in vCard 3.0."""
_COLUMNS = {"FN": "p.folded_name", "EMAIL": "p.folded_email", "N": "p.folded_name"}
_SEPARATED = re.compile(r"[;,\\]")


def card_of(account: Account) -> bytes:
    """The same bytes for the same account, always."""
    name = tidy(account.shown_name) or account.name
    given, _, family = name.rpartition(" ") if account.kind == "user" else ("", "", name)
    changed = datetime.fromtimestamp((account.changed or account.created) // 1000, UTC)
    lines = [
        Property("VERSION", "3.0"),
        Property("UID", f"urn:uuid:{UUID(bytes=account.id)}"),
        Property("FN", escape_text(name)),
        Property("N", f"{escape_text(family)};{escape_text(given)};;;"),
    ]
    if account.email:
        lines.append(Property("EMAIL", escape_text(tidy(account.email)), (("TYPE", ("INTERNET",)),)))
    if account.kind in KINDS:
        lines.append(Property("X-ADDRESSBOOKSERVER-KIND", KINDS[account.kind]))
    lines.append(Property("REV", f"{changed:%Y-%m-%dT%H:%M:%SZ}"))
    return serialise(Component("VCARD", lines))


def narrowed(card_filter: CardFilter) -> Condition:
    """A condition that holds for every account whose card matches, and for as few others as the database can tell."""
    conditions = [_of_property(entry) for entry in card_filter.filters]
    return _together(conditions, every=card_filter.every)


def _together(conditions: list[Condition], *, every: bool) -> Condition:
    if every or EVERYBODY not in conditions:
        return all_of(conditions) if every or not conditions else any_of(conditions)
    return EVERYBODY


def _of_property(entry: PropFilter) -> Condition:
    column = _COLUMNS.get(entry.name)
    if column is None or entry.is_not_defined:
        return EVERYBODY
    return _together([_of_match(match, column) for match in entry.conditions], every=entry.every)


def _of_match(match: object, column: str) -> Condition:
    """Only what is found in a text in every collation is looked for in its folded form."""
    if not isinstance(match, TextMatch) or match.negate or not match.text or _SEPARATED.search(match.text):
        return EVERYBODY
    if match.collation == OCTET and not match.text.isascii():
        return EVERYBODY
    return Match(match.text).like(column)
