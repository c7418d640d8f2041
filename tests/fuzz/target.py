"""A target: what reads input of strangers, inputs for it, and what must hold for whatever it reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hypothesis.strategies import SearchStrategy

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
PART = b"\n%%\n"
"""Stands between the parts of an input that has several."""


@dataclass(frozen=True)
class Target:
    """`check` raises for a finding, and for nothing else; `covers` are the parsers that it calls."""

    name: str
    check: Callable[[bytes], None]
    inputs: SearchStrategy[bytes]
    covers: tuple[Callable[..., object], ...]
    tokens: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        return CORPUS / self.name

    def corpus(self) -> dict[str, bytes]:
        """Inputs by file name, in order."""
        return {file.name: file.read_bytes() for file in sorted(self.folder.glob("*"))}


Targets = Mapping[str, Target]


def parts(data: bytes, count: int) -> list[bytes]:
    """The parts of an input, empty ones where it has too few."""
    found = data.split(PART, count - 1)
    return found + [b""] * (count - len(found))
