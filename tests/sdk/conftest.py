"""The SDK of each language, rendered, and the traces that its driver gave."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from a3dav_sdk.languages import dialect, installed
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project
from a3dav_sdk.model.canonical import text_of
from a3dav_sdk.naming.lock import Lock
from a3dav_sdk.rendering.manifest import put, write
from a3dav_sdk.rendering.render import render

from .running import command_of, run_recorded, run_scripted, scenarios

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "generated"
PROJECT = ROOT / "sdk-templates" / "tests" / "data" / "draft-sdk.yaml"


def pytest_addoption(parser):
    parser.addoption("--language", action="append", help="only these SDKs")
    parser.addoption(
        "--write-golden", action="store_true", help="write the golden traces as this one language has them"
    )


def pytest_generate_tests(metafunc):
    if "language" in metafunc.fixturenames:
        chosen = metafunc.config.getoption("--language", None) or installed()
        metafunc.parametrize("language", chosen, scope="session")


@pytest.fixture(scope="session")
def scratch():
    """Kept between runs, because compilers are slow: a folder below the one of pytest, or A3DAV_TEST_SCRATCH."""
    return Path(os.environ.get("A3DAV_TEST_SCRATCH", ROOT / ".pytest_cache" / "sdk"))


@pytest.fixture(scope="session")
def sdk(language, scratch):
    """The package of a language for a draft that has what is hard, as the generator renders it now."""
    folder, api = scratch / "rendered", load(read_project(PROJECT))
    write(folder / language, render(dialect(language)(api), Lock()))
    put(folder / "ir.json", text_of(api).encode())
    return folder / language


@pytest.fixture(scope="session")
def command(language, sdk, scratch):
    return command_of(language, sdk, scratch / "built" / language)


@pytest.fixture(scope="session")
def published_command(language, scratch):
    """The same driver with the package that is given out."""
    return command_of(language, GENERATED / language, scratch / "published" / language)


@pytest.fixture(scope="session")
def scripted_traces(language, command, tmp_path_factory):
    chosen = [one for one in scenarios() if one.is_scripted]
    return run_scripted(language, command, chosen, tmp_path_factory.mktemp(language))


@pytest.fixture(scope="session")
def recorded_traces(language, published_command, server, tmp_path_factory):
    chosen = [one for one in scenarios() if not one.is_scripted]
    return run_recorded(language, published_command, chosen, server, tmp_path_factory.mktemp(f"{language}-live"))
