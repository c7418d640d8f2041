"""Every target by its name."""

from . import (
    content,
    directories,
    files,
    json_forms,
    programs,
    protocol,
    reading,
    requests,
    scheduling,
    sign_on,
)
from .target import Targets

MODULES = (
    content, protocol, requests, files, scheduling, reading, json_forms, programs, sign_on, directories,
)  # fmt: skip
TARGETS: Targets = {target.name: target for module in MODULES for target in module.TARGETS}
