"""The section `[plugins.attachments]`."""

from __future__ import annotations

from dataclasses import dataclass

from a3dav.config.fields import setting


@dataclass(frozen=True, slots=True)
class AttachmentsSettings:
    """What people attach to events and tasks."""

    max_size: int = setting(
        50 * 2**20,
        "The largest attachment; limits.max_file_size holds as well.",
        unit="bytes",
        minimum=1024,
    )
    max_per_resource: int = setting(
        50, "The most attachments that an event or task has with all its instances.", minimum=1, maximum=1000
    )
    orphan_days: int = setting(
        30,
        "How long an attachment is kept that nothing refers to any more; storage.history_days where that is longer, "
        "so that an event that is brought back has its attachments.",
        unit="days",
    )
