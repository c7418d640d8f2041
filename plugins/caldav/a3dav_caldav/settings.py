"""The section `[plugins.caldav]`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a3dav.config.fields import setting
from a3dav_content.timezones import named_zone


@dataclass(frozen=True, slots=True)
class CaldavSettings:
    """Limits of calendar objects (RFC 4791 §5.2.5 to §5.2.9); those that are 0 are not set."""

    default_timezone: str = setting(
        "UTC", "The time zone of floating and all-day times where neither the request nor the calendar names one."
    )
    min_year: int = setting(0, "The first year that an object may have dates in; 0 sets no limit.", maximum=9999)
    max_year: int = setting(0, "The last year that an object may have dates in; 0 sets no limit.", maximum=9999)
    max_instances: int = setting(0, "Instances of a recurrence that ends; 0 sets no limit.", maximum=1_000_000)
    max_attendees: int = setting(1_000, "Attendees of one instance; 0 sets no limit.", maximum=1_000_000)

    def problems(self) -> Iterator[tuple[str, str]]:
        if named_zone(self.default_timezone) is None:
            yield "default_timezone", "must be the name of a time zone, such as Europe/Berlin"
        if self.min_year and self.max_year and self.min_year > self.max_year:
            yield "min_year", "must not be behind max_year"
