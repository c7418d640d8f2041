"""The runtime of C# against scripted servers, and what is rendered in the eyes of the compiler."""

import shutil
import subprocess
from pathlib import Path
from runpy import run_path

import pytest

from a3dav.testing.tools import tool
from a3dav_sdk.languages import dialect
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project
from a3dav_sdk.naming.lock import Lock
from a3dav_sdk.rendering.manifest import write
from a3dav_sdk.rendering.render import render

HERE = Path(__file__).parent
RUNTIME = HERE.parent / "a3dav_sdk" / "languages" / "csharp" / "runtime"
MONO = run_path(str(HERE.parents[1] / "tests" / "sdk" / "drivers" / "csharp" / "command.py"))


def test_the_runtime_does_as_its_tests_say(tmp_path):
    shutil.copytree(RUNTIME, tmp_path / "runtime")
    shutil.copytree(HERE / "csharp", tmp_path / "runtime" / "tests")
    tests = MONO["compiled"](tmp_path / "runtime", tmp_path / "tests.exe")
    done = subprocess.run(
        [tool("mono", MONO["CURE"]), str(tests)], capture_output=True, text=True, check=False, timeout=120
    )
    assert (done.stdout + done.stderr, done.returncode) == ("", 0)


@pytest.mark.parametrize("document", ["draft-sdk", "torture", "hostile"])
def test_what_is_rendered_compiles_without_a_warning(document, tmp_path):
    project = read_project(HERE / "data" / f"{document}.yaml")
    write(tmp_path / "sdk", render(dialect("csharp")(load(project)), Lock()))
    assert MONO["compiled"](tmp_path / "sdk", tmp_path / "sdk.dll").exists()


def test_a_literal_means_the_text_and_a_comment_ends_with_its_line(tmp_path):
    texts = [
        "\u2028\u2029\u0085\x00\x1b\ufeff\U0001f600é",
        '"; Evil(); //',
        "\\u0022; Evil(); //",
        "*/ \r\n Evil();",
        "{{ x }}",
    ]
    own = dialect("csharp")(load(read_project(HERE / "data" / "torture.yaml")))
    printed = "".join(
        f'{own.doc(text, 8)}System.Console.Write(string.Join(" ", System.Linq.Enumerable.Select({own.literal(text)}, one => ((int)one).ToString())) + "\\n");\n'
        for text in texts
    )
    program = f"#pragma warning disable 1587\nclass P {{ static void Main() {{\n{printed}}} }}\n"
    write(tmp_path / "program", {"P.cs": program.encode()})
    built = MONO["compiled"](tmp_path / "program", tmp_path / "program.exe")
    done = subprocess.run([tool("mono", MONO["CURE"]), str(built)], capture_output=True, text=True, check=True)
    assert [_units(line).decode("utf-16-le") for line in done.stdout.splitlines()] == texts


def _units(line):
    return b"".join(int(one).to_bytes(2, "little") for one in line.split())
