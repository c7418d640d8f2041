"""caldav-server-tester finds every feature supported that python-caldav expects of a server, and more."""

import ast
import json
import os
import subprocess

import pytest

from .hints import A3DAV, BETTER

UNTOLD = {"url.encode-at.literal.principal", "well-known"}
"""No account here has an @ in its name, and nobody is asked for well-known addresses on this machine."""


def connection(account):
    return {"caldav_url": account.url, "caldav_user": account.name, "caldav_pass": account.password}


@pytest.fixture(scope="module")
def features(server, require_script, tmp_path_factory):
    """Each feature with its support, in the form of compatibility_hints."""
    first = require_script("caldav-server-tester")
    account, *guests = [server.person() for _ in range(3)]
    config = tmp_path_factory.mktemp("tester") / "calendar.conf"
    config.write_text(json.dumps({guest.name: connection(guest) for guest in guests}))
    done = subprocess.run(
        [first, "--caldav-url", account.url, "--caldav-username", account.name, "--caldav-password", account.password,
         *(argument for guest in guests for argument in ("--config-section", guest.name)), "--format", "hints",
         "--verbose"],
        env={**os.environ, "CALDAV_CONFIG_FILE": str(config)},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert "{" in done.stdout, done.stderr
    return ast.literal_eval(done.stdout[done.stdout.index("{") : done.stdout.rindex("}") + 1])


@pytest.fixture(scope="module")
def expected(features):
    """What python-caldav takes for granted of a server that it knows nothing about."""
    hints = pytest.importorskip("caldav.compatibility_hints").FeatureSet({})
    return {name: hints.is_supported(name, return_type=dict).get("support") for name in features}


def test_every_feature_is_fully_supported_that_is_expected_of_a_server(features, expected):
    lacking = {name for name, found in features.items() if found.get("support", "full") != "full"}
    unexpected = {name for name in lacking if features[name]["support"] != expected[name]}
    hinted = {name for name in unexpected if any(f"{name}.".startswith(f"{hint}.") for hint in A3DAV)}
    assert unexpected - hinted <= UNTOLD, {name: features[name] for name in unexpected - hinted}


def test_no_hint_is_stale(features):
    assert {name: {"support": features[name]["support"]} for name in A3DAV} == A3DAV


def test_more_is_supported_than_is_expected_of_a_server(features, expected):
    assert {name: {"support": features[name]["support"]} for name in BETTER} == BETTER
    assert {expected[name] for name in BETTER} == {"unsupported", "unknown"}


def test_the_checks_were_really_made(features):
    assert len(features) > 100
    assert features["search.time-range.alarm"] == {"support": "full"}
