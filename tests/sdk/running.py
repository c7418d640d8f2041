"""Runs the scenarios with the driver of a language, all in one process of it."""

from __future__ import annotations

import json
import runpy
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from a3dav.principals import Role
from a3dav.testing.serving import Person, Server

from .recording import Recording
from .scripted import Scripted
from .tracing import anonymous, canonical, request

HERE = Path(__file__).parent
DRIVERS = HERE / "drivers"
RUN_SECONDS = 240


Traces = dict[str, Any]


@dataclass
class Scenario:
    name: str
    told: dict[str, Any]

    @property
    def is_scripted(self) -> bool:
        return bool(self.told.get("mode", "fault") == "fault")

    @property
    def golden(self) -> Path:
        return HERE / "golden" / f"{self.name}.json"

    def for_drivers(self) -> dict[str, Any]:
        steps = [
            {key: step[key] for key in ("do", "with", "save", "take") if key in step} for step in self.told["steps"]
        ]
        return {"name": self.name, "client": self.told.get("client", {}), "steps": steps}


def scenarios() -> list[Scenario]:
    """Each document of the files in scenarios/ is one."""
    files = sorted((HERE / "scenarios").glob("*.yaml"))
    return [Scenario(told["name"], told) for file in files for told in yaml.safe_load_all(file.read_text())]


def builds(language: str) -> dict[str, Any]:
    """What a language says of itself: `command`, `check` and `programs`."""
    file = DRIVERS / language / "command.py"
    assert file.exists(), f"{language} has no driver: {file} is missing"
    return runpy.run_path(str(file))


def command_of(language: str, sdk: Path, scratch: Path) -> list[str]:
    scratch.mkdir(parents=True, exist_ok=True)
    command: list[str] = builds(language)["command"](sdk, scratch)
    return command


def run_scripted(language: str, command: list[str], chosen: Iterable[Scenario], folder: Path) -> Traces:
    """The trace of each scenario by its name; None where the driver gave none."""
    servers = {one.name: Scripted(one.told.get("answers", [])) for one in chosen}
    triples: list[str] = []
    for one in chosen:
        servers[one.name].start()
        triples += triple(one, servers[one.name].url(), folder)
    try:
        finish(command, triples, folder)
    finally:
        for server in servers.values():
            server.stop()
    return {
        name: {"steps": steps, "requests": [request(each, language) for each in server.arrived]}
        for name, server in servers.items()
        if (steps := trace_of(name, folder)) is not None
    }


def run_recorded(language: str, command: list[str], chosen: Iterable[Scenario], server: Server, folder: Path) -> Traces:
    """The same with a real server, and with an account of its own for each scenario."""
    people = {one.name: server.person(Role(one.told.get("role", "owner"))) for one in chosen}
    proxies = {one.name: Recording(server.port, one.told.get("faults", {})) for one in chosen}
    triples: list[str] = []
    for one in chosen:
        proxies[one.name].start()
        triples += triple(one, proxies[one.name].url(), folder, people[one.name])
    try:
        finish(command, triples, folder)
    finally:
        for proxy in proxies.values():
            proxy.stop()
    return {
        name: anonymous(
            {"steps": steps, "requests": [request(each, language) for each in proxy.arrived]}, people[name].name
        )
        for name, proxy in proxies.items()
        if (steps := trace_of(name, folder)) is not None
    }


def triple(one: Scenario, url: str, folder: Path, person: Person | None = None) -> list[str]:
    text = json.dumps(one.for_drivers())
    if person is not None:
        text = text.replace("${person}", person.name).replace("${password}", person.password)
    (folder / f"{one.name}.json").write_text(text)
    return [url, str(folder / f"{one.name}.json"), str(folder / f"{one.name}.trace")]


def finish(command: list[str], triples: list[str], folder: Path) -> None:
    done = subprocess.run([*command, *triples], capture_output=True, text=True, timeout=RUN_SECONDS, check=False)
    (folder / "log").write_text(done.stdout + done.stderr)
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]


def trace_of(name: str, folder: Path) -> Any:
    file = folder / f"{name}.trace"
    return canonical(json.loads(file.read_text())) if file.exists() else None
