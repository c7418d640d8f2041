"""Splits any name into words, which each language joins in its own way."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+(?:[0-9]+[a-z]*)*|[A-Z]+[0-9]*|[0-9]+")
_SPOKEN = {"+": " plus ", "$": " ", "@": " at ", "&": " and ", "%": " percent ", "#": " number "}
_LEADING = {"-": " minus ", "+": " plus ", "<": " less ", ">": " greater ", "=": " equal ", "*": " any "}


def words_of(name: str) -> tuple[str, ...]:
    """Lower-case ASCII words, at least one: `displayName` and `display-name` are the same two."""
    if name and name[0] in _LEADING and len(name) > 1:
        name = _LEADING[name[0]] + name[1:]
    plain = unicodedata.normalize("NFKD", "".join(_SPOKEN.get(letter, letter) for letter in name))
    found = tuple(word.lower() for word in _WORD.findall(re.sub(r"[^\x00-\x7f]", _spelt, plain)))
    return found or ("empty",) if not name.strip() else found or ("symbol",)


def _spelt(match: re.Match[str]) -> str:
    """What is not ASCII: an accent is dropped, anything else is spelt by its Unicode name."""
    letter = match[0]
    if unicodedata.combining(letter):
        return ""
    return f" {unicodedata.name(letter, f'u{ord(letter):04x}').lower()} "


def snake(words: tuple[str, ...]) -> str:
    return "_".join(words)


def kebab(words: tuple[str, ...]) -> str:
    return "-".join(words)


def screaming(words: tuple[str, ...]) -> str:
    return "_".join(words).upper()


def pascal(words: tuple[str, ...]) -> str:
    return "".join(word[:1].upper() + word[1:] for word in words)


def camel(words: tuple[str, ...]) -> str:
    joined = pascal(words)
    return joined[:1].lower() + joined[1:]
