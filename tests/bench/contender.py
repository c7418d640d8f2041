"""A server that is measured."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from .data import Data
from .site import Site

FLOOR = "floor"
ONE, TWO, POSTGRES, UNCACHED = "a3dav", "a3dav-2", "a3dav-postgres", "a3dav-uncached"
OURS, PEERS = (ONE, TWO), ("radicale", "xandikos")


@dataclass(frozen=True)
class Contender:
    """It runs, and is filled."""

    name: str
    version: str
    site: Site
    roots: Sequence[int]
    """The processes that, with their children, are this server and its database."""


Start = Callable[[Path, Data], AbstractContextManager[Contender]]
"""Starts a server in an empty folder and fills it."""
