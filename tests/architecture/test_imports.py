"""The import rules of the root pyproject.toml hold."""

import logging
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[2]


@pytest.fixture
def loggers():
    """The linter sets up logging for itself, and switches off every logger that is there."""
    enabled = [found for name in logging.root.manager.loggerDict if not (found := logging.getLogger(name)).disabled]
    yield
    for logger in enabled:
        logger.disabled = False


@pytest.mark.usefixtures("loggers")
def test_packages_import_one_another_as_designed(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    outcome = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert outcome == EXIT_STATUS_SUCCESS, capsys.readouterr().out
