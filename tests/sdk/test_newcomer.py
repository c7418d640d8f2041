"""What the READMEs of the SDKs show works: their programs run against a server, and the package they install is this one."""

from __future__ import annotations

import base64
import json
import re
import subprocess
from urllib.request import Request, urlopen
from xml.etree import ElementTree

import pytest

from .conftest import GENERATED
from .running import builds

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INSTALLING = {"sh", "xml"}
FENCES = {"javascript": "js", "typescript": "js"}
POM = "{http://maven.apache.org/POM/4.0.0}"


def blocks(language):
    return BLOCK.findall((GENERATED / language / "README.md").read_text())


def signed(text, person):
    """A program of a README for the server of the tests and for an account there."""
    for old, new in (("NAME|alice", person.name), ("PASSWORD|secret", person.password)):
        text, count = re.subn(rf"""(["'])(?:{old})\1""", rf"\1{new}\1", text)
        assert count == 1, text
    assert "http://127.0.0.1:8008" in text
    return text.replace("http://127.0.0.1:8008", person.url)


@pytest.fixture(scope="session")
def newcomers(language, scratch, server):
    """Whose each program of the README was, and what it printed."""
    texts = [text for fence, text in blocks(language) if fence not in INSTALLING]
    people = [server.person() for _ in texts]
    folder = scratch / "published" / language
    folder.mkdir(parents=True, exist_ok=True)
    texts = [signed(text, person) for text, person in zip(texts, people, strict=True)]
    commands = builds(language)["programs"](GENERATED / language, folder, texts)
    return [(person, run(command)) for person, command in zip(people, commands, strict=True)]


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def asked(person, path):
    authorization = "Basic " + base64.b64encode(f"{person.name}:{person.password}".encode()).decode()
    with urlopen(Request(f"{person.url}api/v1/{path}", headers={"Authorization": authorization})) as answer:
        return json.load(answer)["items"]


def titles(person):
    return {
        event["data"]["title"]
        for calendar in asked(person, "calendars")
        for event in asked(person, f"calendars/{calendar['id']}/events")
    }


def test_every_program_of_a_readme_adds_an_event(newcomers):
    found = [titles(person) for person, _ in newcomers]
    assert found
    assert all(one in ({"Lunch"}, {"Lunch with Bob"}) for one in found)


def test_every_program_of_a_readme_sees_the_change_and_gets_a_token(newcomers):
    printed = [told.lower() for _, told in newcomers]
    assert [("changed" in told, "token" in told) for told in printed] == [(True, True)] * len(newcomers)


def test_a_readme_has_programs_and_tells_how_to_install_and_nothing_else(language):
    assert {fence for fence, _ in blocks(language)} - INSTALLING == {FENCES.get(language, language)}


def test_a_readme_installs_the_package_by_its_name(language):
    told = [text for fence, text in blocks(language) if fence in INSTALLING]
    wanted = names_of(language)
    assert [wanted <= set(re.split(r"[\s<>]+", text)) for text in told] == [True] * bool(wanted)


def names_of(language):
    """What the files of the package say it is called; nothing where the README tells no command."""
    folder = GENERATED / language
    match language:
        case "javascript" | "typescript":
            return {json.loads((folder / "package.json").read_text())["name"]}
        case "php":
            return {json.loads((folder / "composer.json").read_text())["name"]}
        case "go":
            return {(folder / "go.mod").read_text().split()[1]}
        case "csharp":
            return {ElementTree.parse(folder / "A3dav.Client.csproj").findtext(".//PackageId")}
        case "java":
            pom = ElementTree.parse(folder / "pom.xml")
            return {pom.findtext(POM + member) for member in ("groupId", "artifactId", "version")}
    return set()
