"""Conversion of vCards between 3.0 and 4.0, such that both ways together mean what they began with.

Each property is converted by its rule. Where the way back would end elsewhere, the original goes along in
X-A3DAV parameters; it comes back only while it still is what its conversion says, so that an edit wins.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from urllib.parse import parse_qsl, quote, unquote, urlencode

from a3dav_content.card_downgrade import to_3
from a3dav_content.card_meaning import same
from a3dav_content.card_media import without
from a3dav_content.card_names import NAMES_3, OURS, SINGLE
from a3dav_content.card_upgrade import decoded, to_4
from a3dav_content.card_values import encode_param, joined
from a3dav_content.cards import Card
from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.lines import (
    LIMITS,
    Component,
    Limits,
    Params,
    Property,
    decode_param,
    line_of,
    property_of,
    serialise,
)

NAME, VALUE, PARAMS, ADDED = f"{OURS}NAME", f"{OURS}VALUE", f"{OURS}PARAMS", f"{OURS}ADDED"
CARRIED = (NAME, VALUE, PARAMS)
_FOLD = re.compile(rb"(?:\r\n|\n|\r)[ \t]")
_VERSION = re.compile(
    rb"(?:^|(?<=\r))(?:[\w-]+\.)?VERSION(?::[ \t]*(\d\.\d)[ \t]*(?=[\r\n]|\Z)|[:;])", re.IGNORECASE | re.MULTILINE
)
"""The line of a version, and the version where it is said plainly."""
_NO_RANK = 101
MOST_PROPERTIES = 20_000
"""A few seconds of work."""

Convert = Callable[[Property], Property]


def version_of(body: bytes) -> str:
    """The version a card says it has, read without the rest where one line says it; "" where none is seen."""
    found: list[bytes] = _VERSION.findall(_FOLD.sub(b"", body))
    if len(found) == 1 and found[0]:
        return found[0].decode()
    try:
        return Card.parse(body).version
    except ContentError:
        return ""


def convert(body: bytes, version: str, limits: Limits = LIMITS) -> bytes:
    """A stored card in a version; its own bytes where it has that version. Raises ContentError."""
    if version_of(body) == version:
        return body
    card = Card.parse(body, limits)
    return body if card.version == version else serialise(converted(card, version))


SPELT = {"X-ABLABEL": "X-ABLabel", "X-ABSHOWAS": "X-ABShowAs"}
"""Names as those write them who read nothing else."""


def converted(card: Card, version: str) -> Component:
    """The card in the other version."""
    if len(card.properties) > MOST_PROPERTIES:
        raise LimitExceeded("conversion", f"a card of more than {MOST_PROPERTIES} properties is not converted")
    entries = [entry for entry in card.properties if entry.name != "VERSION"]
    properties = _upgraded(entries) if version == "4.0" else _downgraded(entries)
    spelt = (Property(SPELT.get(e.name, e.name), e.value, e.params, e.group) for e in properties)
    return Component("VCARD", [Property("VERSION", version), *spelt], card.component.components)


def _downgraded(entries: Sequence[Property]) -> Iterator[Property]:
    ranks = _best_ranks(entries)
    names = Counter(entry.name for entry in entries)
    seen: set[str] = set()
    for entry in entries:
        best = entry.param("PREF") is not None and _rank(entry) == ranks[entry.name]
        there = partial(to_3, best=best, again=_is_again(entry.name, seen))
        main, beside = _taken_apart(entry, alone=names["N"] == 1)
        yield _there_and_back(main, there, to_4, "4.0")
        yield from beside
    if "N" not in names:
        yield _made_up_name(entries)


def _upgraded(entries: Sequence[Property]) -> Iterator[Property]:
    entries = [decoded(entry) for entry in entries]
    sort_string = _sort_string(entries)
    labels = _Labels(entries)
    made_up = _made_up_name(entries).value
    seen: set[str] = set()
    for position, entry in enumerate(entries):
        if entry is sort_string or labels.is_used(position) or _is_made_up(entry, made_up):
            continue
        best = any(value.lower() == "pref" for value in entry.params_named("TYPE"))
        back = partial(to_3, best=best, again=_is_again(entry.name.removeprefix(OURS), seen))
        found = _there_and_back(entry, to_4, back, "3.0")
        if entry.name == "N" and sort_string is not None:
            found.params += (("SORT-AS", (encode_param(sort_string.text),)),)
        if (label := labels.of(position)) is not None:
            found.params += (("LABEL", (encode_param(label.text),)),)
        yield found


def upgraded_lines(card: Card) -> Iterator[tuple[Property, tuple[int, ...]]]:
    """Each property of a card of 3.0 in 4.0, with the lines that say it; what has no place there is left out."""
    entries = [entry for entry in card.properties if entry.name != "VERSION"]
    sort_string, labels, made_up = _sort_string(entries), _Labels(entries), _made_up_name(entries).value
    for position, entry in enumerate(entries):
        if entry is sort_string or labels.is_used(position) or _is_made_up(entry, made_up):
            continue
        found, numbers = to_4(entry), [entry.line]
        if entry.name == "N" and sort_string is not None:
            found.params += (("SORT-AS", (encode_param(sort_string.text),)),)
            numbers.append(sort_string.line)
        if (label := labels.of(position)) is not None:
            found.params += (("LABEL", (encode_param(label.text),)),)
            numbers.append(label.line)
        yield found, tuple(numbers)


def downgraded_lines(entry: Property) -> list[Property]:
    """A property of 4.0 as 3.0 has it, with what is a property of its own there."""
    main, beside = _taken_apart(entry, alone=True)
    said = to_3(main)
    return [Property(SPELT.get(said.name, said.name), said.value, said.params, said.group), *beside]


def _is_again(name: str, seen: set[str]) -> bool:
    """Whether a property stands here again that readers of 3.0 expect once; `name` is of either version."""
    single = NAMES_3.get(name, name)
    again = single in seen
    if single in SINGLE:
        seen.add(single)
    return again


def _there_and_back(entry: Property, there: Convert, back: Convert, version: str) -> Property:
    """Converts, and remembers in the result what the way back could not know; `version` is that of the entry."""
    bare = Property(entry.name, entry.value, without(entry.params, *CARRIED), entry.group)
    if len(bare.params) != len(entry.params):
        original = _carried(entry, bare)
        if _is_sound(original) and same(back(original), bare, version):
            return original
    result = there(bare)
    if same(back(result), bare, version):
        return result
    return _laden(result, bare)


def _laden(result: Property, original: Property) -> Property:
    """The result with all of the original that it does not say itself; at least one parameter tells of it."""
    params: Params = ()
    if original.value != result.value:
        params += ((VALUE, (quote(original.value, safe=" "),)),)
    if original.name != result.name or (not params and original.params == result.params):
        params += ((NAME, (original.name,)),)
    if original.params or result.params:
        pairs = [(name, value) for name, values in original.params for value in values]
        params += ((PARAMS, (urlencode(pairs),)),)
    return Property(result.name, result.value, result.params + params, result.group)


def _carried(entry: Property, bare: Property) -> Property:
    """The original as its parameters tell it, in the other version."""
    name, value, params = (entry.param(key) for key in CARRIED)
    kept = bare.params if params is None else tuple((k.upper(), (v,)) for k, v in parse_qsl(params, True))
    return Property((name or bare.name).upper(), bare.value if value is None else unquote(value), kept, bare.group)


def _is_sound(entry: Property) -> bool:
    """Whether a content line says this property, and nothing more: what was carried may be forged."""
    line = line_of(entry)
    if "\n" in line or "\r" in line:
        return False
    try:
        read = property_of(line)
    except ContentError:
        return False
    return (read.name, read.value, read.params) == (entry.name, entry.value, entry.params)


def _rank(entry: Property) -> int:
    text = entry.param("PREF") or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else _NO_RANK


def _best_ranks(entries: Sequence[Property]) -> dict[str, int]:
    ranks: dict[str, int] = {}
    for entry in entries:
        ranks[entry.name] = min(ranks.get(entry.name, _NO_RANK), _rank(entry))
    return ranks


def _taken_apart(entry: Property, *, alone: bool) -> tuple[Property, list[Property]]:
    """What parameters of 4.0 are properties of their own in 3.0: SORT-AS of N, LABEL of ADR."""
    if entry.name == "N" and alone:
        return _without_param(entry, "SORT-AS", "SORT-STRING")
    if entry.name == "ADR":
        return _without_param(entry, "LABEL", "LABEL")
    return entry, []


def _without_param(entry: Property, param: str, name: str) -> tuple[Property, list[Property]]:
    values = entry.params_named(param)
    if len(values) != 1 or (param == "SORT-AS" and "," in values[0]):
        return entry, []
    text = decode_param(values[0])
    if param == "LABEL":
        text = text.replace("\\n", "\n")  # RFC 6350 §6.3.1 wrote line breaks so before RFC 6868
    types = to_3(Property("ADR", "", _types_of(entry), entry.group)).params if param == "LABEL" else ()
    beside = Property(name, joined([[text]], semicolons=True), types, entry.group)
    return Property(entry.name, entry.value, without(entry.params, param), entry.group), [beside]


def _types_of(entry: Property) -> Params:
    return tuple((name, values) for name, values in entry.params if name == "TYPE")


def _sort_string(entries: Sequence[Property]) -> Property | None:
    """The SORT-STRING that can be a parameter of the only N."""
    found = [entry for entry in entries if entry.name == "SORT-STRING"]
    names = [entry for entry in entries if entry.name == "N"]
    if len(found) != 1 or len(names) != 1 or names[0].param("X-SORT-AS") is not None:
        return None
    only = found[0]
    fits = not only.params and only.group == names[0].group and "," not in only.text
    return only if fits else None


class _Labels:
    """Which LABEL belongs to which ADR: the one behind it, or the next of the same types."""

    def __init__(self, entries: Sequence[Property]) -> None:
        self._entries = entries
        self._of: dict[int, Property] = {}
        self._used: set[int] = set()
        free: dict[object, deque[int]] = {}
        for position, entry in enumerate(entries):
            if entry.name == "ADR" and entry.param("X-LABEL") is None and not self._is_followed(position):
                free.setdefault(_place(entry), deque()).append(position)
        for position, entry in enumerate(entries):
            if self._is_label(entry) and position not in self._used and (waiting := free.get(_place(entry))):
                self._pair(waiting.popleft(), position)

    def _is_followed(self, position: int) -> bool:
        after = self._entries[position + 1] if position + 1 < len(self._entries) else None
        fits = after is not None and self._is_label(after) and _place(after) == _place(self._entries[position])
        if fits:
            self._pair(position, position + 1)
        return fits

    def _pair(self, address: int, label: int) -> None:
        self._of[address] = self._entries[label]
        self._used.add(label)

    @staticmethod
    def _is_label(entry: Property) -> bool:
        return entry.name == "LABEL" and all(name == "TYPE" for name, _ in entry.params)

    def is_used(self, position: int) -> bool:
        return position in self._used

    def of(self, position: int) -> Property | None:
        return self._of.get(position)


def _place(entry: Property) -> tuple[str, frozenset[str]]:
    return entry.group, frozenset(value.lower() for value in entry.params_named("TYPE")) - {"pref"}


def _made_up_name(entries: Sequence[Property]) -> Property:
    """N is required in 3.0; clients show it, so that it says what FN says."""
    shown = next((entry.text for entry in entries if entry.name == "FN"), "")
    return Property("N", joined([[shown], [""], [""], [""], [""]], semicolons=True), ((ADDED, ("1",)),))


def _is_made_up(entry: Property, made_up: str) -> bool:
    return entry.name == "N" and entry.param(ADDED) is not None and entry.value == made_up
