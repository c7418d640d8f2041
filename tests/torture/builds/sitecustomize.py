"""Changes a server of the torture as TORTURE_BUILDS names it; Python imports this at its start, in every process."""

import importlib
import os

for name in os.environ.get("TORTURE_BUILDS", "").split():
    importlib.import_module(name)
