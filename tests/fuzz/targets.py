"""Every target by its name."""

from . import content, files, protocol, requests
from .target import Targets

MODULES = (content, protocol, requests, files)
TARGETS: Targets = {target.name: target for module in MODULES for target in module.TARGETS}
