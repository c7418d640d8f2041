"""Every distribution of this repository is complete, and they agree with one another."""

import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DISTRIBUTIONS = [ROOT / "core", *sorted(file.parent for file in (ROOT / "plugins").glob("*/pyproject.toml"))]
PROJECTS = {folder: tomllib.loads((folder / "pyproject.toml").read_text())["project"] for folder in DISTRIBUTIONS}

each = pytest.mark.parametrize("folder", DISTRIBUTIONS, ids=lambda folder: folder.name)


@each
@pytest.mark.parametrize("name", ["LICENSE", "CHANGELOG.md", "README.md", "requirements.txt", "requirements-dev.txt"])
def test_a_distribution_has_its_papers(folder, name):
    assert (folder / name).read_text().strip()


@each
def test_a_distribution_has_the_licence_of_the_project(folder):
    assert PROJECTS[folder]["license"] == "AGPL-3.0-only"
    assert (folder / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


@each
def test_requirements_are_those_of_the_project_file(folder):
    lines = [line for line in (folder / "requirements.txt").read_text().splitlines() if line and line[0] != "#"]
    extras = PROJECTS[folder].get("optional-dependencies", {})
    assert sorted(lines) == sorted([*PROJECTS[folder]["dependencies"], *extras.get("postgres", [])])


@each
def test_a_distribution_is_installed_by_the_requirements_of_the_repository(folder):
    wanted = (ROOT / "requirements.txt").read_text().splitlines()
    assert any(line.partition("[")[0] == f"-e ./{folder.relative_to(ROOT)}" for line in wanted)


def test_all_have_one_version():
    assert len({project["version"] for project in PROJECTS.values()}) == 1


def test_the_extra_all_names_every_plugin():
    plugins = {name["name"] for name in PROJECTS.values() if "a3dav.plugins" in name.get("entry-points", {})}
    everything = PROJECTS[ROOT / "core"]["optional-dependencies"]["all"]
    assert plugins == {name for name in everything if name.startswith("a3dav")}


def test_the_plugins_that_are_declared_are_those_installed():
    declared = {
        (name, value)
        for project in PROJECTS.values()
        for name, value in project.get("entry-points", {}).get("a3dav.plugins", {}).items()
    }
    installed = {(entry.name, entry.value) for entry in entry_points(group="a3dav.plugins")}
    assert declared <= installed, "the environment is older than the repository; run: tox -r"


def test_ci_runs_the_test_command_of_the_readme():
    command = (ROOT / ".ci" / "run").read_text().rstrip().splitlines()[-1]
    assert f"\n{command}\n" in (ROOT / "README.md").read_text()
