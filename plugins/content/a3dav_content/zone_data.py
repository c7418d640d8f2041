"""The zone files of tzdata (RFC 9636): what a clock showed, since when, and by which rule it goes on."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from a3dav_content.dates import EARLIEST, utc_of
from a3dav_content.posix_rules import LocalTime, PosixRules, YearlyOnset
from a3dav_content.timezones import zone_file

_HEAD = struct.Struct(">4sc15x6l")
_TYPE = struct.Struct(">lBB")


class Transition(NamedTuple):
    """A change of the clock at an instant."""

    instant: int
    before: LocalTime
    after: LocalTime

    @property
    def local(self) -> datetime:
        """What the clock showed when it was changed."""
        return utc_of(self.instant + self.before.offset)


@dataclass(slots=True, frozen=True)
class ZoneData:
    """The changes of a zone in their order; from `ruled_from` on it follows its rules."""

    first: LocalTime
    transitions: tuple[Transition, ...]
    rules: PosixRules
    ruled_from: int = EARLIEST

    def at(self, instant: int) -> LocalTime:
        """What holds at an instant."""
        past = [change for change in self.transitions if change.instant <= instant]
        ruled = [change for change in self.ruled(utc_of(instant).year) if change.instant <= instant]
        if ruled:
            return ruled[-1].after
        return past[-1].after if past else self.first

    def ruled(self, year: int) -> list[Transition]:
        """The changes that follow from the rules, in this year and its neighbours."""
        found = [
            Transition(onset.instant(near), onset.before, onset.after)
            for onset in self.rules.onsets
            for near in range(max(year - 1, 1), min(year + 1, 9998) + 1)
        ]
        return sorted(change for change in found if change.instant > self.ruled_from)

    def between(self, start: int, end: int) -> list[Transition]:
        """The changes from an instant on and before another."""
        found = {change for change in self.transitions if start <= change.instant < end}
        if self.rules.onsets:
            for year in range(utc_of(start).year, utc_of(end).year + 1):
                found.update(change for change in self.ruled(year) if start <= change.instant < end)
        return sorted(found)


@lru_cache(maxsize=64)
def zone_data(name: str) -> ZoneData:
    """The data of a zone by its name as IANA writes it."""
    return _read(zone_file(name))


def _read(data: bytes) -> ZoneData:
    _, version, *counts = _HEAD.unpack_from(data)
    if version < b"2":
        raise ValueError("zone files before version 2 are not read")
    is_ut, is_std, leaps, times, types, characters = counts
    second = _HEAD.size + times * 5 + types * 6 + characters + leaps * 8 + is_std + is_ut
    is_ut, is_std, leaps, times, types, characters = _HEAD.unpack_from(data, second)[2:]
    place = second + _HEAD.size
    instants = struct.unpack_from(f">{times}q", data, place)
    kinds = struct.unpack_from(f">{times}B", data, place + times * 8)
    place += times * 9
    names = data[place + types * 6 : place + types * 6 + characters]
    local_times = [_local_time(_TYPE.unpack_from(data, place + number * 6), names) for number in range(types)]
    footer = data[place + types * 6 + characters + leaps * 12 + is_std + is_ut :].strip(b"\n").decode()
    befores = [local_times[0], *(local_times[kind] for kind in kinds)]
    changes = (
        Transition(instant, before, local_times[kind])
        for instant, before, kind in zip(instants, befores, kinds, strict=False)
    )
    real = tuple(change for change in changes if change.before != change.after)
    return ZoneData(local_times[0], real, PosixRules.parse(footer), instants[-1] if instants else EARLIEST)


def _local_time(fields: tuple[int, int, int], names: bytes) -> LocalTime:
    offset, daylight, start = fields
    return LocalTime(offset, bool(daylight), names[start : names.index(b"\0", start)].decode())


__all__ = ["LocalTime", "Transition", "YearlyOnset", "ZoneData", "zone_data"]
