"""The section `[plugins.events]`."""

from __future__ import annotations

from dataclasses import dataclass

from a3dav.config.fields import setting


@dataclass(frozen=True, slots=True)
class EventsSettings:
    """Webhooks: how many, how long each is tried, and what is kept of it."""

    webhooks: int = setting(20, "Webhooks of one account; 0 lets nobody make one.", maximum=10_000)
    seconds: int = setting(
        10, "How long a receiver may take for its whole answer.", unit="seconds", minimum=1, maximum=60
    )
    patience: int = setting(
        5, "After how long nothing arrived any more a webhook is switched off.", unit="days", minimum=1, maximum=366
    )
    kept: int = setting(7, "How long deliveries are kept to be looked at.", unit="days", minimum=1, maximum=366)
    overlap: int = setting(
        24, "How long a secret that was replaced signs beside the new one.", unit="hours", minimum=1, maximum=720
    )
