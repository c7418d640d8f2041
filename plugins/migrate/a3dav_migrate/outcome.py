"""What a migration did, as tables for a person and as JSON for a program."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text

from a3dav.errors import A3davError
from a3dav.transfer import Report

SHOWN = 20
"""Refusals of a collection that are shown; the JSON has all."""


@dataclass(slots=True)
class CollectionOutcome(Report):
    """One collection; `refused` has (URL, reason). `missing` are URLs that the check at the end did not find here."""

    service: str = ""
    source: str = ""
    title: str = ""
    target: str = ""
    found: int = 0
    gone: list[str] = field(default_factory=list)
    deleted: int = 0
    rescued: int = 0
    here: int = 0
    checked: bool = False
    missing: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def copied(self) -> int:
        return self.created + self.updated

    @property
    def complete(self) -> bool:
        return self.checked and not self.refused and not self.missing


@dataclass(slots=True)
class AccountOutcome:
    user: str
    account: str
    collections: list[CollectionOutcome] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    error: str = ""

    @property
    def complete(self) -> bool:
        return not self.error and all(collection.complete for collection in self.collections)


_STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def clean(text: str) -> str:
    """Text of another server, without what would steer a terminal."""
    return "".join("\ufffd" if unicodedata.category(letter) in _STEERING else letter for letter in text)


def _cell(value: object) -> Text:
    return Text(clean(str(value)))


def table(outcomes: Sequence[AccountOutcome]) -> Table:
    shown = Table(
        "account", "kind", "from", "into", "found", "copied", "unchanged", "refused", "gone there", "only here",
        "check", "seconds",
    )  # fmt: skip
    for outcome in outcomes:
        for entry in outcome.collections:
            only_here = max(0, entry.here - entry.found + len(entry.missing))
            shown.add_row(
                *map(_cell, (
                    outcome.account, entry.service, entry.title[:60], entry.target, entry.found, entry.copied,
                    entry.unchanged, len(entry.refused), f"{len(entry.gone)}", only_here, _check(entry),
                    f"{entry.seconds:.1f}",
                ))
            )  # fmt: skip
    return shown


def _check(entry: CollectionOutcome) -> str:
    if not entry.checked:
        return "not done"
    return f"{len(entry.missing)} missing" if entry.missing else "ok"


def plan(outcomes: Sequence[AccountOutcome]) -> Table:
    """What a dry run found."""
    shown = Table("account", "kind", "from", "into", "found", "to copy", "gone there")
    for outcome in outcomes:
        for entry in outcome.collections:
            cells = (
                outcome.account, entry.service, entry.title[:60], entry.target, entry.found, entry.created,
                len(entry.gone),
            )  # fmt: skip
            shown.add_row(*map(_cell, cells))
    return shown


def remarks(outcome: AccountOutcome) -> list[str]:
    """Everything that did not go as wished, a line each."""
    lines = [f"{outcome.account}: {outcome.error}"] if outcome.error else []
    lines += [f"skipped: {place}: {reason}" for place, reason in outcome.skipped]
    for entry in outcome.collections:
        lines += [f"note: {entry.source}: {note}" for note in entry.notes]
        lines += _some("refused", [f"{place}: {reason}" for place, reason in entry.refused])
        lines += _some("gone at the source", entry.gone)
        lines += _some("missing here", entry.missing)
        if entry.rescued:
            lines.append(f"rescued: {entry.rescued} of {entry.source} were written to the folder of --rescue")
    return [clean(line) for line in lines]


def _some(what: str, entries: list[str]) -> list[str]:
    lines = [f"{what}: {entry}" for entry in entries[:SHOWN]]
    if len(entries) > SHOWN:
        lines.append(f"{what}: {len(entries) - SHOWN} more; --report FILE names all")
    return lines


def write_report(outcomes: Sequence[AccountOutcome], path: Path) -> None:
    document: dict[str, Any] = {
        "complete": all(outcome.complete for outcome in outcomes),
        "accounts": [
            asdict(outcome)
            | {"complete": outcome.complete}
            | {"collections": [asdict(entry) | {"complete": entry.complete} for entry in outcome.collections]}
            for outcome in outcomes
        ],
    }
    try:
        path.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise A3davError(f"the report cannot be written to {path}: {error.strerror}") from error
