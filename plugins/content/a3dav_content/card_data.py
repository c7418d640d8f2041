"""Parts of a card (RFC 6352 §10.4); VERSION is always there, so that the rest can be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from a3dav_content.card_filters import CARDDAV
from a3dav_content.cards import Card
from a3dav_content.lines import Component, Property, serialise
from a3dav_content.text_match import name_of


@dataclass(slots=True, frozen=True)
class WantedCard:
    """Names of properties, True for those without their value; nothing named asks for everything."""

    properties: dict[str, bool] = field(default_factory=dict)


WHOLE = WantedCard()


def parse_wanted(element: Any | None) -> WantedCard:
    """Reads the CARDDAV:prop elements of an address-data element."""
    if element is None or element.find(f"{{{CARDDAV}}}allprop") is not None:
        return WantedCard()
    return WantedCard(
        {name_of(child): child.get("novalue") == "yes" for child in element if child.tag == f"{{{CARDDAV}}}prop"}
    )


def project(body: bytes, wanted: WantedCard) -> bytes:
    """The wanted part of a stored card; the card itself where all of it is wanted."""
    if not wanted.properties:
        return body
    return serialise(Component("VCARD", parts_of(Card.parse(body), wanted)))


def parts_of(card: Card, wanted: WantedCard) -> list[Property]:
    if not wanted.properties:
        return card.properties
    return [part for entry in card.properties if (part := _part(entry, wanted)) is not None]


def _part(entry: Property, wanted: WantedCard) -> Property | None:
    qualified = f"{entry.group.upper()}.{entry.name}"
    name = entry.name if entry.name in wanted.properties else qualified
    if name not in wanted.properties:
        return entry if entry.name == "VERSION" else None
    if wanted.properties[name]:
        return Property(entry.name, "", entry.params, entry.group)
    return entry
