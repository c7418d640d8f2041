"""caldav-server-tester finds no feature broken or unsupported, but for those named here."""

import json
import subprocess

import pytest

ELSEWHERE = {
    "scheduling": "comes with the scheduling plugin",
    "principal-search": "comes with sharing",
    "search.time-range.comp-type-optional": "RFC 4791 §9.7.1 knows no time-range on VCALENDAR; refused as it says",
    "search.text.comp-type-optional": "a property filter on VCALENDAR is about the properties of VCALENDAR",
    "url.encode-at.identity": "both spellings of a path are the same resource, which the check cannot tell",
}
FINE = {"full", "unknown"}


@pytest.fixture(scope="module")
def features(server, require_script):
    first, account = require_script("caldav-server-tester"), server.person()
    done = subprocess.run(
        [first, "--caldav-url", account.url, "--caldav-username", account.name, "--caldav-password", account.password,
         "--format", "json"],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.stdout.startswith("{"), done.stderr
    return json.loads(done.stdout)["features"]


def test_every_feature_is_supported(features):
    lacking = {name: found for name, found in features.items() if found.get("support", "full") not in FINE}
    assert lacking.keys() <= ELSEWHERE.keys(), {name: found for name, found in lacking.items() if name not in ELSEWHERE}


def test_the_checks_were_really_made(features):
    assert features["save.no-uid-conflict"]["support"] == "full"
    assert features["calendar-color"]["support"] == "full"
