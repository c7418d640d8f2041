"""The runtime of PHP against scripted servers, and what is rendered in the eyes of its own tools."""

import json
import subprocess
from pathlib import Path

import pytest

from a3dav.testing.tools import tool
from a3dav_sdk.languages import dialect
from a3dav_sdk.languages.php.dialect import Php
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project
from a3dav_sdk.naming.lock import Lock
from a3dav_sdk.naming.plan import Kind
from a3dav_sdk.rendering.manifest import write
from a3dav_sdk.rendering.render import render

HERE = Path(__file__).parent
RUNTIME = HERE.parent / "a3dav_sdk" / "languages" / "php" / "runtime"
CURE = "apt-get install php-cli php-curl php-xml php-mbstring php-guzzlehttp-guzzle php-codesniffer phpunit"
API = load(read_project(HERE / "data" / "torture.yaml"))
NASTY = [
    "'",
    '"',
    "\\",
    "\\'",
    "$x",
    "{$x}",
    "?>",
    "*/",
    "\n",
    "\r\n",
    "\0",
    "\u2028",
    "é",
    "😀",
    "\u202e",
    "\\u{41}",
    "",
]


def php(*arguments: str | Path) -> str:
    """What a tool of PHP complains of."""
    command = [tool(str(arguments[0]), CURE), *map(str, arguments[1:])]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    return done.stdout + done.stderr if done.returncode else ""


def test_the_runtime_does_as_its_tests_say():
    bootstrap = HERE / "php" / "bootstrap.php"
    assert php("phpunit", "--no-configuration", "--do-not-cache-result", "--bootstrap", bootstrap, HERE / "php") == ""


def test_the_runtime_and_its_tests_are_in_the_style_of_psr_12():
    assert php("phpcs", "-n", "--standard=PSR12", RUNTIME, HERE / "php") == ""


@pytest.fixture(scope="module", params=["draft-sdk", "torture", "hostile"])
def rendered(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    write(folder, render(dialect("php")(load(read_project(HERE / "data" / f"{request.param}.yaml"))), Lock()))
    return folder


def test_what_is_rendered_is_in_the_style_of_psr_12(rendered):
    assert php("phpcs", "-n", "--standard=PSR12", rendered) == ""


def test_php_loads_every_class_that_is_rendered(rendered):
    assert php("php", HERE / "php" / "load.php", rendered) == ""


def test_the_package_is_one_that_composer_takes(rendered):
    assert php("composer", "validate", "--no-check-publish", "--no-interaction", rendered / "composer.json") == ""


def test_a_literal_of_php_means_its_text():
    dialect = Php(API)
    program = f"echo json_encode([{', '.join(dialect.text_literal(text) for text in NASTY)}]);"
    done = subprocess.run([tool("php", CURE), "-r", program], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == NASTY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one", "/** one */\n"),
        ("one\n\ntwo", "/**\n * one\n *\n * two\n */\n"),
        ("a */ evil(); /*", "/** a * / evil(); /* */\n"),
        ("@ORM\\Entity", "/** &#64;ORM\\Entity */\n"),
        ("one\r\u2028\x00two", "/**\n * one\n *   two\n */\n"),
        ("", ""),
    ],
)
def test_a_text_of_a_description_is_a_comment_and_no_annotation(text, expected):
    assert Php(API).doc(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [(("end", "if"), "EndIfValue"), (("class",), "ClassValue"), (("1st",), "N1st"), (("calendar",), "Calendar")],
)
def test_no_class_has_a_name_that_php_keeps_for_itself(words, expected):
    php = Php(API)
    name = php.identifier(Kind.TYPE, words)
    assert (php.numbered(name, 1) if name in php.reserved(Kind.TYPE) else name) == expected
