# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class WebhookPatch(Model):
    """What is to be changed of a webhook."""

    url: str | Unset = UNSET
    """Where it sends to, with https."""
    name: str | None | Unset = UNSET
    """What it is for."""
    types: list[str] | None | Unset = UNSET
    """What it sends, such as `event.created`, or `event.*` for whatever happens to events; null for everything."""
    collections: list[str] | None | Unset = UNSET
    """The collections whose changes it sends; null for all that one sees."""
    active: bool | None | Unset = UNSET
    """Whether it is switched on; null for true."""

    _members: ClassVar[List[Member]] = [
        Member("url", "url", TEXT, False),
        Member("name", "name", or_null(TEXT), False),
        Member("types", "types", or_null(list_of(TEXT)), False),
        Member("collections", "collections", or_null(list_of(TEXT)), False),
        Member("active", "active", or_null(BOOLEAN), False),
    ]
