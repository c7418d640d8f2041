"""Which form of a resource a client wants to have, by its Accept header (RFC 9110 §12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.errors import NotAcceptable
from a3dav.exchange import Body

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.registries import Representation, ResourceType

MOST_RANGES = 50
_WEIGHT = re.compile(r"[01](?:\.\d{0,3})?", re.ASCII)
IGNORED = frozenset({"charset", "q"})
"""Parameters that tell no form from another: everything is UTF-8."""


@dataclass(slots=True, frozen=True)
class MediaType:
    """A media type, or a range of them; parameters in lower case."""

    type: str
    subtype: str
    parameters: frozenset[tuple[str, str]] = frozenset()
    weight: float = 1.0

    @classmethod
    def parse(cls, text: str) -> MediaType:
        name, *rest = text.split(";")
        kind, _, subtype = name.strip().lower().partition("/")
        given = [(key.strip().lower(), value.strip().strip('"').lower()) for key, _, value in _pairs(rest)]
        weight = next((_weight(value) for key, value in given if key == "q"), 1.0)
        return cls(kind, subtype, frozenset(pair for pair in given if pair[0] not in IGNORED), weight)

    def covers(self, other: MediaType) -> bool:
        return (
            self.type in {"*", other.type}
            and self.subtype in {"*", other.subtype}
            and self.parameters <= other.parameters
        )

    @property
    def stem(self) -> str:
        """What the content is, in whatever syntax: "vcard" of text/vcard and application/vcard+xml."""
        return self.subtype.partition("+")[0].removeprefix("x-")

    @property
    def exactness(self) -> tuple[bool, bool, int]:
        return self.type != "*", self.subtype != "*", len(self.parameters)


def _pairs(parameters: Iterable[str]) -> Iterable[tuple[str, str, str]]:
    return (parameter.partition("=") for parameter in parameters if parameter.strip())


def _weight(text: str) -> float:
    """RFC 9110 §12.4.2; other numbers that Python reads, such as nan, cannot be compared."""
    return min(float(text), 1.0) if _WEIGHT.fullmatch(text) else 0.0


def ranges_of(accept: str) -> list[MediaType]:
    return [MediaType.parse(part) for part in accept.split(",")[:MOST_RANGES] if part.strip()]


def quality(ranges: Sequence[MediaType], media_type: str) -> float:
    """How welcome a media type is: the weight of the most exact range that covers it, else nothing."""
    wanted = MediaType.parse(media_type)
    covering = [entry for entry in ranges if entry.covers(wanted)]
    return max(covering, key=lambda entry: entry.exactness).weight if covering else 0.0


def choose(kind: ResourceType, accept: str, body: bytes) -> Representation | None:
    """The form that is most welcome, the stored one (None) before others; raises NotAcceptable."""
    ranges = ranges_of(accept)
    stored = kind.stored_as(body) if kind.stored_as else (kind.content_type,)
    best = max(quality(ranges, media_type) for media_type in stored)
    chosen = None
    for form in kind.representations:
        weight = quality(ranges, form.media_type)
        if weight > best:
            best, chosen = weight, form
    if best == 0.0 and _is_about(ranges, stored) and kind.conversion_condition:
        raise _refused(f"there is no form for Accept: {accept[:80]!r}", kind)
    return chosen


def _is_about(ranges: Sequence[MediaType], stored: Iterable[str]) -> bool:
    """Whether Accept speaks of this content at all: Thunderbird and others send one that is meant for XML."""
    stems = {MediaType.parse(media_type).stem for media_type in stored}
    return any(entry.stem in stems for entry in ranges)


def negotiate(house: House, kind: str, accept: str, body: Body) -> str:
    """The tag of the form to serve, "" for the stored bytes."""
    chosen = choose(house.types[kind], accept, body.read())
    return chosen.tag if chosen else ""


def adapt(house: House, kind: str, value: str, body: Body) -> tuple[str, Body]:
    """The body as the header of an adaptation wants it, with a tag where that is not the stored one."""
    adaptation = house.types[kind].adaptation
    if adaptation is None:
        return "", body
    stored = body.read()
    served = adaptation.apply(value, stored)
    return ("", body) if served == stored else (adaptation.tag(value), Body(served, None, len(served)))


def form_of(kind: ResourceType, tag: str) -> Representation:
    return next(form for form in kind.representations if form.tag == tag)


def convert(house: House, kind: str, tag: str, body: Body) -> Body:
    """The body in another form; refuses what cannot be said in it."""
    of_kind = house.types[kind]
    try:
        data = form_of(of_kind, tag).convert(body.read())
    except ValueError as error:
        raise _refused(f"the content cannot be converted: {error}", of_kind) from error
    return Body(data, None, len(data))


def _refused(message: str, kind: ResourceType) -> NotAcceptable:
    return NotAcceptable(message, condition=kind.conversion_condition or None, headers=(("Vary", "Accept"),))
