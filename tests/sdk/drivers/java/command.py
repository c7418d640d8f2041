"""How the driver of the Java SDK is built and called, and what uses the SDK checked and run."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from a3dav.testing.maven import jars, java_tool

_STRICT = ["--release", "17", "-Xlint:all", "-Werror", "-encoding", "UTF-8"]
_TYPES_ALONE = ["-XDshould-stop.ifNoError=FLOW", "-proc:none", "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"]
"""No code is made of what is only checked, and the compiler itself is not compiled as far as it could be."""


def command(sdk: Path, scratch: Path) -> list[str]:
    libraries = path_of(sdk, scratch)
    classes = compiled(scratch, libraries, [*sdk.rglob("*.java"), *Path(__file__).parent.glob("*.java")])
    return [java_tool("java"), "-XX:TieredStopAtLevel=1", "-cp", f"{classes}:{libraries}", "driver.Driver"]


def check(sdk: Path, scratch: Path) -> None:
    compiled(scratch, path_of(sdk, scratch), sdk.rglob("*.java"), _TYPES_ALONE)


def programs(sdk: Path, scratch: Path, texts: Sequence[str]) -> list[list[str]]:
    libraries = path_of(sdk, scratch)
    names = [re.search(r"public class (\w+)", text)[1] for text in texts]
    files = [scratch / f"{name}.java" for name in names]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text)
    classes = compiled(scratch, libraries, [*sdk.rglob("*.java"), *files])
    return [[java_tool("java"), "-cp", f"{classes}:{libraries}", name] for name in names]


def path_of(sdk: Path, scratch: Path) -> str:
    return ":".join(str(jar.resolve()) for jar in jars(sdk / "pom.xml", scratch / "jars"))


def compiled(scratch: Path, libraries: str, sources: Iterable[Path], options: Sequence[str] = ()) -> Path:
    classes = scratch / "classes"
    shutil.rmtree(classes, ignore_errors=True)
    (scratch / "sources").write_text("\n".join(f'"{file.resolve()}"' for file in sources))
    build = [java_tool("javac"), *_STRICT, *options, "-cp", libraries, "-d", str(classes), f"@{scratch / 'sources'}"]
    built = subprocess.run(build, capture_output=True, text=True, check=False, timeout=600)
    assert built.returncode == 0, (built.stdout + built.stderr)[:4000]
    return classes.resolve()
