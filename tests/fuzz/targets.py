"""Every target by its name."""

from . import content, directories, files, json_forms, protocol, reading, requests, scheduling
from .target import Targets

MODULES = (content, protocol, requests, files, scheduling, reading, json_forms, directories)
TARGETS: Targets = {target.name: target for module in MODULES for target in module.TARGETS}
