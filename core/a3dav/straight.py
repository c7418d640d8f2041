"""Hooks that every request calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

Calls: TypeAlias = list[tuple[Callable[..., Any], tuple[int, ...] | None]]
"""Functions, each with the places of the values that it takes, or None where it takes all."""


class Straight:
    """A hook that every request calls, without what pluggy does each time for wrappers and for errors.

    Implementations are called in pluggy's order with what they ask for by name. A question gives the first answer that
    is not None. Where one wraps the others, pluggy has its way.
    """

    def __init__(self, hook: Any) -> None:
        self._hook = hook
        self._names: tuple[str, ...] = hook.spec.argnames
        self._first = bool(hook.spec.opts.get("firstresult"))
        self._known: tuple[list[Any], Calls | None] = [], []

    def __call__(self, *values: Any) -> Any:
        there = self._hook.get_hookimpls()
        known, calls = self._known
        if there != known:
            calls = self._straightened(there)
            self._known = there, calls  # at once, for other threads
        if calls is None:
            return self._hook(**dict(zip(self._names, values, strict=True)))
        for call, places in calls:
            answer = call(*values) if places is None else call(*[values[place] for place in places])
            if answer is not None and self._first:
                return answer
        return None

    def _straightened(self, known: list[Any]) -> Calls | None:
        if any(one.wrapper or one.hookwrapper for one in known):
            return None
        return [(one.function, self._places(one.argnames)) for one in reversed(known)]

    def _places(self, names: tuple[str, ...]) -> tuple[int, ...] | None:
        return None if names == self._names else tuple(self._names.index(name) for name in names)
