"""JSContact (RFC 9553): cards in JSON, and content lines edited by it, converted as RFC 9555 says.

- `to_jscontact(text)` reads a vCard of version 3.0 or 4.0 as a Card.
- `from_jscontact(value)` writes the vCard 4.0 of a Card.
- `edit_card(text, wanted)` makes a stored vCard say what is wanted: only lines whose meaning changed are exchanged, and
  those are written in the version that it is stored in.
- `patch_card(text, patch)` does so for a PatchObject (RFC 9553 §1.4.3), or a merge patch (RFC 7396).

Texts come as `str` or `bytes`, and go as `bytes`. What JSContact cannot say goes along in `vCardProps`, `vCardParams`
and `vCardName`. Refusals are a ContentError: an InvalidJson has the `pointer` of what is wrong in an object.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from a3dav_content.card_versions import downgraded_lines
from a3dav_content.errors import InvalidJson
from a3dav_content.jscontact.cards import read_card, write_card
from a3dav_content.jscontact.shapes import CARD
from a3dav_content.json_pointers import apply_merge_patch, apply_patch
from a3dav_content.json_shapes import Walk
from a3dav_content.lines import LIMITS, Limits, Property, serialise
from a3dav_content.restoring import removing, restored, without_nulls
from a3dav_content.sketches import as_written, merged

MEDIA_TYPE = "application/jscontact+json"
Json = dict[str, Any]
_UNASKED = ("@type", "version", "uid", "prodId", "created", "updated")
"""Members that stay where a wanted card does not speak of them, beside all that is passed through."""


def to_jscontact(text: str | bytes, limits: Limits = LIMITS) -> Json:
    """A card as JSContact; raises ContentError."""
    return read_card(_body(text), limits).value


def from_jscontact(value: Mapping[str, Any]) -> bytes:
    """The vCard 4.0 that a card says; raises InvalidJson."""
    wanted = _checked(value)
    if not wanted.get("uid"):
        raise InvalidJson("uid is missing", "")
    return serialise(write_card(wanted, ids=True).component())


def edit_card(text: str | bytes, wanted: Mapping[str, Any], limits: Limits = LIMITS) -> bytes:
    """The text as the wanted card says it; what means the same stays byte for byte. Raises ContentError.

    What a JSContact client cannot know stays where `wanted` leaves it out: unknown properties and parameters, groups,
    and members that are of no standard. A member that is null is removed.
    """
    body = _body(text)
    stored = read_card(body, limits)
    _checked(wanted, stored.value)
    whole = without_nulls(restored(stored.value, wanted, _UNASKED))
    spell = as_written if stored.version == "4.0" else _in_3
    return merged(body, stored.sketch, write_card(stored.value, ids=False), write_card(whole, ids=False), spell)


def patch_card(text: str | bytes, patch: Mapping[str, Any], *, merge: bool = False) -> bytes:
    """The text with a PatchObject applied to its card, or a merge patch; raises ContentError."""
    before = to_jscontact(text)
    after = apply_merge_patch(before, dict(patch)) if merge else apply_patch(before, patch, arrays=True)
    return edit_card(text, removing(before, after))


def _in_3(entry: Property) -> Sequence[Property]:
    return downgraded_lines(entry)


def _body(text: str | bytes) -> bytes:
    return text.encode("utf-8", "replace") if isinstance(text, str) else text


def _checked(value: Mapping[str, Any], stored: Json | None = None) -> Json:
    if not isinstance(value, Mapping):
        raise InvalidJson("an object is expected", "")
    wanted = without_nulls(dict(value))
    CARD(wanted, "", Walk(stored=stored))
    return wanted


__all__ = ["MEDIA_TYPE", "apply_patch", "edit_card", "from_jscontact", "patch_card", "to_jscontact"]
