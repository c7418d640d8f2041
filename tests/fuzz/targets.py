"""Every target by its name."""

from . import content, jcal_content, requests
from .target import Targets

MODULES = (content, jcal_content, requests)
TARGETS: Targets = {target.name: target for module in MODULES for target in module.TARGETS}
