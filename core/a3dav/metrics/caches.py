"""What a cache tells of itself."""

from dataclasses import dataclass


@dataclass(slots=True)
class CacheCounts:
    """A cache puts one of these into `house.caches` at start, under its name, and counts in it as it goes."""

    hits: int = 0
    misses: int = 0
    evictions: int = 0
    entries: int = 0
    bytes: int = 0
