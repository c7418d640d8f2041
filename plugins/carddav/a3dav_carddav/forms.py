"""The forms of a card that GET serves by Accept (RFC 6352 §5.1.1)."""

from __future__ import annotations

from functools import partial

from a3dav.registries import Representation
from a3dav_carddav.names import CARD_TYPE_4
from a3dav_content.card_versions import convert, version_of
from a3dav_content.jcard import MEDIA_TYPE as JCARD
from a3dav_content.jcard import to_jcard

REPRESENTATIONS = (
    Representation(CARD_TYPE_4.replace("4.0", "3.0"), "vcard3", partial(convert, version="3.0")),
    Representation(CARD_TYPE_4, "vcard4", partial(convert, version="4.0")),
    Representation(JCARD, "jcard", to_jcard),
)


def stored_as(body: bytes) -> tuple[str, ...]:
    """The media types of a stored card; the last two are what clients called vCards before RFC 6350."""
    return f"text/vcard; version={version_of(body)}", "text/x-vcard", "text/directory; profile=vcard"
