"""Every SDK does the same, to the letter: its trace of each scenario is the golden one."""

import json

import pytest

from .running import scenarios

SCRIPTED = [one for one in scenarios() if one.is_scripted]
RECORDED = [one for one in scenarios() if not one.is_scripted]


@pytest.mark.parametrize("scenario", SCRIPTED, ids=lambda one: one.name)
def test_an_sdk_does_with_a_scripted_server_what_all_do(scenario, scripted_traces, request):
    assert_golden(scenario, scripted_traces.get(scenario.name), request)


@pytest.mark.parametrize("scenario", RECORDED, ids=lambda one: one.name)
def test_an_sdk_does_with_a_real_server_what_all_do(scenario, recorded_traces, request):
    assert_golden(scenario, recorded_traces.get(scenario.name), request)


def assert_golden(scenario, trace, request):
    assert trace is not None, "the driver gave no trace"
    if request.config.getoption("--write-golden", False):
        scenario.golden.write_text(json.dumps(trace, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
    assert trace == json.loads(scenario.golden.read_text())
