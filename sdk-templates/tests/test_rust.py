"""Rust: the runtime keeps the contract, and what is rendered compiles without a warning and needs no formatter."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from a3dav.testing.tools import tool
from a3dav_sdk.commands import main
from a3dav_sdk.languages.rust.dialect import Rust
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project

RUNTIME = Path(__file__).parent / "rust"
DOCUMENTS = {
    "torture": Path(__file__).parent / "data" / "torture.yaml",
    "a3dav": Path(__file__).parents[2] / "openapi" / "sdk.yaml",
}
BUILDS = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "a3dav" / "cargo"
API = load(read_project(DOCUMENTS["torture"]))
PLAIN = ("--no-default-features", "--features", "blocking", "--all-targets")
"""Without TLS, which takes long to build and changes nothing here."""


def cargo(folder: Path, *arguments: str) -> str:
    """What cargo says when it fails; nothing otherwise."""
    program = tool("cargo", "apt-get install cargo rust-clippy rustfmt")
    environment = {"CARGO_TARGET_DIR": str(BUILDS), "RUSTDOCFLAGS": "-D warnings", **os.environ}
    done = subprocess.run(
        [program, *arguments], cwd=folder, env=environment, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.stdout if done.returncode else ""


def test_the_runtime_of_rust_keeps_the_contract() -> None:
    assert cargo(RUNTIME, "test", "--quiet") == ""


def test_the_runtime_of_rust_is_formatted() -> None:
    assert cargo(RUNTIME, "fmt", "--check") == ""


@pytest.fixture(scope="module", params=DOCUMENTS)
def crate(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp(request.param)
    main(["generate", "--language", "rust", "--spec", str(DOCUMENTS[request.param]), "--out", str(out)])
    return out / "rust"


def test_a_crate_is_rendered_as_rustfmt_would_write_it(crate: Path) -> None:
    assert cargo(crate, "fmt", "--check") == ""


def test_clippy_finds_nothing_in_a_rendered_crate(crate: Path) -> None:
    assert cargo(crate, "clippy", "--quiet", *PLAIN, "--", "-D", "warnings") == ""


def test_the_documentation_of_a_rendered_crate_has_no_warning(crate: Path) -> None:
    assert cargo(crate, "doc", "--quiet", "--no-deps", "--no-default-features", "--features", "blocking") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo\n\n- three\n- four\n  five", "/// one two\n///\n/// - three\n/// - four five\n"),
        ("```\nfn main() {}\n```", "/// \\`\\`\\` fn main() {} \\`\\`\\`\n"),
        ("    fn main() {}", "/// fn main() {}\n"),
        ("~~~ x", "/// \\~\\~\\~ x\n"),
        ("a `Vec<u8>` is <b>bold</b> [link](x)", "/// a `Vec<u8>` is \\<b\\>bold\\</b\\> \\[link\\](x)\n"),
        ("one\r\u2028*/ \x00evil()", "/// one\n///\n/// */  evil()\n"),
    ],
)
def test_a_text_of_a_description_is_a_comment_and_no_code_of_the_documentation(text: str, expected: str) -> None:
    assert Rust(API).doc(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [('a"b\\c', '"a\\"b\\\\c"'), ("\0\r\n\u202e\ud800é", '"\\0\\r\\n\\u{202e}\\u{fffd}é"'), ("{x}", '"{x}"')],
)
def test_a_text_of_a_description_is_a_literal_on_one_line(text: str, expected: str) -> None:
    assert Rust(API).text_literal(text) == expected
