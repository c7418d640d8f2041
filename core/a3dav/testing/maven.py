"""Libraries of Java that a test needs, fetched once and kept in a folder."""

from __future__ import annotations

import subprocess
from pathlib import Path

from a3dav.testing.tools import missing, tool

_CURE = "apt-get install default-jdk-headless maven"
_COPY = "org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies"


def java_tool(program: str) -> str:
    return tool(program, _CURE)


def jars(pom: Path, folder: Path) -> list[Path]:
    """What a package of Maven depends on."""
    if not any(folder.glob("*.jar")):
        folder.mkdir(parents=True, exist_ok=True)
        copy = [java_tool("mvn"), "-q", "-B", "-f", str(pom), _COPY, f"-DoutputDirectory={folder.resolve()}"]
        done = subprocess.run(copy, capture_output=True, text=True, check=False, timeout=600)
        if done.returncode:
            missing(f"what {pom} depends on", f"{' '.join(copy[:6])} (needs the network once)")
    return sorted(folder.glob("*.jar"))
