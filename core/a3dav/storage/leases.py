"""The rule by which work is leased, of tasks and of the outbox alike.

A lease that ends further ahead than any can be given, with what clocks of hosts may differ, was taken
under a clock that was wrong, and holds nothing.
"""

from a3dav.identifiers import SKEW_MS

FREE = "(leased_until < ? OR leased_until > ?)"
"""With the values of `free_at`: nobody has it."""


def free_at(now: int, lease_ms: int) -> tuple[int, int]:
    return now, now + lease_ms + SKEW_MS
