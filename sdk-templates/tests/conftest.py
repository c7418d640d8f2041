"""The Python SDK of the draft document, rendered and importable."""

import sys
from pathlib import Path

import pytest

from a3dav_sdk.languages import dialect
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project
from a3dav_sdk.naming.lock import Lock
from a3dav_sdk.rendering.manifest import write
from a3dav_sdk.rendering.render import render

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def sdk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("python-sdk")
    write(folder, render(dialect("python")(load(read_project(DATA / "draft-sdk.yaml"))), Lock()))
    sys.path.insert(0, str(folder))
    import a3dav_client

    yield a3dav_client
    sys.path.remove(str(folder))
