"""Components of names and addresses (RFC 9555 §2.5.5, §2.6.1) from and to the structured values of N and ADR."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from a3dav_content.card_values import Shape, joined, parts
from a3dav_content.jsprop import unbroken
from a3dav_content.lines import escape_text, split_unescaped, unescape_text

Json = dict[str, Any]
JSCOMPS = "JSCOMPS"
MOST = 1_000
_POSITION = re.compile(r"(\d{1,3})(?:,(\d{1,4}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Structure:
    """What the positions of a value are; `copies` are written for readers who know no others, and read from none else.

    `joint` says that a copy is one text, made of what it stands for.
    """

    kinds: tuple[str, ...]
    copies: Mapping[int, tuple[str, ...]]
    joint: bool
    order: tuple[int, ...] = ()


N = Structure(
    ("surname", "given", "given2", "title", "credential", "surname2", "generation"),
    {0: ("surname2",), 4: ("generation",)},
    joint=False,
)
ADR = Structure(
    (
        "postOfficeBox", "apartment", "name", "locality", "region", "postcode", "country", "room", "apartment", "floor",
        "number", "name", "building", "block", "subdistrict", "district", "landmark", "direction",
    ),
    {
        1: ("room", "floor", "apartment", "building"),
        2: ("number", "name", "block", "direction", "landmark", "subdistrict", "district"),
    },
    joint=True,
    order=(0, 1, 7, 8, 9, 12, 2, 10, 11, 13, 14, 15, 16, 17, 3, 4, 5, 6),
)  # fmt: skip
OF_RFC_6350 = 7
"""Components of ADR before RFC 9554 added more."""


def values_of(value: str, structure: Structure) -> list[list[str]] | None:
    """The texts at each position, without those that are copies; None where there are more than are known."""
    found = parts(value, Shape.COMPOUND)
    if len(found) > len(structure.kinds) or sum(map(len, found)) > MOST:
        return None
    found += [[]] * (len(structure.kinds) - len(found))
    if structure.joint:
        return _alone(found)
    seen = {index: set(found[structure.kinds.index(kinds[0])]) for index, kinds in structure.copies.items()}
    return [[text for text in texts if text not in seen.get(index, ())] for index, texts in enumerate(found)]


def _alone(found: list[list[str]]) -> list[list[str]]:
    if any(text for texts in found[OF_RFC_6350:] for text in texts):
        return [[] if index in {1, 2} else texts for index, texts in enumerate(found)]
    return found


def components_of(values: Sequence[Sequence[str]], structure: Structure) -> list[Json]:
    """The components in the order of the value, where each stands for the copy of it that old readers see."""
    return [
        {"kind": structure.kinds[index], "value": text}
        for index in structure.order or range(len(values))
        for text in values[index]
        if text
    ]


def ordered(value: str, jscomps: str, values: Sequence[Sequence[str]], structure: Structure) -> Json | None:
    """What JSCOMPS says of the order (RFC 9555 §3.3.1), or None where it is not valid."""
    first, *entries = split_unescaped(jscomps, ";")
    whole = parts(value, Shape.COMPOUND)
    found: list[Json] = []
    for entry in entries[:MOST]:
        if entry.startswith("s,"):
            found.append({"kind": "separator", "value": unescape_text(entry[2:])})
            continue
        match = _POSITION.fullmatch(entry)
        if match is None:
            return None
        index, inner = int(match[1]), int(match[2] or 0)
        if index >= len(whole) or inner >= len(whole[index]) or not whole[index][inner]:
            return None
        found.append({"kind": structure.kinds[index], "value": whole[index][inner]})
    count = sum(1 for component in found if component["kind"] != "separator")
    if count != len(components_of(values, structure)) or not count or (first and not first.startswith("s,")):
        return None
    name: Json = {"components": found, "isOrdered": True}
    return {**name, "defaultSeparator": unescape_text(first[2:])} if first else name


@dataclass(slots=True)
class Written:
    """A structured value, its JSCOMPS, and what was of no kind that it has."""

    value: str
    jscomps: str | None


def written(name: Json, structure: Structure, member: str = "value") -> Written | None:
    """The value of the components of a name or address; None where one is of an unknown kind."""
    texts: list[list[str]] = [[] for _ in structure.kinds]
    entries: list[str | tuple[int, int]] = []
    last = {kind: index for index, kind in enumerate(structure.kinds)}
    for component in name.get("components") or ():
        kind, text = component["kind"], unbroken(unbroken(component.get(member) or ""))
        if kind == "separator":
            entries.append(f"s,{escape_text(text)}")
        elif kind not in last:
            return None
        else:
            entries.append((last[kind], len(texts[last[kind]])))
            texts[last[kind]].append(text)
    shift = _add_copies(texts, name, structure, member)
    order = [entry if isinstance(entry, str) else _position(*entry, shift) for entry in entries]
    default = f"s,{escape_text(name['defaultSeparator'])}" if name.get("defaultSeparator") else ""
    value = joined([inner or [""] for inner in texts], semicolons=True)
    return Written(value, ";".join([default, *order]) if name.get("isOrdered") else None)


def _position(index: int, inner: int, shift: Mapping[int, int]) -> str:
    inner += shift.get(index, 0)
    return f"{index},{inner}" if inner else str(index)


def _add_copies(texts: list[list[str]], name: Json, structure: Structure, member: str) -> dict[int, int]:
    """What old readers look for in other places; the number of texts that stand before the others there."""
    shift: dict[int, int] = {}
    for index, kinds in structure.copies.items():
        copies = [
            unbroken(component.get(member) or "")
            for component in name.get("components") or ()
            if component["kind"] in kinds
        ]
        if structure.joint:
            texts[index] = [" ".join(copies)] if copies else []
        elif index == 0:
            texts[index] = texts[index] + copies
        else:
            texts[index], shift[index] = copies + texts[index], len(copies)
    return shift


def full_text(name: Json) -> str:
    """A name put together from its components, in their order where they have one."""
    components = name.get("components") or ()
    if not name.get("isOrdered"):
        rank = {kind: index for index, kind in enumerate(("title", "given", "given2", "surname", "surname2"))}
        components = sorted(components, key=lambda component: rank.get(component["kind"], len(rank)))
    found, gap = "", ""
    for component in components:
        if component["kind"] == "separator":
            gap = component["value"]
        else:
            found += (gap if found else "") + component["value"]
            gap = name.get("defaultSeparator", " ")
    return found
