"""Dashboard, alert rules and routes of deploy/, run by the programs that they are for."""

import subprocess

import httpx
import pytest
import yaml
from tests.deploy.watching import (
    DASHBOARD,
    DEPLOY,
    TOKEN,
    alerts,
    configuration,
    metrics_in,
    panels,
    prometheus,
    queries,
    result,
)

from a3dav.testing.serving import serving
from a3dav.testing.tools import tool

INSTALL = "apt-get install --no-install-recommends prometheus"
INSTALL_MANAGER = "apt-get install --no-install-recommends prometheus-alertmanager"
RULE_TESTS = DEPLOY / "prometheus" / "a3dav.rules.test.yml"
MANAGER = DEPLOY / "alertmanager" / "alertmanager.yml"


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    """A Prometheus that has read a server with two workers for some seconds while a client asked it."""
    program = tool("prometheus", INSTALL)
    with serving(tmp_path_factory.mktemp("server"), {"A3DAV_MONITORING__METRICS_TOKEN": TOKEN}) as server:
        server.start("--workers", "2")
        person = server.person()
        home = f"{server.url}files/{person.name}/"
        with httpx.Client(auth=(person.name, person.password)) as client:
            client.put(home + "a.txt", content=b"a").raise_for_status()
        with prometheus(program, tmp_path_factory.mktemp("prometheus"), f"127.0.0.1:{server.port}") as watching:
            yield watching


@pytest.mark.parametrize("query", queries())
def test_a_query_of_the_dashboard_gives_numbers(watched, query):
    assert result(watched, query)


@pytest.mark.parametrize("alert", alerts(), ids=lambda alert: alert["alert"])
def test_an_alert_asks_for_metrics_that_there_are(watched, alert):
    known = metrics_in(" ".join(watched.get("label/__name__/values").json()["data"]))
    assert metrics_in(alert["expr"]) - known == set()


def test_prometheus_evaluates_every_alert(watched):
    (group,) = watched.get("rules").json()["data"]["groups"]
    assert {rule["name"]: rule["health"] for rule in group["rules"]} == {alert["alert"]: "ok" for alert in alerts()}


def test_a_server_that_is_well_alarms_nobody(watched):
    alarming = watched.get("alerts").json()["data"]["alerts"]
    assert [alert["labels"] for alert in alarming if alert["state"] == "firing"] == []


def promtool(*arguments):
    return subprocess.run(
        [tool("promtool", INSTALL), *map(str, arguments)], capture_output=True, text=True, check=False
    )


def test_the_configuration_of_prometheus_is_one(tmp_path):
    done = promtool("check", "config", configuration(tmp_path, "127.0.0.1:1"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_alerts_fire_when_they_should():
    done = promtool("test", "rules", RULE_TESTS)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_alert_is_tested_to_fire_and_to_be_silent():
    cases = [case for test in yaml.safe_load(RULE_TESTS.read_text())["tests"] for case in test["alert_rule_test"]]
    names = {alert["alert"] for alert in alerts()}
    assert {case["alertname"] for case in cases if case.get("exp_alerts")} == names
    assert {case["alertname"] for case in cases if not case.get("exp_alerts")} == names


@pytest.mark.parametrize("alert", alerts(), ids=lambda alert: alert["alert"])
def test_an_alert_tells_what_is_wrong_and_what_helps(alert):
    assert set(alert["annotations"]) == {"summary", "cure"}
    assert alert["labels"]["severity"] in {"warning", "critical"}


def amtool(*arguments):
    command = [tool("amtool", INSTALL_MANAGER), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_configuration_of_the_alertmanager_is_one():
    done = amtool("check-config", MANAGER)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("labels", "receiver"),
    [
        (["severity=critical", "alertname=A3davDown"], "on-call"),
        (["severity=warning", "alertname=A3davIsSlow"], "administrators"),
        (["severity=warning", "alertname=A3davGuesses"], "security"),
        (["alertname=SomethingElse"], "administrators"),
    ],
)
def test_an_alert_reaches_those_whom_it_concerns(labels, receiver):
    done = amtool("config", "routes", "test", f"--config.file={MANAGER}", f"--verify.receivers={receiver}", *labels)
    assert done.returncode == 0, done.stdout + done.stderr


def test_panels_have_places_of_their_own():
    cells = [
        (panel["gridPos"]["x"] + x, panel["gridPos"]["y"] + y)
        for panel in DASHBOARD["panels"]
        for x in range(panel["gridPos"]["w"])
        for y in range(panel["gridPos"]["h"])
    ]
    assert len(cells) == len(set(cells))
    assert all(x < 24 for x, _ in cells)


def test_panels_have_numbers_of_their_own():
    numbers = [panel["id"] for panel in DASHBOARD["panels"]]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("panel", panels(), ids=lambda panel: panel["title"])
def test_a_panel_is_one_that_grafana_draws(panel):
    assert panel["type"] in {"timeseries", "stat"}
    assert panel["fieldConfig"]["defaults"]["unit"] in {"none", "reqps", "ops", "s", "bytes", "percentunit"}
    assert {target["datasource"]["uid"] for target in panel["targets"]} == {"${datasource}"}
    assert len({target["refId"] for target in panel["targets"]}) == len(panel["targets"])


def test_the_dashboard_shows_every_metric(watched):
    known = metrics_in(" ".join(watched.get("label/__name__/values").json()["data"]))
    shown = metrics_in(" ".join(queries()))
    assert known - shown == set()
