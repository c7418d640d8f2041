"""A running server: a program without a browser signs on (RFC 8628), and nobody waits for the provider of others."""

import subprocess
import sys
import threading
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from a3dav.testing.serving import serving

SDK = Path(__file__).parents[3] / "generated" / "python"
PROGRAM = """
import json, sys, urllib.error, urllib.request
from a3dav_client import Client
from a3dav_client.oauth import DeviceFlow

base = sys.argv[1]
try:
    urllib.request.urlopen(base + "api/v1/session")
except urllib.error.HTTPError as refused:
    challenge = " ".join(refused.headers.get_all("www-authenticate"))
where = challenge.partition('resource_metadata="')[2].partition('"')[0]
(issuer,) = json.load(urllib.request.urlopen(where))["authorization_servers"]
provider = json.load(urllib.request.urlopen(issuer + "/.well-known/openid-configuration"))
flow = DeviceFlow(provider["device_authorization_endpoint"], provider["token_endpoint"], "phone", "profile calendars:read")
with Client(base) as stranger:
    code = flow.start(stranger)
    print(code.user_code, code.verification_uri)
    auth = flow.wait(stranger, code)
with Client(base, auth=auth) as client:
    print(client.session.get().account.name)
    print(*sorted(calendar.display_name for calendar in client.calendars.list()))
"""


@pytest.fixture
def served(tmp_path, provider):
    settings = {
        "A3DAV_PLUGINS__OIDC__ISSUER": provider.issuer, "A3DAV_PLUGINS__OIDC__AUDIENCE": "https://dav.example.org",
        "A3DAV_PLUGINS__OIDC__PROVISION": "true", "A3DAV_PLUGINS__OIDC__SECONDS": "60", "A3DAV_ASYNC_POOL__WORKERS": "1",
    }  # fmt: skip
    with serving(tmp_path, settings) as server:
        server.start()
        yield server


@pytest.mark.rfc("8628", "3.2", "3.4", "3.5")
def test_a_program_finds_the_provider_signs_on_and_asks(served, provider):
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, served.url], env={"PYTHONPATH": str(SDK)}, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    first, name, calendars = ran.stdout.splitlines()
    assert first == f"WDJB-MJHT {provider.issuer}/sign-on"
    assert name == "alice"
    assert calendars
    assert provider.count("/token") == 2
    assert "Traceback" not in served.log.read_text()


def ask(url, path, token=""):
    headers = {"authorization": f"Bearer {token}"} if token else {}
    with urllib.request.urlopen(urllib.request.Request(url + path, headers=headers), timeout=60) as answer:
        return answer.status


def test_who_waits_for_the_provider_keeps_nobody_else_waiting(served, provider):
    asked, go_on = threading.Event(), threading.Event()

    def hold(_):
        asked.set()
        go_on.wait(60)
        return 200, {}, provider.metadata()

    provider.answers["/.well-known/openid-configuration"] = hold
    tokens = [provider.token(jti=str(number)) for number in range(20)]
    with ThreadPoolExecutor(20) as threads:
        signing_on = [threads.submit(ask, served.url, "api/v1/session", token) for token in tokens]
        assert asked.wait(60)
        others = [ask(served.url, "health/live") for _ in range(20)]
        waiting = [attempt.done() for attempt in signing_on]
        go_on.set()
        assert others == [200] * 20
        assert waiting == [False] * 20
        assert [attempt.result() for attempt in signing_on] == [200] * 20
    assert provider.asked == ["/.well-known/openid-configuration", "/keys"]
