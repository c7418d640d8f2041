"""The section `[plugins.subscriptions]`."""

from __future__ import annotations

from dataclasses import dataclass

from a3dav.config.fields import setting


@dataclass(frozen=True, slots=True)
class SubscriptionsSettings:
    """Calendars that the server fetches from elsewhere, and the birthdays of one's contacts."""

    refresh_minutes: int = setting(
        60, "How often a feed is fetched that does not say so itself.", unit="minutes", minimum=5, maximum=10_080
    )
    min_refresh_minutes: int = setting(
        15, "How often a feed is fetched at most, whatever it asks for.", unit="minutes", minimum=1, maximum=10_080
    )
    max_size: int = setting(
        20 * 2**20, "The largest feed that is taken.", unit="bytes", minimum=1024, maximum=256 * 2**20
    )
    max_objects: int = setting(10_000, "The most events and tasks that a feed may have.", minimum=1, maximum=1_000_000)
    max_feeds: int = setting(50, "The most feeds that an account may subscribe to.", minimum=0, maximum=10_000)
    keep_alarms: bool = setting(False, "Whether the alarms in feeds ring for those who subscribe.")
    birthdays: bool = setting(True, "Whether accounts with birthdays in their contacts get a calendar of them.")
    birthday_title: str = setting("🎂 {name}", "What a birthday is called; {name} stands for the contact's.")
    anniversary_title: str = setting("💍 {name}", "What an anniversary is called; {name} stands for the contact's.")
