"""The section `[plugins.push]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from a3dav.config.fields import setting

_CONTACT = re.compile(r"mailto:[^@\s]+@[^@\s]+|https://\S+")


@dataclass(frozen=True, slots=True)
class PushSettings:
    """What devices may subscribe to, and how they are told."""

    contact: str = setting(
        "",
        "Whom a push service may turn to, as mailto:name@example.org or an https address; some services take no "
        "messages without it. Empty tells them server.public_url.",
    )
    pause: int = setting(
        3, "How long changes are gathered before devices are told of them.", unit="seconds", maximum=3600
    )
    longest: int = setting(
        14, "How long a registration holds at most until it is renewed.", unit="days", minimum=3, maximum=366
    )
    per_account: int = setting(500, "Registrations of one account.", minimum=1, maximum=100_000)
    per_collection: int = setting(200, "Registrations for one collection.", minimum=1, maximum=10_000)
    kept: int = setting(
        24, "How long a push service keeps a message for a device that is away.", unit="hours", maximum=672
    )
    urgency: Literal["very-low", "low", "normal", "high"] = setting(
        "normal", "The urgency (RFC 8030) of messages about content; those about properties alone have none above low."
    )
    patience: int = setting(
        3, "How long a device may not be reachable before its registrations end.", unit="days", minimum=1, maximum=366
    )

    def problems(self) -> Iterator[tuple[str, str]]:
        if self.contact and not _CONTACT.fullmatch(self.contact):
            yield "contact", "must be an address such as mailto:admin@example.org or https://example.org/contact"
