"""What cards say of groups: CATEGORIES (RFC 6350 §6.7.1), and members (§6.6.5) as each version has them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from a3dav_content.card_lines import CardLine, exchanged, last_place, lines_named
from a3dav_content.card_names import KIND_3, MEMBER_3
from a3dav_content.card_upgrade import decoded
from a3dav_content.card_values import joined, plain_uri
from a3dav_content.card_versions import version_of
from a3dav_content.cards import comparable_uid
from a3dav_content.lines import Component, Property, escape_text, fold, serialise, split_unescaped, unescape_text

KINDS, MEMBERS = {"KIND": "MEMBER", KIND_3: MEMBER_3}, frozenset({"MEMBER", MEMBER_3})
CATEGORIES = "CATEGORIES"
_TOLD = frozenset({"UID", "FN", CATEGORIES, *KINDS, *MEMBERS})
_URN = "urn:uuid:"
_KIND_LINE = re.compile(rb"\r\n(KIND|X-ADDRESSBOOKSERVER-KIND):group\r\n", re.IGNORECASE)
_END = re.compile(rb"\r\nEND:VCARD(?:\r\n)?\Z")
_TAIL = 64
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def comparable_category(text: str) -> str:
    """Categories, and names of groups, are the same whatever their case and composition."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", _tidy(text)).casefold())


def comparable_member(text: str) -> str:
    """A UID, and what a group calls it by: with `urn:uuid:` before it, or bare."""
    return comparable_uid(_bare(plain_uri(text.strip())))


def reference_to(uid: str) -> str:
    """What a group calls a card by; clients write the URN before any UID that is no URI itself."""
    return uid if _SCHEME.match(uid) else _URN + uid


def _bare(uid: str) -> str:
    return uid[len(_URN) :] if uid[: len(_URN)].lower() == _URN else uid


def _tidy(text: str) -> str:
    return " ".join(text.split())


@dataclass(slots=True, frozen=True)
class Grouping:
    """What one card says; `categories` is None where it has no such property, and so says nothing about groups."""

    uid: str
    name: str
    group: bool
    categories: tuple[str, ...] | None
    members: tuple[str, ...]

    @classmethod
    def of(cls, body: bytes) -> Grouping:
        """Raises ContentError."""
        return cls.told(line.entry for line in lines_named(body, _TOLD) if line.name in _TOLD)

    @classmethod
    def of_card(cls, card: Component) -> Grouping:
        """The same for a body that was parsed."""
        return cls.told(decoded(entry) for entry in card.properties if entry.name in _TOLD)

    @classmethod
    def told(cls, entries: Iterable[Property]) -> Grouping:
        found: dict[str, list[Property]] = {}
        for entry in entries:
            found.setdefault(entry.name, []).append(entry)
        is_group = any(entry.value.strip().lower() == "group" for name in KINDS for entry in found.get(name, ()))
        return cls(
            _bare(found["UID"][0].value.strip()) if "UID" in found else "",
            _tidy(found["FN"][0].text) if "FN" in found else "",
            is_group,
            tuple(_categories_of(found[CATEGORIES])) if CATEGORIES in found else None,
            tuple(entry.value for name in MEMBERS for entry in found.get(name, ())) if is_group else (),
        )

    @property
    def by_category(self) -> dict[str, str]:
        """The categories in comparable form, each with the text that stands there first."""
        return _named(self.categories or ())

    @property
    def by_member(self) -> dict[str, str]:
        return {comparable_member(member): member for member in self.members if member.strip()}


@dataclass(slots=True, frozen=True)
class Regrouping:
    """Comparable members that a group no longer has, and such as it has now."""

    removed: frozenset[str]
    added: frozenset[str]


def _categories_of(entries: Iterable[Property]) -> Iterator[str]:
    for entry in entries:
        yield from filter(None, (_tidy(unescape_text(item)) for item in split_unescaped(entry.value, ",")))


def _named(texts: Iterable[str]) -> dict[str, str]:
    named: dict[str, str] = {}
    for text in texts:
        named.setdefault(comparable_category(text), text)
    return named


