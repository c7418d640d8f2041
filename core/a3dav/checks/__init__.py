"""What `a3dav check` looks at, and what `--repair` mends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from a3dav.checks import bodies, database, disk, rows
from a3dav.checks.findings import Finding, Mend, Outcome
from a3dav.errors import A3davError
from a3dav.faults import disk_fault, told

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.storage.transaction import Actor

__all__ = ["Finding", "Outcome", "findings", "mended"]

SECTIONS = (
    disk.data_directory,
    disk.file_system,
    disk.owners,
    database.soundness,
    rows.administrators,
    rows.used_bytes,
    rows.hanging_resources,
    rows.rootless_mounts,
    rows.indexes,
    bodies.lost_bodies,
    bodies.earlier_versions,
    bodies.unreferenced_files,
)


def findings(house: House, *, deep: bool = False) -> Iterator[Finding]:
    """Everything that is looked at, one after the other; what cannot be looked at is a finding of its own."""
    sections = (*SECTIONS, database.agreement, bodies.changed_bodies) if deep else SECTIONS
    for section in sections:
        try:
            yield from section(house)
        except (A3davError, OSError) as error:
            yield Finding(False, told(disk_fault(error) or error))


def mended(house: House, actor: Actor, mend: Mend) -> Iterator[Outcome]:
    """Carries a repair out; a fault on the way is its last outcome."""
    try:
        yield from mend(house, actor)
    except (A3davError, OSError) as error:
        yield Outcome(False, told(disk_fault(error) or error))
