"""Inputs made out of others by what breaks parsers of text: lines, tokens, numbers and bytes in wrong places."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

LONGEST = 64 * 1024
TOKENS = (
    b"", b"\x00", b"\r", b"\n", b"\r\n", b"\r\n ", b"\t", b"\xff", b"\xc3", b"\xe2\x80\xa8", b"\xef\xbf\xbe",
    b"\xf0\x9f\x98\x80", b"'", b'"',
    b"<", b">", b"</", b"/>", b"&", b"&#0;", b"%", b"%00", b"%2F", b"\\", b";", b":", b",", b"=", b"*", b"(", b")",
    b"[", b"]", b"{", b"}",
    b"-1", b"0", b"1", b"9999999999", b"18446744073709551616", b"1e400", b"NaN", "\u0661".encode(), "\u00b2".encode(),
    b"../", b"//",
)  # fmt: skip
NUMBERS = (b"0", b"-1", b"1", b"7", b"255", b"999", b"65536", b"2147483648", b"9223372036854775808", b"9" * 40)
_NUMBER = re.compile(rb"\d+")
Mutation = Callable[[bytes, random.Random, "Material"], bytes]


class Material:
    """What mutations take from elsewhere: words of the format, and lines of other inputs."""

    def __init__(self, tokens: Sequence[str], others: Sequence[bytes]) -> None:
        self.tokens = [*TOKENS, *(token.encode() for token in tokens)]
        self.others = list(others) or [b""]


def mutated(data: bytes, chance: random.Random, material: Material, most: int = LONGEST) -> bytes:
    """The input after some few changes."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        data = chance.choice(MUTATIONS)(data, chance, material)
    return data[:most]


def _place(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice((0, 1, 1, 2, 4, 16, 64)))


def _insert(data: bytes, chance: random.Random, material: Material) -> bytes:
    start, _ = _place(data, chance)
    return data[:start] + chance.choice(material.tokens) + data[start:]


def _replace(data: bytes, chance: random.Random, material: Material) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + chance.choice(material.tokens) + data[end:]


def _delete(data: bytes, chance: random.Random, material: Material) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + data[end:]


def _flip(data: bytes, chance: random.Random, material: Material) -> bytes:
    start, _ = _place(data, chance)
    return data[:start] + bytes([chance.randrange(256)]) + data[start + 1 :]


def _number(data: bytes, chance: random.Random, material: Material) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    match = chance.choice(found)
    return data[: match.start()] + chance.choice(NUMBERS) + data[match.end() :]


def _lines(data: bytes, chance: random.Random, material: Material) -> bytes:
    """Removes, doubles, swaps or borrows a line."""
    found = data.splitlines(keepends=True) or [b""]
    place, other = chance.randrange(len(found)), chance.randrange(len(found))
    what = chance.randrange(4)
    if what == 0:
        found[place], found[other] = found[other], found[place]
    elif what == 1:
        found.insert(place, found[other])
    elif what == 2:
        del found[place]
    else:
        found.insert(place, chance.choice(chance.choice(material.others).splitlines(keepends=True) or [b""]))
    return b"".join(found)


def _cross(data: bytes, chance: random.Random, material: Material) -> bytes:
    """The head of one input and the tail of another."""
    other = chance.choice(material.others)
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _repeat(data: bytes, chance: random.Random, material: Material) -> bytes:
    """A piece many times over, for what takes quadratic time."""
    start, end = _place(data, chance)
    times = chance.choice((2, 3, 10, 100, 1000, 5000)) if chance.randrange(4) == 0 else 2
    return data[:start] + data[start:end] * times + data[end:]


MUTATIONS: tuple[Mutation, ...] = (_insert, _replace, _delete, _flip, _number, _lines, _lines, _lines, _cross, _repeat)
