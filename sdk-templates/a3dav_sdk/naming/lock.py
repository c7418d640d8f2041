"""names.lock: every public name ever given, so that a new one can never move an old one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from a3dav_sdk.errors import SdkError

Scopes = dict[str, dict[str, str]]


@dataclass
class Lock:
    """Language → scope → key → name."""

    languages: dict[str, Scopes] = field(default_factory=dict)

    def name(
        self, language: str, scope: str, wished: Iterable[tuple[str, str]], escape: Callable[[str, int], str],
        beside: str = "",
    ) -> dict[str, str]:  # fmt: skip
        """Names for the keys of a scope: those given before, then the wishes, or `escape` where these are taken.

        What stands in the scope `beside` is taken as well.
        """
        scopes = self.languages.setdefault(language, {})
        given = scopes.setdefault(scope, {})
        taken = {name.lower() for name in (*given.values(), *scopes.get(beside, {}).values())}
        result = {}
        for key, wish in wished:
            if key not in given:
                given[key] = _free(wish, taken, escape)
                taken.add(given[key].lower())
            result[key] = given[key]
        return result


def _free(wish: str, taken: set[str], escape: Callable[[str, int], str]) -> str:
    name, number = wish, 2
    while name.lower() in taken:
        name, number = escape(wish, number), number + 1
    return name


def read_lock(file: Path) -> Lock:
    if not file.exists():
        return Lock()
    try:
        return Lock(json.loads(file.read_text("utf-8")))
    except ValueError as error:
        raise SdkError(f"{file} is no lock of names: {error}") from error


def text_of(lock: Lock) -> str:
    """A line for each scope, so that a change of names reads as one."""
    languages = []
    for language, scopes in sorted(lock.languages.items()):
        named = sorted((scope, names) for scope, names in scopes.items() if names)
        lines = ",\n".join(f"    {_json(scope)}: {_json(dict(sorted(names.items())))}" for scope, names in named)
        languages.append(f"  {_json(language)}: {{\n{lines}\n  }}")
    return "{\n" + ",\n".join(languages) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
