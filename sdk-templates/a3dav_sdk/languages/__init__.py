"""Languages, found by their entry points: those of strangers work as ours do."""

from __future__ import annotations

from importlib.metadata import entry_points

from a3dav_sdk.errors import SdkError
from a3dav_sdk.languages.dialect import Dialect

GROUP = "a3dav_sdk.languages"


def installed() -> list[str]:
    return sorted(entry_points(group=GROUP).names)


def dialect(language: str) -> type[Dialect]:
    for entry in entry_points(group=GROUP, name=language):
        found: type[Dialect] = entry.load()
        return found
    raise SdkError(f"no language is called {language}; there are {', '.join(installed())}")
