# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .webhook import Webhook

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class WebhookPage(Model):
    """A page of webhooks."""

    items: list[Webhook]
    """The webhooks."""
    next: str | None
    """Null; there is one page."""

    _members: ClassVar[List[Member]] = [
        Member("items", "items", list_of(named("Webhook")), True),
        Member("next", "next", or_null(TEXT), True),
    ]
