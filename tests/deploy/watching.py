"""A real Prometheus that reads a real server."""

from __future__ import annotations

import json
import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import yaml

from a3dav.testing.waiting import eventually

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
RULES = DEPLOY / "prometheus" / "a3dav.rules.yml"
DASHBOARD = json.loads((DEPLOY / "grafana" / "dashboards" / "a3dav.json").read_text())
TOKEN = "a-token-of-this-test-alone"
WAIT_SECONDS = 30


def panels():
    return [panel for panel in DASHBOARD["panels"] if panel["type"] != "row"]


def queries():
    """Every query of the dashboard as Grafana would send it, for all servers, over ten seconds."""
    found = [target["expr"] for panel in panels() for target in panel["targets"]]
    return sorted({query.replace("$__rate_interval", "10s").replace("$instance", ".*") for query in found})


def alerts():
    return [rule for group in yaml.safe_load(RULES.read_text())["groups"] for rule in group["rules"]]


def metrics_in(text):
    return {re.sub("_(bucket|count|sum)$", "", name) for name in re.findall(r"a3dav_\w+", text)}


def configuration(folder: Path, target: str) -> Path:
    """The one of deploy/, with the addresses of this machine, in a hurry."""
    (folder / "token").write_text(TOKEN)
    settings = yaml.safe_load((DEPLOY / "prometheus" / "prometheus.yml").read_text())
    settings["global"] = {"scrape_interval": "1s", "evaluation_interval": "1s"}
    settings["rule_files"] = [str(RULES)]
    (job,) = settings["scrape_configs"]
    job["authorization"]["credentials_file"] = str(folder / "token")
    job["static_configs"] = [{"targets": [target]}]
    del settings["alerting"]
    file = folder / "prometheus.yml"
    file.write_text(yaml.safe_dump(settings))
    return file


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextmanager
def prometheus(program: str, folder: Path, target: str) -> Iterator[httpx.Client]:
    """A client of the interface of a Prometheus that has read the target a few times."""
    port = free_port()
    command = [
        program, f"--config.file={configuration(folder, target)}", f"--storage.tsdb.path={folder / 'data'}",
        f"--web.listen-address=127.0.0.1:{port}",
    ]  # fmt: skip
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}/api/v1/") as client:
            eventually(lambda: _scrapes(client) >= 4, (folder / "log").read_text)
            yield client
    finally:
        process.terminate()
        process.wait(WAIT_SECONDS)


def _scrapes(client: httpx.Client) -> float:
    try:
        (found,) = result(client, "count_over_time(a3dav_build_info[1m]) or vector(0)")[:1]
    except httpx.TransportError:
        return 0
    return float(found["value"][1])


def result(client: httpx.Client, query: str) -> list:
    """What a query gives; an error of the query fails the test."""
    answer = client.get("query", params={"query": query})
    if answer.status_code == 503:  # still starting
        raise httpx.ConnectError("not ready")
    assert answer.status_code == 200, answer.text
    return answer.json()["data"]["result"]
