"""Whose accounts are to be copied, and into which."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from a3dav.errors import A3davError

MAX_BYTES = 16 * 2**20


@dataclass(slots=True, frozen=True, repr=False)
class Traveller:
    """A name at the other server ("" signs in as nobody), what proves it, and the account here."""

    user: str
    password: str
    local: str


def read_accounts(path: Path) -> list[Traveller]:
    """A line each: name, password and, where it differs, the name here; `#` begins a comment."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise A3davError(f"{path} is larger than {MAX_BYTES} bytes")
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise A3davError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise A3davError(f"{path} is not UTF-8: {error}") from error
    found = [
        _traveller(path, number, line)
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    if not found:
        raise A3davError(f"{path} names no account")
    _refuse_twice(path, found)
    return found


def _traveller(path: Path, number: int, line: str) -> Traveller:
    try:
        fields = next(csv.reader([line], strict=True, skipinitialspace=True))
    except csv.Error as error:
        raise A3davError(f"{path}, line {number}: {error}") from error
    if len(fields) not in {2, 3} or not fields[0].strip():
        raise A3davError(f"{path}, line {number}: a line is NAME,PASSWORD or NAME,PASSWORD,NAME-HERE")
    user = fields[0].strip()
    return Traveller(user, fields[1], fields[2].strip() if len(fields) == 3 and fields[2].strip() else user)


def _refuse_twice(path: Path, found: list[Traveller]) -> None:
    seen: set[str] = set()
    for traveller in found:
        if traveller.local in seen:
            raise A3davError(f"{path} copies two accounts into {traveller.local}; run one of them alone")
        seen.add(traveller.local)
