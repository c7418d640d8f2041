"""JavaScript and TypeScript: the runtime against a server that misbehaves, and what is rendered through the compiler."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from a3dav.testing.tools import tool
from a3dav_sdk.languages import dialect
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project
from a3dav_sdk.naming.lock import Lock
from a3dav_sdk.rendering.render import render

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DOCUMENTS = [HERE / "data" / "draft.yaml", HERE / "data" / "torture.yaml"]
LANGUAGES = ["javascript", "typescript"]
CURE = "apt-get install nodejs npm"
MARKS = [
    "*/", "/*", "//", "'", '"', "`", "${x}", "\\", "\\u002f", "\n", "\r\n", "\u2028", "\u2029", "\0", "\x1b", "\ufeff", "\U0001f600",
    "*\\/", "**/", "@type {x}", "{@link x}", "<!--", "-->", "</script>", "{{ x }}", "{% x %}", "\u202e", "\ud800",
]  # fmt: skip
STARTS = ["", " ", "x", "*", "/", "\\", "\n"]


def ran(*command: object, cwd: Path) -> str:
    """What a command says when it fails; nothing when it does not."""
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, timeout=300, check=False
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.fixture(scope="session")
def tools(tmp_path_factory):
    """The compiler and the formatter, which npm keeps in its own cache."""
    folder = tmp_path_factory.mktemp("ts-tools")
    shutil.copy(HERE / "javascript" / "package.json", folder)
    npm = tool("npm", CURE)
    subprocess.run(
        [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefer-offline"], cwd=folder, check=True, timeout=300
    )
    return folder / "node_modules" / ".bin"


@pytest.fixture(scope="session")
def rendered(tmp_path_factory):
    """The folder of a package: a document in a language."""

    def made(document: Path, language: str) -> Path:
        folder = tmp_path_factory.mktemp(f"ts-{document.stem}") / language
        for path, data in render(dialect(language)(load(read_project(document))), Lock()).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        return folder

    return made


def test_the_runtime_holds_its_contract():
    files = sorted((HERE / "javascript").glob("*.test.mjs"))
    assert ran(tool("node", CURE), "--test", "--test-reporter=dot", *files, cwd=HERE) == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("document", [*DOCUMENTS, ROOT / "openapi" / "sdk.yaml"], ids=lambda one: one.stem)
def test_what_is_rendered_passes_the_strictest_compiler(rendered, tools, document, language):
    folder = rendered(document, language)
    assert ran(tools / "tsc", "-p", ".", "--noEmit", "--noUnusedLocals", cwd=folder) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_rendered_is_as_the_formatter_leaves_it(rendered, tools, language):
    folder = rendered(ROOT / "openapi" / "sdk.yaml", language)
    assert ran(tools / "prettier", "--check", ".", cwd=folder) == ""


def test_the_package_for_typescript_serves_both_kinds_of_modules_and_needs_no_types_of_browsers(rendered, tools):
    folder, node = rendered(HERE / "data" / "draft.yaml", "typescript"), tool("node", CURE)
    build = f"{tools}/tsc -p tsconfig.json && {tools}/tsc -p tsconfig.cjs.json && {node} cjs.mjs"
    assert ran("sh", "-c", build, cwd=folder) == ""
    asked = "new Client({ baseUrl: 'http://127.0.0.1' }).calendars.list()"
    modules = f"import {{ Client }} from '@a3dav/client'; import {{ element }} from '@a3dav/client/dav'; {asked}; element('a');"
    common = f"const {{ Client }} = require('@a3dav/client'); require('@a3dav/client/dav').element('a'); {asked};"
    assert ran(node, "--input-type=module", "-e", modules, cwd=folder) == ""
    assert ran(node, "--input-type=commonjs", "-e", common, cwd=folder) == ""
    for kind in ("mts", "cts"):
        (folder / f"use.{kind}").write_text("import { Client } from '@a3dav/client';\nnew Client().dav.discover();\n")
    flags = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022", "--lib", "es2023", "--types", "node"]
    roots = ["--typeRoots", tools.parent / "@types"]
    assert ran(tools / "tsc", "--ignoreConfig", *flags, *roots, "use.mts", "use.cts", cwd=folder) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_types_say_what_may_be_done(rendered, tools, language):
    folder = rendered(HERE / "data" / "draft.yaml", language)
    (folder / "use").mkdir()
    shutil.copy(HERE / "javascript" / "use.ts", folder / "use")
    flags = ["--strict", "--exactOptionalPropertyTypes", "--noEmit", "--allowJs", "--checkJs", "--module", "nodenext"]
    assert ran(tools / "tsc", "--ignoreConfig", *flags, "--target", "es2022", "use/use.ts", cwd=folder) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_of_a_document_is_never_code(tmp_path, language):
    one = dialect(language)(load(read_project(HERE / "data" / "draft.yaml")))
    texts = [f"{start}{mark}{end}" for start in STARTS for mark in MARKS for end in STARTS]
    lines = [f"{one.doc(text)}same({one.literal(text)}, {one.template(text)}, {json.dumps(text)});\n" for text in texts]
    checks = "let count = 0;\nconst same = (a, b, c) => { if (a !== c || b !== c) throw Error(c); count += 1; };\n"
    (tmp_path / "texts.mjs").write_text(f"{checks}{''.join(lines)}if (count !== {len(texts)}) throw Error('lost');\n")
    assert ran(tool("node", CURE), "texts.mjs", cwd=tmp_path) == ""
