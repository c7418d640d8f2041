"""The section `[plugins.scheduling]`."""

from __future__ import annotations

from dataclasses import dataclass

from a3dav.config.fields import setting


@dataclass(frozen=True, slots=True)
class SchedulingSettings:
    max_recipients: int = setting(500, "People whose busy time one request may ask for.", minimum=1, maximum=100_000)
