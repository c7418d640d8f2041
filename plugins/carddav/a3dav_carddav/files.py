"""Contact files for `a3dav import` and `a3dav export`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from a3dav.registries import ContentType
from a3dav_carddav.names import ADDRESS_BOOK, ADDRESS_BOOKS
from a3dav_content.cards import Card, split
from a3dav_content.errors import ContentError, InvalidCard
from a3dav_content.lines import parse, serialise

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def join(bodies: Iterable[bytes]) -> Iterator[bytes]:
    """Cards one behind the other, each ended by a line break."""
    for body in bodies:
        card = body.removeprefix(BYTE_ORDER_MARK)
        yield card if card.endswith((b"\n", b"\r")) else card + b"\r\n"


def _split(body: bytes) -> Iterator[tuple[str, bytes]]:
    found = False
    for card in split(body):
        found = True
        yield _name(card), card
    if not found and body.strip():
        raise InvalidCard("the file has no vCard in it")


def _name(card: bytes) -> str:
    """The UID, so that the same card comes to the same place again; else a digest of what it says."""
    try:
        uid = Card.parse(card).uid
    except ContentError:
        uid = None  # validation says what is wrong
    return uid or hashlib.blake2b(card, digest_size=16).hexdigest()


def _same(one: bytes, other: bytes) -> bool:
    try:
        return list(map(serialise, parse(one))) == list(map(serialise, parse(other)))
    except ContentError:
        return False


CONTACT_FILES = ContentType(
    ".vcf", "text/vcard", ADDRESS_BOOKS, ADDRESS_BOOK, _split, lambda _: "addressbook", join,
    aliases=("text/x-vcard", "text/directory"), same=_same,
)  # fmt: skip
