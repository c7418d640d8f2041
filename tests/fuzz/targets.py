"""Every target by its name."""

from . import content, files, protocol, requests, scheduling
from .target import Targets

MODULES = (content, protocol, requests, files, scheduling)
TARGETS: Targets = {target.name: target for module in MODULES for target in module.TARGETS}
