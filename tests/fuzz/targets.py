"""Every target by its name."""

from . import content, requests
from .target import Targets

MODULES = (content, requests)
TARGETS: Targets = {target.name: target for module in MODULES for target in module.TARGETS}
