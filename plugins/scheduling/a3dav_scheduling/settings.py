"""The section `[plugins.scheduling]`."""

from __future__ import annotations

from dataclasses import dataclass

from a3dav.config.fields import setting


@dataclass(frozen=True, slots=True)
class SchedulingSettings:
    """How many are asked for their time at once, and how long messages wait in inboxes."""

    max_recipients: int = setting(500, "People whose busy time one request may ask for.", minimum=1, maximum=100_000)
    inbox_days: int = setting(
        90, "Days after which a message goes from an inbox where no client removed it; 0 keeps all.", minimum=0
    )
