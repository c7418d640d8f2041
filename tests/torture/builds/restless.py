"""Housekeeping that never rests, so that there is something to kill in the tasks process; nothing is less safe."""

from dataclasses import replace

from a3dav import registries, tasks
from a3dav.builtin import housekeeping

_add = registries.TaskRegistry.add


def _add_restless(self, *entries):
    _add(self, *(replace(entry, every_seconds=0) for entry in entries))


registries.TaskRegistry.add = _add_restless
tasks.LOOK_SECONDS = 0.2
tasks.LEASE_MS = 2000
housekeeping.GRACE_SECONDS = 20  # what is swept belongs to no request that still runs
