"""Changes as an entry of a changelog, with what to do."""

from __future__ import annotations

from a3dav_sdk.diffing.diff import MAJOR, MINOR, PATCH, Change

_TITLES = {MAJOR: "What breaks", MINOR: "What is new", PATCH: "What else changed"}


def entry(version: str, found: list[Change]) -> str:
    parts = [f"## {version}\n"]
    for level, title in _TITLES.items():
        lines = [f"- {_line(one)}" for one in found if one.level == level]
        if lines:
            parts.append("\n".join([f"### {title}\n", *lines]) + "\n")
    return "\n".join(parts)


def _line(one: Change) -> str:
    sentence = one.sentence[0].upper() + one.sentence[1:]
    return f"{sentence}: {one.note}." if one.note else f"{sentence}."
