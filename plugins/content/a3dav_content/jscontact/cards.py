"""Whole cards (RFC 9553 §2) from and to the properties of version 4.0."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from a3dav_content.card_versions import upgraded_lines
from a3dav_content.cards import Card
from a3dav_content.jscontact.entries import KINDS, read_entries, write_collection
from a3dav_content.jscontact.facts import read_facts, write_facts
from a3dav_content.jscontact.languages import leave_languages, prepare_languages, read_languages
from a3dav_content.jscontact.people import read_addresses, read_name, write_addresses, write_name
from a3dav_content.jscontact.texts import PARAMS, CardDraft, CardSource
from a3dav_content.json_pointers import copied
from a3dav_content.lines import LIMITS, Limits
from a3dav_content.sketches import Sketch

Json = dict[str, Any]
VERSION = "1.0"
_COLLECTIONS = tuple(dict.fromkeys(kind.collection for kind in KINDS))


@dataclass(slots=True)
class Reading:
    """What a card says, where each part of it stands, and the version it is stored in."""

    value: Json
    sketch: Sketch
    version: str


def read_card(body: bytes, limits: Limits = LIMITS) -> Reading:
    """Raises ContentError for what is not one card of version 3.0 or 4.0."""
    card = Card.parse(body, limits)
    plain = [(entry, (entry.line,)) for entry in card.properties]
    source = CardSource(card.component, plain if card.version == "4.0" else upgraded_lines(card))
    found: Json = {"@type": "Card", "version": VERSION}
    read_facts(source, found)
    read_name(source, found)
    read_entries(source, found)
    read_addresses(source, found)
    _tell_organizations(found)
    read_languages(source, found)
    source.close(found)
    return Reading(found, source.sketch, card.version)


def _group(value: Json) -> str:
    return str(value.get(PARAMS, {}).get("group", ""))


def _tell_organizations(found: Json) -> None:
    """RFC 9555 §2.9.6: a title belongs to the only organization of its group."""
    groups: dict[str, list[str]] = {}
    for key, organization in found.get("organizations", {}).items():
        groups.setdefault(_group(organization), []).append(key)
    for title in found.get("titles", {}).values():
        keys = groups.get(_group(title), [])
        if _group(title) and len(keys) == 1:
            title["organizationId"] = keys[0]


def write_card(value: Json, *, ids: bool) -> Sketch:
    """The card in 4.0; `ids` asks for the PROP-ID of every entry. Raises InvalidJson."""
    card = copied(value)
    localized = prepare_languages(card)
    draft = CardDraft(card, ids=ids)
    draft.add("version", "VERSION", "4.0")
    groups = _groups(draft)
    write_facts(draft)
    write_name(draft)
    write_addresses(draft)
    for collection in _COLLECTIONS:
        write_collection(draft, collection, draft.pop(collection) or {}, groups)
    draft.sketch.lines += localized
    leave_languages(draft, alone=not localized)
    return draft.close()


def _groups(draft: CardDraft) -> dict[str, str]:
    """The groups that tie titles to their organizations; a title of an unknown one keeps its id as it is."""
    organizations = draft.left.get("organizations") or {}
    groups: dict[str, str] = {}
    for key, title in (draft.left.get("titles") or {}).items():
        wanted = title.get("organizationId")
        if wanted is None:
            continue
        if wanted not in organizations:
            draft.leave(f"titles/{key}/organizationId", wanted)
            continue
        tag = f"organizations/{wanted}"
        groups.setdefault(tag, _group(organizations[wanted]) or _group(title) or draft.new_group())
        groups[f"titles/{key}"] = groups[tag]
        title.get(PARAMS, {}).pop("group", None)
    return groups
