"""A bound on work: recurrence is bounded by what it costs, never by a date."""

from a3dav_content.errors import LimitExceeded

DEFAULT_STEPS = 100_000


class Budget:
    """Steps that may still be taken; one step is about a microsecond of expansion."""

    __slots__ = ("left", "steps")

    def __init__(self, steps: int = DEFAULT_STEPS) -> None:
        self.steps = self.left = steps

    def spend(self, steps: int = 1) -> None:
        self.left -= steps
        if self.left < 0:
            raise LimitExceeded("expansion", f"the recurrence costs more than {self.steps} steps")
