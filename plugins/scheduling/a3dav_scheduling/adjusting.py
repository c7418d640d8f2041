"""What delegates may and what approvers may, as one answer."""

from __future__ import annotations

from collections.abc import Sequence

from a3dav.registries import Adjustment


def both(one: Sequence[Adjustment] | None, other: Sequence[Adjustment] | None) -> Sequence[Adjustment] | None:
    if not one or not other:
        return one or other
    return [
        Adjustment(first.granted | second.granted, first.withheld | second.withheld)
        for first, second in zip(one, other, strict=True)
    ]
