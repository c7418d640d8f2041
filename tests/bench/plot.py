"""Results as pictures: SVG that is legible on light and on dark pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from xml.sax.saxutils import escape

ROW, GAP, LEFT, WIDE, RIGHT = 18, 14, 250, 460, 90
COLOURS = ("#3b7dd8", "#7fb2f0", "#2f9e77", "#d9822b", "#b5504f", "#8a8a8a", "#9467bd", "#c2a12c")
TEXT = "#7a7a7a"


@dataclass(frozen=True)
class Bars:
    """Groups of bars, one below the other, on a logarithmic scale."""

    title: str
    unit: str
    groups: Sequence[tuple[str, Sequence[tuple[str, float]]]]


@dataclass(frozen=True)
class Curves:
    """Lines over a logarithmic axis, on a logarithmic scale."""

    title: str
    unit: str
    at: Sequence[float]
    lines: Sequence[tuple[str, Sequence[float]]]


def bars(drawn: Bars) -> str:
    names = list(dict.fromkeys(name for _, group in drawn.groups for name, _ in group))
    low, high = _decades([value for _, group in drawn.groups for _, value in group])
    parts, y = [*_legend(drawn.title, names)], 60.0
    for title, group in drawn.groups:
        parts.append(_text(LEFT - 10, y + len(group) * ROW / 2 + 4, title, "end"))
        for name, value in group:
            width = max(1.0, WIDE * (log10(value) - low) / (high - low))
            colour = COLOURS[names.index(name) % len(COLOURS)]
            parts.append(f'<rect x="{LEFT}" y="{y:.0f}" width="{width:.1f}" height="{ROW - 3}" fill="{colour}"/>')
            parts.append(_text(LEFT + width + 5, y + ROW - 6, f"{_short(value)}{drawn.unit}"))
            y += ROW
        y += GAP
    return _svg(LEFT + WIDE + RIGHT, y, parts)


def curves(drawn: Curves) -> str:
    names, height = [name for name, _ in drawn.lines], 300
    low, high = _decades([value for _, line in drawn.lines for value in line])
    left, right = log10(min(drawn.at)), log10(max(drawn.at))

    def place(x: float, y: float) -> tuple[float, float]:
        across, up = (log10(x) - left) / ((right - left) or 1), (log10(y) - low) / (high - low)
        return 90 + WIDE * across, 60 + height * (1 - up)

    parts = [*_legend(drawn.title, names)]
    for decade in range(low, high + 1):
        x, y = place(drawn.at[0], 10**decade)
        parts.append(f'<line x1="{x}" x2="{x + WIDE}" y1="{y:.1f}" y2="{y:.1f}" stroke="{TEXT}" stroke-opacity="0.3"/>')
        parts.append(_text(x - 8, y + 4, f"{_short(10**decade)}{drawn.unit}", "end"))
    parts += [_text(place(x, 10**low)[0], 80 + height, _short(x), "middle") for x in drawn.at]
    for number, (_, line) in enumerate(drawn.lines):
        points = " ".join("{:.1f},{:.1f}".format(*place(x, y)) for x, y in zip(drawn.at, line, strict=True))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{COLOURS[number]}" stroke-width="2.5"/>')
    return _svg(90 + WIDE + RIGHT, 100 + height, parts)


def _decades(values: Sequence[float]) -> tuple[int, int]:
    low = floor(log10(min(values)))
    return low, max(low + 1, ceil(log10(max(values))))


def _legend(title: str, names: Sequence[str]) -> list[str]:
    parts, x = [_text(10, 20, title, weight="bold")], 10.0
    for number, name in enumerate(names):
        parts.append(f'<rect x="{x:.0f}" y="32" width="12" height="12" fill="{COLOURS[number % len(COLOURS)]}"/>')
        parts.append(_text(x + 17, 43, name))
        x += 35 + 7 * len(name)
    return parts


def _text(x: float, y: float, words: str, anchor: str = "start", weight: str = "normal") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{TEXT}" text-anchor="{anchor}" font-weight="{weight}">{escape(words)}</text>'


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}"


def _svg(width: float, height: float, parts: Sequence[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}"'
        ' font-family="sans-serif" font-size="12">'
    )
    return "\n".join([head, *parts, "</svg>", ""])
