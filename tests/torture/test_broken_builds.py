"""Servers that break their promise are found out, by the same load and the same checker."""

KILLS = 20


def test_a_build_that_acknowledges_before_the_commit_is_caught(torture):
    tortured = torture(builds="restless acknowledges_early")
    assert tortured.run(KILLS, {"worker": tortured.victims.worker}).report


def test_a_build_that_does_not_sync_its_database_is_caught(make_machine, torture):
    machine = make_machine(0.0)
    tortured = torture(builds="restless database_unsynced")
    assert tortured.run(KILLS, {"power": lambda: tortured.victims.everything(machine.cut)}).report


def test_a_build_that_does_not_sync_large_files_is_caught(make_machine, torture):
    machine = make_machine(0.0)
    tortured = torture(builds="restless files_unsynced")
    assert tortured.run(KILLS, {"power": lambda: tortured.victims.everything(machine.cut)}).report
