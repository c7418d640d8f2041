"""Every target by its name."""

from . import content
from .target import Targets

MODULES = (content,)
TARGETS: Targets = {target.name: target for module in MODULES for target in module.TARGETS}
