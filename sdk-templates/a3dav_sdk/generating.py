"""generate and lint."""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from a3dav_sdk.errors import SdkError
from a3dav_sdk.languages import dialect, installed
from a3dav_sdk.linting.lint import lint
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project
from a3dav_sdk.model import canonical
from a3dav_sdk.model.api import Api
from a3dav_sdk.naming import lock as locks
from a3dav_sdk.rendering import manifest, process
from a3dav_sdk.rendering.render import render

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Everything:
    """What one command renders: `shared` are ir.json and names.lock."""

    languages: dict[str, dict[str, bytes]]
    shared: dict[str, bytes]


def everything(api: Api, chosen: argparse.Namespace) -> Everything:
    lock = locks.read_lock(chosen.out / "names.lock")
    ir = canonical.text_of(api)
    wanted = chosen.language or ([] if chosen.process else installed())
    languages = {name: render(dialect(name)(api), lock, chosen.templates) for name in sorted(set(wanted))}
    for told in chosen.process:
        name, _, command = told.partition("=")
        languages[name] = process.render(command, ir)
    return Everything(languages, {"ir.json": ir.encode(), "names.lock": locks.text_of(lock).encode()})


def generate(chosen: argparse.Namespace) -> int:
    if not chosen.no_lint and lint_and_tell(chosen.spec, False):
        raise SdkError("the document has errors; --no-lint renders it all the same")
    began = time.perf_counter()
    api = load(read_project(chosen.spec))
    loaded = time.perf_counter()
    rendered = everything(api, chosen)
    changed = 0
    for language, files in rendered.languages.items():
        changed += manifest.write(chosen.out / language, files, chosen.overwrite)
    for name, data in rendered.shared.items():
        changed += manifest.put(chosen.out / name, data)
    total = sum(map(len, rendered.languages.values()))
    ended = time.perf_counter()
    print(f"rendered {total} files in {ended - loaded:.2f} s, {changed} of them new; loaded in {loaded - began:.2f} s")
    return 0


def lint_and_tell(spec: Path, strict: bool) -> int:
    """1 where there is an error; the document of a project alone is linted."""
    began = time.perf_counter()
    document = read_project(spec).spec
    if document is None:
        return 0
    found, was_known = lint(document)
    for one in [*(one for one in found if one.is_error), *(one for one in found if not one.is_error)][:_SHOWN]:
        print(f"{'error' if one.is_error else 'warning'}: {one.place}: {one.sentence} [{one.rule}]", file=sys.stderr)
    errors = sum(one.is_error for one in found)
    known = ", known from before" if was_known else ""
    print(f"linted in {time.perf_counter() - began:.2f} s{known}: {errors} errors, {len(found) - errors} warnings")
    return int(bool(errors or (strict and found)))
