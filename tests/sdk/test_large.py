"""A public description of a thousand operations, which nobody here wrote, becomes packages that strict compilers take."""

from __future__ import annotations

import json
import subprocess
import tarfile

import pytest

from a3dav.testing.tools import missing, tool
from a3dav_sdk.languages import dialect
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project
from a3dav_sdk.naming.lock import Lock
from a3dav_sdk.rendering.manifest import write
from a3dav_sdk.rendering.render import render

from .running import builds

PACKAGE = "@octokit/openapi@23.0.2"
DOCUMENT = "package/generated/api.github.com.json"
OPERATIONS = {"rust": 4}
"""Every fourth path is enough for a compiler that takes minutes for all of them."""


@pytest.fixture(scope="session")
def large_document(scratch):
    """From a package of a registry."""
    folder = scratch / "large"
    document = folder / DOCUMENT
    if not document.exists():
        folder.mkdir(parents=True, exist_ok=True)
        npm = tool("npm", "apt-get install npm")
        told = [npm, "pack", PACKAGE, "--silent"]
        fetched = subprocess.run(told, cwd=folder, capture_output=True, text=True, check=False)
        if fetched.returncode:
            missing(PACKAGE, f"npm pack {PACKAGE}")
        with tarfile.open(folder / fetched.stdout.split()[-1]) as package:
            content = package.extractfile(DOCUMENT)
            assert content is not None
            document.parent.mkdir(parents=True, exist_ok=True)
            document.write_bytes(content.read())
    return json.loads(document.read_text())


@pytest.fixture(scope="session")
def model_of(large_document, scratch):
    """The model of every n-th path of the document, with the components that these need."""
    known = {}

    def model(share):
        if share not in known:
            paths = dict(list(large_document["paths"].items())[::share])
            folder = scratch / "large" / f"share-{share}"
            folder.mkdir(parents=True, exist_ok=True)
            needed = large_document["components"] if share == 1 else reached(large_document, paths)
            (folder / "document.json").write_text(
                json.dumps(
                    {
                        "openapi": large_document["openapi"],
                        "info": large_document["info"],
                        "paths": paths,
                        "components": needed,
                    }
                )
            )
            (folder / "sdk.yaml").write_text("name: large\nspec: document.json\n")
            known[share] = load(read_project(folder / "sdk.yaml"))
        return known[share]

    return model


def reached(document, paths):
    """The components that paths refer to, and those that they refer to."""
    found, open_ends = {}, list(references(paths))
    while open_ends:
        kind, name = open_ends.pop()
        if name not in found.setdefault(kind, {}):
            found[kind][name] = document["components"][kind][name]
            open_ends += references(found[kind][name])
    return found


def references(value):
    if isinstance(value, dict):
        told = value.get("$ref")
        if isinstance(told, str):
            yield tuple(told.split("/")[2:4])
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from references(one)


def test_a_large_description_becomes_a_package_that_compiles(language, model_of, scratch):
    model = model_of(OPERATIONS.get(language, 1))
    assert sum(len(service.calls) for service in model.services) > 200
    package, built = scratch / "large" / "rendered" / language, scratch / "large" / "built" / language
    built.mkdir(parents=True, exist_ok=True)
    write(package, render(dialect(language)(model), Lock()))
    builds(language)["check"](package, built)
