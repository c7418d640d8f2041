"""manifest.json: what was rendered, so that a file edited by hand stops the next rendering and an orphan goes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from a3dav_sdk.errors import SdkError

MANIFEST = "manifest.json"
CUSTOM = "custom"
"""A folder of each SDK that is nobody's but its owner's."""


def text_of(files: Mapping[str, bytes]) -> str:
    return json.dumps({"files": {path: _digest(data) for path, data in sorted(files.items())}}, indent=1) + "\n"


def write(folder: Path, files: Mapping[str, bytes], overwrite: bool = False) -> int:
    """Writes what differs and removes what is no longer rendered; how many files that were."""
    known = _known(folder)
    if not overwrite:
        _refuse_edits(folder, known, files)
    changed = 0
    for path in sorted(known.keys() - files.keys()):
        (folder / path).unlink(missing_ok=True)
        changed += 1
    return changed + sum(
        put(folder / path, data) for path, data in {**files, MANIFEST: text_of(files).encode()}.items()
    )


def put(target: Path, data: bytes) -> bool:
    """Whether there was anything to write."""
    if target.is_file() and target.read_bytes() == data:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return True


def differences(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """The paths whose bytes are not those of a fresh rendering."""
    wanted = {**files, MANIFEST: text_of(files).encode()}
    missing = [path for path, data in wanted.items() if _read(folder / path) != data]
    return sorted({*missing, *(_known(folder).keys() - files.keys())})


def _known(folder: Path) -> dict[str, str]:
    content = _read(folder / MANIFEST)
    if content is None:
        return {}
    try:
        found: dict[str, str] = json.loads(content)["files"]
    except (ValueError, KeyError, TypeError) as error:
        raise SdkError(f"{folder / MANIFEST} is no manifest: {error}") from error
    return found


def _refuse_edits(folder: Path, known: Mapping[str, str], files: Mapping[str, bytes]) -> None:
    for path in sorted({*known, *files}):
        if path.split("/")[0] == CUSTOM:
            raise SdkError(f"{path}: the folder {CUSTOM} is never rendered into")
        content = _read(folder / path)
        if content is None or content == files.get(path):
            continue
        if path not in known or _digest(content) != known[path]:
            raise SdkError(
                f"{folder / path} was edited by hand; put it back, move your code into {folder / CUSTOM}/, "
                "or say --overwrite"
            )


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
