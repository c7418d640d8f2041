"""a3dav-sdk: what can be asked of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from a3dav_sdk.errors import SdkError
from a3dav_sdk.languages import installed

_PROJECT = Path("openapi/sdk.yaml")


def main(arguments: Sequence[str] | None = None) -> int:
    try:
        chosen = _parser().parse_args(arguments)
        return int(chosen.run(chosen))
    except SdkError as error:
        print(f"a3dav-sdk: {error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="a3dav-sdk", description="Clients in many languages from one description.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    generate = _command(commands, "generate", "render SDKs", _generate)
    generate.add_argument("--overwrite", action="store_true", help="replace files that were edited by hand")
    generate.add_argument("--no-lint", action="store_true", help="take the document as it is")
    _command(commands, "verify", "prove that what is there is what is rendered, byte for byte, anywhere", _verify)
    digest = _command(commands, "digest", "print the hash of everything that would be rendered", _digest)
    digest.set_defaults(no_lint=True)
    lint = commands.add_parser("lint", help="say what is wrong with the document")
    lint.add_argument("--spec", type=Path, default=_PROJECT, help=f"a document of OpenAPI, or a project ({_PROJECT})")
    lint.add_argument("--strict", action="store_true", help="warnings count as errors")
    lint.set_defaults(run=_lint)
    diff = _command(commands, "diff", "say what changed since an older model, and what that means", _diff)
    diff.add_argument("old", type=Path, help="a folder with the ir.json and names.lock of before, or an ir.json")
    diff.add_argument("--allow", choices=("patch", "minor", "major"), help="end with 1 where more than this changed")
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, told: str, run: object
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=told)
    parser.add_argument("--spec", type=Path, default=_PROJECT, help=f"a document of OpenAPI, or a project ({_PROJECT})")
    parser.add_argument("--out", type=Path, default=Path("generated"), help="the folder with one for each language")
    parser.add_argument("--language", action="append", help="one of: " + ", ".join(installed()) + "; all without it")
    parser.add_argument("--templates", type=Path, help="a folder with your own, by language: LANGUAGE/NAME")
    parser.add_argument(
        "--process", action="append", default=[], metavar="LANGUAGE=COMMAND",
        help="a language that is a program: it reads ir.json, and writes JSON of paths and texts",
    )  # fmt: skip
    parser.set_defaults(run=run)
    return parser


def _generate(chosen: argparse.Namespace) -> int:
    from a3dav_sdk.generating import generate

    return generate(chosen)


def _verify(chosen: argparse.Namespace) -> int:
    from a3dav_sdk.verifying import verify

    return verify(chosen)


def _digest(chosen: argparse.Namespace) -> int:
    from a3dav_sdk.verifying import digest

    print(digest(chosen))
    return 0


def _lint(chosen: argparse.Namespace) -> int:
    from a3dav_sdk.generating import lint_and_tell

    return lint_and_tell(chosen.spec, chosen.strict)


def _diff(chosen: argparse.Namespace) -> int:
    from a3dav_sdk.comparing import compare

    return compare(chosen)
