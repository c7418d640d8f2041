"""A time as its text, which is sent again as it came."""

from __future__ import annotations

import re
from datetime import datetime, timezone

_FRACTION = re.compile(r"\.(\d{1,6})\d*")


class Timestamp(str):
    """RFC 3339: a `str`, and as `datetime` what it means."""

    __slots__ = ()

    @classmethod
    def of(cls, moment: datetime) -> Timestamp:
        """In UTC; a time without a zone is taken as UTC."""
        moment = moment.replace(tzinfo=timezone.utc) if moment.tzinfo is None else moment.astimezone(timezone.utc)
        return cls(moment.isoformat().replace("+00:00", "Z"))

    @property
    def datetime(self) -> datetime:
        """ValueError for text that is no time."""
        text = _FRACTION.sub(lambda match: "." + match[1].ljust(6, "0"), self.upper().replace(" ", "T"))
        return datetime.fromisoformat(text.replace("Z", "+00:00"))
