"""The forms in which a stored card is served: vCard 3.0, vCard 4.0 and jCard, whole or in parts."""

from __future__ import annotations

from dataclasses import dataclass

from a3dav_content.card_data import WantedCard, project
from a3dav_content.card_versions import convert, version_of
from a3dav_content.errors import ContentError
from a3dav_content.jcard import MEDIA_TYPE as JCARD
from a3dav_content.jcard import to_jcard

VCARD = "text/vcard"


@dataclass(slots=True, frozen=True)
class Form:
    media_type: str
    version: str

    def is_stored(self, version: str) -> bool:
        """Whether a card of a version is served as it is."""
        return self.media_type == VCARD and self.version == version


FORMS = (Form(VCARD, "3.0"), Form(VCARD, "4.0"), Form(JCARD, "4.0"))


def in_form(body: bytes, form: Form, part: WantedCard) -> bytes:
    """A stored card in a form; raises ContentError where it cannot be said so."""
    if form.is_stored(version_of(body)):
        return _projected(body, part)
    converted = convert(body, form.version)
    return to_jcard(converted, part) if form.media_type == JCARD else project(converted, part)


def _projected(body: bytes, part: WantedCard) -> bytes:
    try:
        return project(body, part)
    except ContentError:
        return body  # stored under rules that were wider than those of today
