"""The service `caldav.busy_time`: when accounts are busy, asked by whoever may know it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from a3dav_content.budget import Budget
from a3dav_content.free_busy import Period
from a3dav_content.time_range import TimeRange

SERVICE = "caldav.busy_time"


@dataclass(slots=True, frozen=True)
class Mask:
    """An object that makes nobody busy: the one that an organizer, by normal addresses, is about to move."""

    uid: str
    organizers: frozenset[str]


class BusyTime(Protocol):
    def __call__(
        self, accounts: Sequence[bytes], span: TimeRange, budget: Budget, mask: Mask | None = None
    ) -> Mapping[bytes, list[Period] | None]:
        """The busy time of accounts, by their ids, out of all calendars that count; None where that costs too much.

        Privileges are not asked about, so that the caller decides who is told. Inside a transaction it sees what that
        has written.
        """
