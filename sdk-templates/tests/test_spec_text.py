"""Text of a document never becomes code, whatever it says and whichever template it is printed by."""

import ast
import itertools
import json
import random
import subprocess
from pathlib import Path
from runpy import run_path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from a3dav.testing.maven import java_tool
from a3dav_sdk.errors import SdkError
from a3dav_sdk.languages import dialect
from a3dav_sdk.languages.views import SpecText
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project
from a3dav_sdk.naming.lock import Lock
from a3dav_sdk.rendering.render import render

# fmt: off
TEXTS = [
    '"', "'", '"""', "'''", "*/", "/*", "//", "?>", "<?php", "{{", "}}", "{%", "${", "#{", "\\", "\n", "\r", "\u2028", "\0", "evil()",
    "`", "]]>", "-->", "@", "end", " ", "é", "</script>", "%>", "r#", '"#', "%s", "{0}", "\\u0022", "\\u002a\\u002f", "$x", "\U0001f600",
]
# fmt: on
PIECES = st.sampled_from(TEXTS)
NASTY = st.lists(PIECES, max_size=12).map("".join)

API = load(read_project(Path(__file__).parent / "data" / "draft.yaml"))
PYTHON = dialect("python")(API)
DRIVERS = Path(__file__).parents[2] / "tests" / "sdk" / "drivers"


def document(text):
    name = text or "x"
    operation = {
        "operationId": name, "tags": [name], "summary": text, "description": text,
        "parameters": [{"name": name, "in": "query", "description": text, "schema": {"type": "string", "enum": [text, "x"]}}],
        "responses": {"200": {"description": text, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}},
    }  # fmt: skip
    schema = {
        "type": "object", "description": text, "required": [name],
        "properties": {name: {"type": "string", "description": text, "default": text}, "k": {"enum": [text, "b", "c"]}},
    }  # fmt: skip
    return {
        "openapi": "3.1.0", "info": {"title": name, "version": "1", "summary": text}, "paths": {"/a": {"get": operation}},
        "tags": [{"name": name, "description": text}], "components": {"schemas": {"A": schema}},
        "x-problem-types": [{"type": name, "title": text, "status": 400, "description": text}],
    }  # fmt: skip


def names_called(data):
    return {
        node.func.id
        for node in ast.walk(ast.parse(data))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }


@given(text=NASTY)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_becomes_a_call_in_python(tmp_path, text):
    file = tmp_path / "document.json"
    file.write_text(json.dumps(document(text)))
    files = render(dialect("python")(load(read_project(file))), Lock())
    called = {name for path, data in files.items() if path.endswith(".py") for name in names_called(data.decode())}
    assert "evil" not in called


@given(text=NASTY)
@settings(max_examples=200)
def test_a_literal_of_python_means_its_text(text):
    assert ast.literal_eval(PYTHON.text_literal(text)) == text


def test_half_a_character_is_refused(tmp_path):
    file = tmp_path / "document.json"
    file.write_text(json.dumps(document("\ud800")))
    with pytest.raises(SdkError, match="half a character"):
        load(read_project(file))


def test_a_template_cannot_print_text_as_it_is(tmp_path):
    folder = tmp_path / "python"
    folder.mkdir()
    (folder / "readme.md.j2").write_text("{{ api.identity.title }}")
    file = tmp_path / "document.json"
    file.write_text(json.dumps(document("x")))
    with pytest.raises(SdkError, match="prints a SpecText"):
        render(dialect("python")(load(read_project(file))), Lock(), tmp_path)


@pytest.mark.parametrize("use", [str, "{}".format, lambda text: "".join([text])])
def test_text_does_not_turn_into_a_string_by_itself(use):
    with pytest.raises(TypeError):
        use(SpecText("evil()"))


def cases():
    """Each piece, each two of them, and some that are longer, always the same."""
    chance = random.Random(8)
    longer = [chance.choices(TEXTS, k=chance.randint(3, 12)) for _ in range(300)]
    return ["".join(one) for one in (*zip(TEXTS), *itertools.product(TEXTS, repeat=2), *longer)]


def ran(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, (done.stdout + done.stderr)[:2000]
    return done.stdout.splitlines()


def constants(language, line):
    """A constant for each case, below a comment that is the case."""
    own = dialect(language)(API)
    return "".join(
        own.doc(text, 4) + "    " + line.format(number, own.text_literal(text)) + "\n"
        for number, text in enumerate(cases())
    )


def java(folder):
    held = constants("java", "static final String S{} = {};")
    all_of = ", ".join(f"S{number}" for number in range(len(cases())))
    say = 'for (char c : one.toCharArray()) System.out.print(String.format("%04x", (int) c)); System.out.println();'
    program = f"class P {{\n{held}    public static void main(String[] a) {{ for (String one : new String[] {{{all_of}}}) {{ {say} }} }}\n}}\n"
    (folder / "P.java").write_text(program)
    ran(
        java_tool("javac"),
        "-encoding",
        "UTF-8",
        "-Xlint:all",
        "-Werror",
        "-Xdoclint:html,syntax",
        "-d",
        folder,
        folder / "P.java",
    )
    return [bytes.fromhex(line).decode("utf-16-be") for line in ran(java_tool("java"), "-cp", folder, "P")]


def csharp(folder):
    mono = run_path(str(DRIVERS / "csharp" / "command.py"))
    held = constants("csharp", "public const string S{} = {};")
    all_of = ", ".join(f"S{number}" for number in range(len(cases())))
    say = 'foreach (var c in one) System.Console.Write(((int)c).ToString("x4")); System.Console.WriteLine();'
    program = (
        f"class P {{\n{held}    static void Main() {{ foreach (var one in new[] {{{all_of}}}) {{ {say} }} }}\n}}\n"
    )
    (folder / "P.cs").write_text(program)
    mono["compiled"](folder, folder / "comments.dll")
    built = mono["compiled"](folder, folder / "program.exe")
    return [bytes.fromhex(line).decode("utf-16-be") for line in ran("mono", built)]


def php(folder):
    held = constants("php", "const S{} = {};")
    say = "foreach ((new ReflectionClass('P'))->getConstants() as $one) { echo bin2hex($one), \"\\n\"; }"
    (folder / "p.php").write_text(f"<?php\nclass P\n{{\n{held}}}\n{say}\n")
    return [
        bytes.fromhex(line).decode()
        for line in ran(run_path(str(DRIVERS / "php" / "command.py"))["php"](), folder / "p.php")
    ]


@pytest.mark.parametrize("compiled", [java, csharp, php])
def test_every_text_is_a_comment_and_a_literal_that_means_it(compiled, tmp_path):
    assert compiled(tmp_path) == cases()
