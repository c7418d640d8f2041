# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class JsContact(Model):
    """A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and are
    told.
    """

    at_type: str | Unset = UNSET
    """What it is."""
    version: str | Unset = UNSET
    """The version of JSContact, 1.0."""
    uid: str | Unset = UNSET
    """Its identifier in all systems; the server makes one for a new card without."""
    kind: JsContactKind | Unset = UNSET
    """What sort of card it is."""
    created: str | Unset = UNSET
    """When it was made."""
    updated: str | Unset = UNSET
    """When it was changed."""
    language: str | Unset = UNSET
    """The language of its texts."""
    prod_id: str | Unset = UNSET
    """What made it."""
    name: dict[str, Any] | Unset = UNSET
    """The name."""
    nicknames: dict[str, dict[str, Any]] | Unset = UNSET
    """Names among friends."""
    organizations: dict[str, dict[str, Any]] | Unset = UNSET
    """Where they work."""
    titles: dict[str, dict[str, Any]] | Unset = UNSET
    """Titles and roles."""
    emails: dict[str, dict[str, Any]] | Unset = UNSET
    """Mail addresses."""
    phones: dict[str, dict[str, Any]] | Unset = UNSET
    """Telephone numbers."""
    online_services: dict[str, dict[str, Any]] | Unset = UNSET
    """Accounts elsewhere."""
    addresses: dict[str, dict[str, Any]] | Unset = UNSET
    """Where they live."""
    anniversaries: dict[str, dict[str, Any]] | Unset = UNSET
    """Birthdays and other days."""
    links: dict[str, dict[str, Any]] | Unset = UNSET
    """Pages."""
    media: dict[str, dict[str, Any]] | Unset = UNSET
    """Photos, logos and sounds."""
    members: dict[str, bool] | Unset = UNSET
    """Of a group whom it has."""
    keywords: dict[str, bool] | Unset = UNSET
    """Keywords by their text."""
    notes: dict[str, dict[str, Any]] | Unset = UNSET
    """Notes."""
    related_to: dict[str, dict[str, Any]] | Unset = UNSET
    """Who they belong to."""

    _members: ClassVar[List[Member]] = [
        Member("@type", "at_type", TEXT, False),
        Member("version", "version", TEXT, False),
        Member("uid", "uid", TEXT, False),
        Member("kind", "kind", named("JsContactKind"), False),
        Member("created", "created", TEXT, False),
        Member("updated", "updated", TEXT, False),
        Member("language", "language", TEXT, False),
        Member("prodId", "prod_id", TEXT, False),
        Member("name", "name", map_of(ANY), False),
        Member("nicknames", "nicknames", map_of(map_of(ANY)), False),
        Member("organizations", "organizations", map_of(map_of(ANY)), False),
        Member("titles", "titles", map_of(map_of(ANY)), False),
        Member("emails", "emails", map_of(map_of(ANY)), False),
        Member("phones", "phones", map_of(map_of(ANY)), False),
        Member("onlineServices", "online_services", map_of(map_of(ANY)), False),
        Member("addresses", "addresses", map_of(map_of(ANY)), False),
        Member("anniversaries", "anniversaries", map_of(map_of(ANY)), False),
        Member("links", "links", map_of(map_of(ANY)), False),
        Member("media", "media", map_of(map_of(ANY)), False),
        Member("members", "members", map_of(BOOLEAN), False),
        Member("keywords", "keywords", map_of(BOOLEAN), False),
        Member("notes", "notes", map_of(map_of(ANY)), False),
        Member("relatedTo", "related_to", map_of(map_of(ANY)), False),
    ]


class JsContactKind(OpenText):
    """What sort of card it is."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    ORG = "org"
    LOCATION = "location"
    DEVICE = "device"
    APPLICATION = "application"
