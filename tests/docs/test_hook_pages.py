"""The pages about hooks show the code itself, in the order a request meets it; every decision is listed."""

import re
from pathlib import Path

import pytest

from a3dav import hookspecs

ROOT = Path(__file__).parents[2]
HOOKS = ROOT / "docs" / "reference" / "hooks"
DECISIONS = ROOT / "docs" / "explanation" / "decisions"
EXAMPLES = [
    pytest.param(page, block, id=f"{page.stem}-{number}")
    for page in sorted(HOOKS.glob("a3dav_*.md"))
    for number, block in enumerate(re.findall(r"```python\n(.*?)```", page.read_text(), re.DOTALL))
]


def test_hooks_are_listed_in_the_order_of_a_request():
    listed = re.findall(r"^\| \[`(\w+)`\]", (HOOKS / "README.md").read_text(), re.MULTILINE)
    assert listed == [name for name in vars(hookspecs) if name.startswith("a3dav_")]


@pytest.mark.parametrize("page", sorted(HOOKS.glob("a3dav_*.md")), ids=lambda page: page.stem)
def test_the_page_of_a_hook_has_an_example(page):
    assert f"@hookimpl\ndef {page.stem}(" in page.read_text()


@pytest.mark.parametrize(("page", "block"), EXAMPLES)
def test_an_example_stands_in_a_module_that_its_page_links(page, block):
    linked = re.findall(r"\]\(([^)]+\.py)\)", page.read_text())
    assert any(block in (page.parent / place).read_text() for place in linked)


@pytest.mark.parametrize("page", sorted(DECISIONS.glob("0*.md")), ids=lambda page: page.stem)
def test_a_decision_has_its_parts_and_is_listed(page):
    number, title = re.match(r"# (\d+)\. (.+)\n", page.read_text()).groups()
    assert page.name.startswith(f"{int(number):04}-")
    assert re.findall(r"^\*\*(\w+)\.\*\*", page.read_text(), re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert f"- [{number}. {title}]({page.name})" in (DECISIONS / "README.md").read_text()
