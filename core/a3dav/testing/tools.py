"""Programs of others that a test needs: without them it is skipped with the line that installs them.

With A3DAV_TEST_REQUIRE_ALL=1 it fails instead.
"""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest


def missing(what: str, cure: str) -> NoReturn:
    """Ends a test that needs something this machine lacks."""
    sentence = f"{what} is missing; install it with: {cure}"
    if os.environ.get("A3DAV_TEST_REQUIRE_ALL") == "1":
        pytest.fail(sentence)
    pytest.skip(sentence)


def tool(program: str, cure: str = "") -> str:
    """The path of a program."""
    return shutil.which(program) or missing(program, cure or f"apt-get install {program}")
