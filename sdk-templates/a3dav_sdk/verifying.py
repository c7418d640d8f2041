"""verify: what is there is what is rendered, and the same bytes wherever and whenever."""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys

from a3dav_sdk.generating import Everything, everything
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project
from a3dav_sdk.rendering import manifest

_ELSEWHERE = (
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "4294967295", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns", "PYTHONUTF8": "0"},
)


def verify(chosen: argparse.Namespace) -> int:
    rendered = everything(load(read_project(chosen.spec)), chosen)
    wrong = _differing(rendered, chosen)
    for path in wrong:
        print(f"not as rendered: {path}", file=sys.stderr)
    ours, theirs = _digest_of(rendered), [_digest_elsewhere(chosen, settings) for settings in _ELSEWHERE]
    if set(theirs) != {ours}:
        print("another process renders other bytes", file=sys.stderr)
    is_same = not wrong and set(theirs) == {ours}
    total = sum(map(len, rendered.languages.values()))
    print(f"{total} files of {len(rendered.languages)} languages: " + (f"sha256 {ours}" if is_same else "different"))
    return int(not is_same)


def _differing(rendered: Everything, chosen: argparse.Namespace) -> list[str]:
    wrong = [str(chosen.out / name) for name, data in rendered.shared.items() if _bytes(chosen, name) != data]
    for language, files in rendered.languages.items():
        folder = chosen.out / language
        wrong += [str(folder / path) for path in manifest.differences(folder, files)]
    return wrong


def _bytes(chosen: argparse.Namespace, name: str) -> bytes:
    file = chosen.out / name
    return bytes(file.read_bytes()) if file.is_file() else b""


def digest(chosen: argparse.Namespace) -> str:
    return _digest_of(everything(load(read_project(chosen.spec)), chosen))


def _digest_of(rendered: Everything) -> str:
    hashed = hashlib.sha256()
    for language, files in sorted({**rendered.languages, "": rendered.shared}.items()):
        for path, data in sorted(files.items()):
            hashed.update(f"{language}/{path}\0{len(data)}\0".encode() + data)
    return hashed.hexdigest()


def _digest_elsewhere(chosen: argparse.Namespace, settings: dict[str, str]) -> str:
    command = [sys.executable, "-P", "-m", "a3dav_sdk", "digest", "--spec", str(chosen.spec.resolve())]
    command += ["--out", str(chosen.out.resolve())]
    for language in chosen.language or []:
        command += ["--language", language]
    for told in chosen.process:
        command += ["--process", told]
    if chosen.templates:
        command += ["--templates", str(chosen.templates.resolve())]
    done = subprocess.run(  # noqa: S603 it is this program
        command, env={**os.environ, **settings}, cwd="/", capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or done.stderr.strip()
