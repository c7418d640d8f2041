"""A language that is a program of its own: ir.json goes in, paths and texts come out."""

from __future__ import annotations

import json
import shlex
import subprocess
from pathlib import PurePosixPath

from a3dav_sdk.errors import SdkError

_SECONDS = 300


def render(command: str, ir: str) -> dict[str, bytes]:
    """The program writes `{"files": {path: text}}`."""
    try:
        done = subprocess.run(  # noqa: S603 whoever calls this names the program
            shlex.split(command), input=ir.encode(), capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise SdkError(f"{command}: {error}") from error
    if done.returncode:
        raise SdkError(f"{command} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")
    try:
        files = json.loads(done.stdout)["files"]
        return {_inside(path): text.encode() for path, text in sorted(files.items())}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SdkError(f'{command} wrote no {{"files": {{path: text}}}}: {error}') from error


def _inside(path: str) -> str:
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts:
        raise SdkError(f"{path!r} is no path below the folder of a language")
    return str(pure)
