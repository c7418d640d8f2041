"""A program without a browser signs on (RFC 8628): the Python SDK, a provider, and a running server."""

import subprocess
import sys
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
        "A3DAV_PLUGINS__OIDC__PROVISION": "true",
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
