"""What is counted about the directory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from a3dav.metrics.metric import Asked, Metric
from a3dav_ldap import runs
from a3dav_ldap.names import SERVICE

if TYPE_CHECKING:
    from a3dav.house import House

SIGN_INS = "a3dav_ldap_sign_ins_total"


def _away(house: House) -> Iterator[tuple[tuple[str, ...], int]]:
    directory = house.services.get(SERVICE)
    yield (), int(directory is not None and directory.is_away)


def _synchronised(house: House) -> Iterator[tuple[tuple[str, ...], float]]:
    yield (), runs.finished(house.store) / 1000


METRICS = (
    Metric(
        SIGN_INS, "counter", "Passwords that the directory was asked about.", {"outcome": ("ok", "refused", "away")}
    ),
    Metric("a3dav_ldap_away", "gauge", "1 where a process finds the directory away.", read=_away, merge="max"),
    Asked(
        "a3dav_ldap_synchronised_timestamp_seconds", "gauge", "When people and groups were up to date.", _synchronised
    ),
)
