"""A bound on work: recurrence is bounded by what it costs, never by a date."""

from __future__ import annotations

from a3dav_content.errors import LimitExceeded

DEFAULT_STEPS = 100_000


class Budget:
    """Steps that may still be taken; one step is about a microsecond of expansion."""

    __slots__ = ("left", "steps", "whole")

    def __init__(self, steps: int = DEFAULT_STEPS, whole: Budget | None = None) -> None:
        self.steps = self.left = steps
        self.whole = whole

    def share(self, steps: int) -> Budget:
        """What one of many may take of this budget."""
        return Budget(steps, self)

    def spend(self, steps: int = 1) -> None:
        self.left -= steps
        if self.left < 0:
            raise LimitExceeded("expansion", f"the recurrence costs more than {self.steps} steps")
        if self.whole is not None:
            self.whole.spend(steps)
