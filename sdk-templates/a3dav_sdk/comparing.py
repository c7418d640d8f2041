"""diff: what changed since an older model, as an entry of a changelog with the version that it asks for."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from a3dav_sdk.diffing.diff import MAJOR, MINOR, PATCH, changes, level_of, names_moved, version_after
from a3dav_sdk.diffing.telling import entry
from a3dav_sdk.errors import SdkError
from a3dav_sdk.generating import everything
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project
from a3dav_sdk.model import canonical
from a3dav_sdk.naming.lock import read_lock

_ORDER = ("", PATCH, MINOR, MAJOR)


def compare(chosen: argparse.Namespace) -> int:
    file = chosen.old / "ir.json" if chosen.old.is_dir() else chosen.old
    if not file.is_file():
        raise SdkError(f"{file} is not there")
    old, new = canonical.read(file.read_text("utf-8")), load(read_project(chosen.spec))
    found = changes(old, new)
    before, after = _locks(file, chosen)
    for language in chosen.language or sorted(before):
        found += names_moved(before, after, language)
    level = level_of(found)
    if not found:
        print("nothing changed")
        return 0
    print(entry(version_after(old.identity.version, level), found), end="")
    return int(bool(chosen.allow) and _ORDER.index(level) > _ORDER.index(chosen.allow))


def _locks(file: Path, chosen: argparse.Namespace) -> tuple[dict[str, dict[str, dict[str, str]]], ...]:
    """The names of before, and those that a rendering would give now."""
    rendered = everything(load(read_project(chosen.spec)), chosen)
    return read_lock(file.with_name("names.lock")).languages, json.loads(rendered.shared["names.lock"])