def recategorised(body: bytes, removed: Collection[str], added: Sequence[str]) -> bytes:
    """The card without some categories and with others, which come where the first removed one was."""
    lines = list(lines_named(body, {CATEGORIES}))
    gone = {comparable_category(text) for text in removed}
    before = {line.start: split_unescaped(line.value, ",") for line in lines if line.name == CATEGORIES}
    stay = {start: [item for item in items if _key(item) not in gone] for start, items in before.items()}
    has = {_key(item) for items in stay.values() for item in items}
    version = version_of(body)
    new = [joined([[text]], semicolons=version == "3.0") for key, text in _named(added).items() if key not in has]
    after = _placed(before, stay, new)
    pieces = [
        (line.start, line.end, line.with_value(",".join(items)) if any(map(str.strip, items)) else b"")
        for line in lines
        if (items := after.get(line.start)) is not None and items != before[line.start]
    ]
    if new and not before:
        place, eol = last_place(lines)
        pieces.append((place, place, fold(f"{CATEGORIES}:{','.join(new)}", eol)))
    return exchanged(body, pieces)


def _key(item: str) -> str:
    return comparable_category(unescape_text(item))


def _placed(
    before: dict[int, list[str]], stay: dict[int, list[str]], new: list[str]
) -> dict[int, list[str]]:  # fmt: skip
    """The items of each line with the new ones among them."""
    for start, items in before.items():
        if len(stay[start]) < len(items):
            first = next(place for place, item in enumerate(items) if item not in stay[start])
            return stay | {start: [*stay[start][:first], *new, *stay[start][first:]]}
    if not new or not stay:
        return stay
    last = max(stay)
    return stay | {last: [*filter(str.strip, stay[last]), *new]}


def with_members(body: bytes, removed: Collection[str], added: Sequence[str]) -> bytes:
    """The group without those of these comparable UIDs, and with references to other UIDs, as they are written."""
    if not removed and (longer := _lengthened(body, added)) is not None:
        return longer
    lines = list(lines_named(body, {*KINDS, *MEMBERS}))
    members = [(comparable_member(line.value), line) for line in lines if line.name in MEMBERS]
    pieces = [(line.start, line.end, b"") for key, line in members if key in removed]
    has = {key for key, _ in members} - set(removed)
    new = [uid for uid in dict.fromkeys(added) if comparable_member(uid) not in has]
    if new:
        name = members[-1][1].name if members else _member_name(lines)
        place, eol = (members[-1][1].end, members[-1][1].eol) if members else last_place(lines)
        pieces.append((place, place, b"".join(fold(f"{name}:{reference_to(uid)}", eol) for uid in new)))
    return exchanged(body, pieces)


def _lengthened(body: bytes, added: Iterable[str]) -> bytes | None:
    """What takes no look at the thousands of members that a group may have; None where a closer look is needed."""
    kind, end = _KIND_LINE.search(body), _END.search(body, max(0, len(body) - _TAIL))
    if kind is None or end is None or body.count(b"BEGIN:") != 1 or any(uid.encode() in body for uid in added):
        return None
    name = KINDS[kind[1].decode().upper()]
    new = b"".join(fold(f"{name}:{reference_to(uid)}") for uid in dict.fromkeys(added))
    return body[: end.start() + 2] + new + body[end.start() + 2 :]


def _member_name(lines: Iterable[CardLine]) -> str:
    return next((KINDS[line.name] for line in lines if line.name in KINDS), MEMBER_3)


def group_card(version: str, uid: str, name: str, member: str) -> bytes:
    """A new group of one member; `uid` is a UUID."""
    kind = "KIND" if version == "4.0" else KIND_3
    lines = [
        Property("VERSION", version),
        Property("UID", _URN + uid if version == "4.0" else uid),
        Property("FN", escape_text(name)),
        Property("N", f"{escape_text(name)};;;;"),
        Property(kind, "group"),
        Property(KINDS[kind], reference_to(member)),
    ]
    return serialise(Component("VCARD", lines))
