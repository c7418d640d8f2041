"""One section: entries against the fields of its dataclass; every problem is one sentence with its cure."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from a3dav.config.fields import Checked, Setting, settings_of
from a3dav.config.sources import PREFIX, Entry, Source, bounded_text, printable
from a3dav.config.values import WrongValueError, accepted, read_value, shown
from a3dav.errors import ConfigError

T = TypeVar("T")

DEFAULT = "default"
EMPTY: Mapping[str, str] = {}
_REPORTED = 50
_LONGEST_NAME = 64


class Problems:
    """What is wrong, a line each, to be told together."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def add(self, origin: str, sentence: str) -> None:
        self._lines.append(f"{origin}: {sentence}")

    def __len__(self) -> int:
        return len(self._lines)

    def refuse(self) -> None:
        """Raises ConfigError if there is any problem."""
        more = len(self._lines) - _REPORTED
        lines = [*self._lines[:_REPORTED], f"and {more} more problems"] if more > 0 else self._lines
        if lines:
            raise ConfigError("\n".join(lines))


@dataclass(frozen=True, slots=True)
class Section(Generic[T]):
    values: T
    origins: Mapping[str, str]

    def origin(self, key: str) -> str:
        return self.origins.get(key, DEFAULT)


def read_section(
    kind: type[T], name: str, entries: Iterable[Entry], problems: Problems, moved: Mapping[str, str] = EMPTY
) -> Section[T]:
    """Reads entries, weakest source first, whose paths begin with the dotted name of the section.

    `moved` maps full names of earlier versions to those of today.
    """
    known = settings_of(kind)
    before = len(problems)
    winners = _winners(known, name, entries, problems, moved)
    values: dict[str, Any] = {}
    for key, entry in winners.items():
        try:
            values[key] = read_value(known[key], entry.value, is_text=entry.is_text)
        except WrongValueError:
            problems.add(entry.origin, f"{name}.{key} must be {accepted(known[key])}{_but(known[key], entry)}")
    section = Section(kind(**values), {key: entry.origin for key, entry in winners.items()})
    if len(problems) == before and isinstance(section.values, Checked):
        for key, sentence in section.values.problems():
            problems.add(section.origin(key), f"{name}.{key} {sentence}")
    return section


def _winners(
    known: Mapping[str, Setting], name: str, entries: Iterable[Entry], problems: Problems, moved: Mapping[str, str]
) -> dict[str, Entry]:
    depth = name.count(".") + 1
    winners: dict[str, Entry] = {}
    for entry in entries:
        key = ".".join(entry.path[depth:])
        secret = key.removesuffix("_file")
        if not key:
            if entry.value not in ({}, None):
                problems.add(entry.origin, f"{name} is a section and not a setting; put settings into it")
        elif key in known:
            winners[key] = entry
        elif entry.source is Source.ENVIRONMENT and secret != key and secret in known:
            _take_secret(winners, secret, entry, f"{name}.{secret}", problems)
        elif today := moved.get(f"{name}.{key}"):
            problems.add(entry.origin, f"{name}.{key} has moved; write {_written(today, entry.source)} instead")
        else:
            wrong = printable(f"{name}.{key}")
            cure = suggestion(key, known, f"{name}.", "remove it; `a3dav config show` lists every setting")
            problems.add(entry.origin, f"{wrong} is not a setting; {cure}")
    return winners


def _take_secret(winners: dict[str, Entry], key: str, entry: Entry, full: str, problems: Problems) -> None:
    if key in winners and winners[key].source is Source.ENVIRONMENT:
        problems.add(entry.origin, f"{full} is set by {winners[key].place} too; keep one of the two")
        return
    file = str(entry.value)
    try:
        text = bounded_text(Path(file))
    except OSError as error:
        problems.add(entry.origin, f"{full} cannot be read from {shown(file)} ({error.strerror}); name a readable file")
    except ValueError as error:
        problems.add(entry.origin, f"{full} cannot be read from {shown(file)}, which {error}")
    else:
        text = text.removesuffix("\n").removesuffix("\r")
        winners[key] = Entry(entry.path, text, entry.source, entry.place)


def _written(name: str, source: Source) -> str:
    """How a setting is named in a source."""
    return PREFIX + name.replace(".", "__").upper() if source is Source.ENVIRONMENT else name


def _but(setting: Setting, entry: Entry) -> str:
    return "" if setting.secret else f", not {shown(entry.value)}"


def suggestion(name: str, known: Collection[str], prefix: str, otherwise: str) -> str:
    """The cure for a misspelt name."""
    close = difflib.get_close_matches(name, known, 1) if len(name) <= _LONGEST_NAME else []
    return f"did you mean {prefix}{close[0]}?" if close else otherwise
