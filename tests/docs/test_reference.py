"""The reference says what the code does: hooks, settings, commands, and the places that pages name."""

import inspect
import re
from pathlib import Path

import pytest

from a3dav import hookspecs, plugins
from a3dav.cli.page import commands_page, metrics_page, settings_page
from a3dav.config import read

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
HOOKS = {name: value for name, value in vars(hookspecs).items() if name.startswith("a3dav_")}
PAGES = sorted(path for path in DOCS.rglob("*.md"))


def arguments_of(function):
    return ", ".join(inspect.signature(function).parameters)


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_has_a_page_headed_by_its_signature(name):
    first = (DOCS / "reference" / "hooks" / f"{name}.md").read_text().splitlines()[0]
    assert first == f"# {name}({arguments_of(HOOKS[name])})"


def test_no_page_is_about_a_hook_that_does_not_exist():
    assert {file.stem for file in (DOCS / "reference" / "hooks").glob("a3dav_*.md")} == set(HOOKS)


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_is_listed(name):
    assert f"({name}.md)" in (DOCS / "reference" / "hooks" / "README.md").read_text()


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_is_filled_by_a_plugin_of_this_repository(name):
    manager = plugins.load([*plugins.BUILT_IN, *plugins.installed()])
    assert getattr(manager.hook, name).get_hookimpls()


@pytest.mark.parametrize("name", HOOKS)
def test_the_page_of_a_hook_names_a_module_that_fills_it(name):
    text = (DOCS / "reference" / "hooks" / f"{name}.md").read_text()
    (place,) = re.findall(r"In this repository: \[(.*?)\]", text)
    assert f"def {name}(" in (ROOT / place).read_text()


def test_the_page_of_the_command_line_is_current(monkeypatch):
    monkeypatch.setattr("sys.argv", ["a3dav"])
    current = commands_page()
    assert (DOCS / "reference" / "cli.md").read_text() == current, (
        "run: python -m a3dav.cli.page commands > docs/reference/cli.md"
    )


def test_the_page_of_the_settings_is_current():
    assert (DOCS / "reference" / "settings.md").read_text() == settings_page(), (
        "run: python -m a3dav.cli.page settings > docs/reference/settings.md"
    )


def test_the_page_of_the_metrics_is_current():
    assert (DOCS / "reference" / "metrics.md").read_text() == metrics_page(), (
        "run: python -m a3dav.cli.page metrics > docs/reference/metrics.md"
    )


def test_the_settings_in_the_guide_are_accepted(tmp_path):
    (example,) = re.findall(r"```toml\n(.*?)```", (DOCS / "how-to" / "administer.md").read_text(), re.DOTALL)
    (tmp_path / "a3dav.toml").write_text(example)
    settings = read(tmp_path / "a3dav.toml", {})
    assert settings.core.limits.default_quota == 2**30


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.relative_to(DOCS)))
def test_links_lead_somewhere(file):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", file.read_text())
    broken = [link for link in links if not (file.parent / link).exists()]
    assert not broken


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.relative_to(DOCS)))
def test_files_that_a_page_names_exist(file):
    named = re.findall(r"`((?:core|plugins|tests)/[\w./-]+)`", file.read_text())
    missing = [place for place in named if not (ROOT / place).exists()]
    assert not missing


def test_functions_that_the_tour_names_exist():
    sources = "\n".join(
        file.read_text() for folder in ("core/a3dav", "plugins") for file in (ROOT / folder).rglob("*.py")
    )
    named = set(re.findall(r"`(\w+)\(\)`", (DOCS / "explanation" / "tour.md").read_text()))
    assert len(named) > 15
    missing = {name for name in named if not re.search(rf"(def|class) {name}\b", sources)}
    assert not missing


def test_the_readme_leads_to_the_documentation():
    text = (ROOT / "README.md").read_text()
    broken = [link for link in re.findall(r"\]\((?!https?:)([^)#]+)", text) if not (ROOT / link).exists()]
    assert not broken
