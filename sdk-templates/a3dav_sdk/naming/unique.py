"""Names for what follows from other names, each given once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby


def unique(wishes: Iterable[tuple[str, str, str]], taken: set[str]) -> dict[str, str]:
    """Key → name for (key, first wish, second wish), where first wishes that are taken, or wished twice, give way."""
    wanted = sorted(wishes)
    often = {name for name, same in groupby(sorted(first for _, first, _ in wanted)) if len(list(same)) > 1}
    found: dict[str, str] = {}
    for key, first, second in wanted:
        name = first if first not in taken | often else second
        while name in taken:
            name += "_"
        taken.add(name)
        found[key] = name
    return found
