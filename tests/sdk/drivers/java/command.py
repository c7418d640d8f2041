"""How the driver of the Java SDK is built and called."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from a3dav.testing.maven import jars, java_tool


def command(sdk: Path, scratch: Path) -> list[str]:
    path = ":".join(str(jar.resolve()) for jar in jars(sdk / "pom.xml", scratch / "jars"))
    classes = scratch / "classes"
    shutil.rmtree(classes, ignore_errors=True)
    sources = [*sdk.rglob("*.java"), *Path(__file__).parent.glob("*.java")]
    strict = ["--release", "17", "-Xlint:all", "-Werror", "-encoding", "UTF-8", "-cp", path, "-d", str(classes)]
    (scratch / "sources").write_text("\n".join(f'"{file.resolve()}"' for file in sources))
    built = subprocess.run(
        [java_tool("javac"), *strict, f"@{scratch / 'sources'}"],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return [java_tool("java"), "-XX:TieredStopAtLevel=1", "-cp", f"{classes.resolve()}:{path}", "driver.Driver"]
