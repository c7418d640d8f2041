"""What mails and pages say, in each language that there is a file of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from babel import Locale, UnknownLocaleError

LANGUAGES = ("de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "uk")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}))?(?:[-_].*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Language:
    """`name` is the tag for HTML, `locale` has the formats of dates of the region, too, where one was named."""

    name: str
    locale: Locale
    entries: Mapping[str, str]

    def say(self, key: str, **values: str) -> str:
        return self.entries[key].format(**values)

    def count(self, key: str, number: int) -> str:
        """The form that this language has for so many."""
        form = f"{key}.{self.locale.plural_form(number)}"
        return self.say(form if form in self.entries else f"{key}.other", count=str(number))


def language_of(*wishes: str) -> Language:
    """The first of these tags (RFC 5646) that there is a text for; English for none."""
    for wish in wishes:
        match = _TAG.fullmatch(wish.strip()[:40])
        if match and match[1].lower() in LANGUAGES:
            return _language(match[1].lower(), (match[3] or "").upper())
    return _language("en", "")


@lru_cache(maxsize=200)
def _language(name: str, region: str) -> Language:
    locale = Locale.parse(name)
    if region:
        with suppress(UnknownLocaleError):  # the language has no formats of its own there
            locale = Locale.parse(f"{name}_{region}")
    return Language(f"{name}-{locale.territory}" if locale.territory else name, locale, entries_of(name))


@lru_cache(maxsize=len(LANGUAGES))
def entries_of(name: str) -> Mapping[str, str]:
    """The texts by the dotted names of their keys."""
    text = (resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8")
    return dict(_flat(tomllib.loads(text), ""))


def _flat(tree: Mapping[str, Any], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in tree.items():
        found += _flat(value, f"{prefix}{key}.") if isinstance(value, dict) else [(prefix + key, value)]
    return found
