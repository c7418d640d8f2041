"""Killed at any moment under load, the server keeps what it acknowledged, whole."""

import pytest


@pytest.mark.parametrize("workers", ["1", "2"])
def test_sqlite_survives_kills(torture, amount, say, workers):
    tortured = torture("--workers", workers)
    victims = tortured.victims
    moments = {
        "worker": victims.worker, "cpu": victims.cpu, "tasks": victims.tasks, "supervisor": victims.supervisor,
    }  # fmt: skip
    assert tortured.run(amount("--torture-kills", 20) // 2, moments, say).report == ""


def test_postgresql_survives_kills(own_database, torture, amount, say):
    tortured = torture("--workers", "2", A3DAV_STORAGE__URL=own_database.url)
    victims = tortured.victims
    moments = {
        "worker": victims.worker, "cpu": victims.cpu, "tasks": victims.tasks, "supervisor": victims.supervisor,
        "backend": own_database.backend, "database": own_database.restart,
    }  # fmt: skip
    assert tortured.run(amount("--torture-kills", 20) // 2, moments, say).report == ""
