"""The compliance page, from an inventory of sections and the markers of tests: `python -m a3dav.testing.compliance`.

`tests/compliance/rfc*.toml` lists the sections of an RFC, each with a level, what it is about, and a reason where
it is not done. A section of many rules is split into clauses, as in "5.3.2.1/no-uid-conflict", and holds when they do.
Tests are read and not run: `@pytest.mark.rfc("4791", "7.8")` counts wherever it stands among decorators.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

INVENTORY = "tests/compliance"
PAGE = "docs/reference/compliance.md"
TESTS = ("core/tests", "plugins", "tests")
LEVELS = {"MUST": "must", "SHOULD": "should", "MAY": "may", "client": "for clients", "info": "no rule"}

HEAD = f"""\
# Compliance

Made from `{INVENTORY}` and the markers of the tests by `python -m a3dav.testing.compliance > {PAGE}`.

Every section of every RFC that this server follows, and the tests that hold it to them. A section with many rules is
split into clauses. *Must* and *should* are the words of the RFC for servers; *no rule* is text that asks nothing
of a server, such as examples, and needs no test.
"""


@dataclass(slots=True, frozen=True)
class Marked:
    """A test with a marker; `sections` are empty where it is about an RFC as a whole."""

    file: str
    name: str
    number: str
    sections: tuple[str, ...]


@dataclass(slots=True)
class Section:
    id: str
    level: str
    title: str
    reason: str = ""
    tests: list[Marked] = field(default_factory=list)
    clauses: list[Section] = field(default_factory=list)

    @property
    def state(self) -> str:
        if self.clauses:
            states = {clause.state for clause in self.clauses}
            return "open" if "open" in states else "tested" if "tested" in states else "reason"
        if self.tests:
            return "tested"
        if self.reason:
            return "reason"
        return "open" if self.level in {"MUST", "SHOULD"} else "quiet"


@dataclass(slots=True)
class Rfc:
    number: str
    title: str
    sections: dict[str, Section]

    def rules(self) -> list[Section]:
        """What is counted: clauses, and sections that have none."""
        return [section for section in self.sections.values() if not section.clauses]


def inventory(root: Path) -> dict[str, Rfc]:
    """The RFCs by number, without tests."""
    found = {}
    for file in sorted((root / INVENTORY).glob("rfc*.toml"), key=lambda file: file.stem):
        data = tomllib.loads(file.read_text())
        sections = {name: Section(name, *facts) for name, facts in data["sections"].items()}
        for name, section in sections.items():
            if "/" in name:
                sections[name.partition("/")[0]].clauses.append(section)
        number = file.stem.removeprefix("rfc")
        found[number] = Rfc(number, data["title"], sections)
    return found


def collect(root: Path) -> list[Marked]:
    """Every test with a marker, in the order of files."""
    files = sorted(file for folder in TESTS for file in (root / folder).rglob("test_*.py") if ".venv" not in file.parts)
    return [marked for file in files for marked in _marked_in(file, str(file.relative_to(root)))]


def _marked_in(file: Path, name: str) -> Iterator[Marked]:
    text = file.read_text()
    if "mark.rfc(" not in text:
        return
    module = ast.parse(text)
    yield from _tests(module, name, _marks(_pytestmark(module.body)))


def _tests(parent: ast.Module | ast.ClassDef, file: str, inherited: list[ast.Call]) -> Iterator[Marked]:
    for node in parent.body:
        if isinstance(node, ast.ClassDef):
            marks = _marks([*node.decorator_list, *_pytestmark(node.body)])
            yield from _tests(node, file, inherited + marks)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test"):
            for call in inherited + _marks(node.decorator_list):
                number, *sections = (str(ast.literal_eval(argument)) for argument in call.args)
                yield Marked(file, node.name, number, tuple(sections))


def _pytestmark(body: list[ast.stmt]) -> list[ast.expr]:
    return [
        node.value
        for node in body
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == "pytestmark" for target in node.targets)
    ]


def _marks(nodes: list[ast.expr]) -> list[ast.Call]:
    """Calls of `pytest.mark.rfc` anywhere in decorators, those of single parameters among them."""
    return [
        call
        for node in nodes
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "rfc"
    ]


def unknown(rfcs: dict[str, Rfc], tests: list[Marked]) -> list[str]:
    """Markers that name a section their RFC has not."""
    return [
        f"{test.file}: {test.name}: RFC {test.number} has no section {section}"
        for test in tests
        if test.number in rfcs
        for section in test.sections
        if section not in rfcs[test.number].sections
    ]


def assign(rfcs: dict[str, Rfc], tests: list[Marked]) -> None:
    """Gives each section its tests, once each."""
    for test in tests:
        for name in test.sections:
            section = rfcs[test.number].sections.get(name) if test.number in rfcs else None
            if section is not None and (test.file, test.name) not in {(t.file, t.name) for t in section.tests}:
                section.tests.append(test)


def open_rules(rfcs: dict[str, Rfc]) -> list[str]:
    """Rules with neither a test nor a reason, such as "4918 9.8.3/zero"."""
    return [f"{rfc.number} {rule.id}" for rfc in rfcs.values() for rule in rfc.rules() if rule.state == "open"]


def page(root: Path) -> str:
    rfcs, tests = inventory(root), collect(root)
    assign(rfcs, tests)
    return "\n".join([HEAD, *_summary(rfcs), *(line for rfc in rfcs.values() for line in _chapter(rfc))])


def _summary(rfcs: dict[str, Rfc]) -> Iterator[str]:
    yield "| RFC | | rules | tested | not done, with a reason | open | tests |"
    yield "|---|---|---|---|---|---|---|"
    for rfc in rfcs.values():
        counts = Counter(rule.state for rule in rfc.rules())
        tests = len({(test.file, test.name) for section in rfc.sections.values() for test in section.tests})
        rules = counts["tested"] + counts["reason"] + counts["open"]
        yield (
            f"| [{rfc.number}](#rfc-{rfc.number}) | {rfc.title} | {rules} | {counts['tested']} | {counts['reason']}"
            f" | {counts['open']} | {tests} |"
        )
    yield ""


def _chapter(rfc: Rfc) -> Iterator[str]:
    yield f"## RFC {rfc.number}\n\n{rfc.title}: [text](https://www.rfc-editor.org/rfc/rfc{rfc.number}).\n"
    yield "| section | | level | state |"
    yield "|---|---|---|---|"
    for section in rfc.sections.values():
        yield f"| {section.id} | {section.title} | {LEVELS[section.level]} | {_state(section)} |"
    yield ""


def _state(section: Section) -> str:
    by_file = defaultdict(list)
    for test in section.tests:
        by_file[test.file].append(test.name.removeprefix("test_").replace("_", " "))
    links = "; ".join(f"[{Path(file).name}](../../{file}): {', '.join(names)}" for file, names in by_file.items())
    told = [section.reason, links]
    if section.state == "open":
        told.insert(0, "**open**")
    return " ".join(filter(None, told))


if __name__ == "__main__":
    sys.stdout.write(page(Path(sys.argv[1] if len(sys.argv) > 1 else ".")))
