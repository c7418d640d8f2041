"""`python tests/fuzz`: the long run, and what belongs to it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).parents[1])

from fuzz.command import fuzz  # noqa: E402 - not found before

fuzz()
