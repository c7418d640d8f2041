"""A disk that loses what was not synced costs nothing that was acknowledged."""

import pytest


@pytest.mark.parametrize("written_anyway", [0.0, 0.3])
def test_power_cuts_lose_nothing_that_was_acknowledged(make_machine, torture, amount, say, written_anyway):
    machine = make_machine(written_anyway)
    tortured = torture()
    moments = {"power": lambda: tortured.victims.everything(machine.cut)}
    assert tortured.run(amount("--torture-cuts", 4) // 2, moments, say).report == ""
