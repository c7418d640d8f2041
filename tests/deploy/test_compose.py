"""deploy/compose.yaml is what its format allows, and what it names is there."""

import json
import subprocess
import sys

import pytest
import yaml
from tests.deploy.watching import DEPLOY

from a3dav.config import read

COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
SERVICES = COMPOSE["services"]
each = pytest.mark.parametrize("name", SERVICES)


def test_it_holds_to_the_schema_of_compose_files():
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run([*command, str(DEPLOY / "compose.yaml")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_everything_is_there_that_watches_and_stores():
    assert set(SERVICES) == {"a3dav", "postgres", "valkey", "prometheus", "alertmanager", "grafana"}


@each
def test_a_file_that_is_mounted_exists(name):
    mounted = [volume.split(":")[0] for volume in SERVICES[name].get("volumes", []) if volume.startswith(".")]
    assert [file for file in mounted if not (DEPLOY / file).exists()] == []


@each
def test_a_volume_a_network_and_a_secret_are_declared(name):
    service = SERVICES[name]
    volumes = {volume.split(":")[0] for volume in service.get("volumes", []) if not volume.startswith(".")}
    assert volumes <= set(COMPOSE["volumes"])
    assert set(service["networks"]) <= set(COMPOSE["networks"])
    assert set(service.get("secrets", [])) <= set(COMPOSE["secrets"])


@each
def test_ports_are_open_to_this_machine_alone(name):
    assert all(port.startswith("127.0.0.1:") for port in SERVICES[name].get("ports", []))


def test_the_settings_of_the_server_are_settings(tmp_path):
    environment = dict(SERVICES["a3dav"]["environment"])
    for name in [name for name in environment if name.endswith("_FILE")]:
        secret = tmp_path / name
        secret.write_text("postgresql://a3dav:password@postgres/a3dav" if "URL" in name else "0123456789abcdef0123")
        environment[name] = str(secret)
    settings = read(None, environment).core
    assert settings.storage.url.startswith("postgresql://")
    assert settings.monitoring.metrics_token


def test_prometheus_asks_the_services_by_their_names():
    told = yaml.safe_load((DEPLOY / "prometheus" / "prometheus.yml").read_text())
    targets = [
        target for job in told["scrape_configs"] for entry in job["static_configs"] for target in entry["targets"]
    ]
    targets += told["alerting"]["alertmanagers"][0]["static_configs"][0]["targets"]
    assert {target.partition(":")[0] for target in targets} <= set(SERVICES)


def test_grafana_finds_its_source_and_its_dashboards():
    (source,) = yaml.safe_load((DEPLOY / "grafana/provisioning/datasources/prometheus.yml").read_text())["datasources"]
    (folder,) = yaml.safe_load((DEPLOY / "grafana/provisioning/dashboards/a3dav.yml").read_text())["providers"]
    assert source["url"] == "http://prometheus:9090"
    assert f"./grafana/dashboards:{folder['options']['path']}:ro" in SERVICES["grafana"]["volumes"]
    assert json.loads((DEPLOY / "grafana/dashboards/a3dav.json").read_text())["uid"] == "a3dav"
