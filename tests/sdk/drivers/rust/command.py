"""How the driver of the Rust SDK is built and called."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from a3dav.testing.tools import tool

_PACKAGE = """\
[package]
name = "a3dav-driver"
version = "0.1.0"
edition = "2021"
autobins = false

[dependencies]
a3dav-client = {{ path = "{sdk}", default-features = false, features = ["blocking"] }}
futures-util = {{ version = "0.3.31", default-features = false, features = ["std"] }}
serde_json = "1.0.140"
tokio = {{ version = "1.40", features = ["macros", "rt-multi-thread"] }}

[profile.dev]
debug = 0

[workspace]
resolver = "3"
"""
_PROGRAM = """
[[bin]]
name = "{name}"
path = "{path}"
"""


def command(sdk: Path, scratch: Path) -> list[str]:
    return [str(build(sdk, scratch, {"a3dav-driver": Path(__file__).with_name("driver.rs")})["a3dav-driver"])]


def build(sdk: Path, scratch: Path, programs: Mapping[str, Path]) -> dict[str, Path]:
    """Programs that use the SDK, by their names."""
    cargo = tool("cargo", "apt-get install cargo")
    named = "".join(_PROGRAM.format(name=name, path=path) for name, path in programs.items())
    (scratch / "Cargo.toml").write_text(_PACKAGE.format(sdk=sdk.resolve()) + named)
    target = Path(os.environ.get("CARGO_TARGET_DIR", scratch / "target"))
    environment = {**os.environ, "CARGO_TARGET_DIR": str(target)}
    subprocess.run([cargo, "build", "--quiet"], cwd=scratch, env=environment, check=True)
    return {name: target / "debug" / name for name in programs}
