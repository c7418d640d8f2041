"""How the driver of the Rust SDK is built and called, and what uses the SDK checked and run. Rust cannot look a call up by its name: its steps are rendered, as the SDK is."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from a3dav.testing.tools import tool
from a3dav_sdk.languages.dialect import File
from a3dav_sdk.languages.rust.dialect import Rust
from a3dav_sdk.model.api import Call, GraphCall, Parameter
from a3dav_sdk.model.canonical import read
from a3dav_sdk.model.types import Field
from a3dav_sdk.naming.lock import read_lock
from a3dav_sdk.rendering.manifest import write
from a3dav_sdk.rendering.render import render

HERE = Path(__file__).parent
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
_OUTCOMES = {
    "none": "call.await.map(|()| Value::Null)?",
    "json": "call.await?.write()",
    "text": "told(call.await?)",
    "bytes": "downloaded(call.await?).await?",
    "events": "run.taken(call.events().map_ok(happened), take).await?",
    "lines": "run.taken(call.await?.map_ok(|item| item.write()), take).await?",
}


class Steps(Rust):
    """The arms of the driver instead of the crate."""

    @property
    def folder(self) -> Path:
        return HERE

    def runtime(self) -> Iterator[tuple[str, bytes]]:
        return iter(())

    def files(self) -> Iterator[File]:
        yield File("calls.rs", "calls.rs.j2", {})

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        return {
            **super().filters(), "arguments": self.arguments, "setter": self.setter, "outcome": self.outcome, "sent": self.sent,
            "graph_step": lambda call: self.literal(f"graphql.{call.key}"), "graph_arguments": self.graph_arguments,
            "graph_setter": self.graph_setter,
        }  # fmt: skip

    def arguments(self, call: Call) -> str:
        given = [self.read(self._taken(one.type), one.wire) for one in call.parameters if one.required]
        if call.body and call.body.required:
            given.append(self.sent(call))
        return ", ".join(given)

    def sent(self, call: Call) -> str:
        assert call.body is not None
        return self.read(self.body_type(call.body), "body")

    def setter(self, one: Parameter, call: Call) -> str:
        return f"{self._parameter(call, one)}({self.read(self._taken(one.type), one.wire)})"

    def read(self, taken: str, member: str) -> str:
        """What a step gives for a parameter of this type."""
        if taken == "impl Into<Body>":
            return f"text(with, {self.literal(member)})"
        borrowed, plain = "&" * taken.startswith("&"), taken.removeprefix("&")
        if plain.startswith("impl Into<"):
            plain = plain.removeprefix("impl Into<").removesuffix(">")
        owned = "String" if plain == "str" else f"Vec<{plain[1:-1]}>" if plain.startswith("[") else plain
        return f"{borrowed}read::<{owned}>(with, {self.literal(member)})?"

    def outcome(self, call: Call) -> str:
        if call.pagination:
            return "run.taken(call.items().map_ok(|item| item.write()), take).await?"
        return _OUTCOMES[call.result.shape]

    def graph_arguments(self, call: GraphCall) -> str:
        return ", ".join(self.read(self._variable_type(one), one.key) for one in call.variables if one.required)

    def graph_setter(self, one: Field, call: GraphCall) -> str:
        return f"{self._variable(call, one)}({self.read(self._variable_type(one), one.key)})"


def command(sdk: Path, scratch: Path) -> list[str]:
    sources = scratch / "sources"
    model = read((sdk.parent / "ir.json").read_text("utf-8"))
    write(sources, render(Steps(model), read_lock(sdk.parent / "names.lock")))
    for file in HERE.glob("*.rs"):
        shutil.copy2(file, sources)
    return [str(build(sdk, scratch, {"a3dav-driver": (sources / "driver.rs").resolve()})["a3dav-driver"])]


def check(sdk: Path, scratch: Path) -> None:
    """Without TLS, as everywhere here, and in the folder where what a crate needs is checked already."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "a3dav" / "cargo"
    cargo(sdk, cache, "check", "--no-default-features", "--features", "blocking")


def programs(sdk: Path, scratch: Path, texts: Sequence[str]) -> list[list[str]]:
    sources = {f"newcomer{number}": scratch / f"newcomer{number}.rs" for number in range(len(texts))}
    for file, text in zip(sources.values(), texts, strict=True):
        file.write_text(text)
    built = build(sdk, scratch, {name: file.resolve() for name, file in sources.items()})
    return [[str(file)] for file in built.values()]


def build(sdk: Path, scratch: Path, sources: Mapping[str, Path]) -> dict[str, Path]:
    """Programs that use the SDK, by their names."""
    named = "".join(_PROGRAM.format(name=name, path=path) for name, path in sources.items())
    (scratch / "Cargo.toml").write_text(_PACKAGE.format(sdk=sdk.resolve()) + named)
    target = Path(os.environ.get("CARGO_TARGET_DIR", scratch / "target")).resolve()
    cargo(scratch, target, "build")
    return {name: target / "debug" / name for name in sources}


def cargo(folder: Path, target: Path, *arguments: str) -> None:
    told = [tool("cargo", "apt-get install cargo"), *arguments, "--quiet"]
    environment = {**os.environ, "CARGO_TARGET_DIR": str(target)}
    done = subprocess.run(told, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[:4000]
