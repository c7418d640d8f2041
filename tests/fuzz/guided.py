"""One round of a target under atheris,
in a process of its own: inputs that reach new code are kept and changed further."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import atheris

from .gathering import named
from .judging import SLOW
from .mutation import LONGEST, Material, mutated

PACKAGES = ["a3dav", "a3dav_acl", "a3dav_caldav", "a3dav_carddav", "a3dav_content", "a3dav_migrate"]
HANG_SECONDS = 60
MEMORY_MB = 2048
MADE = 150
"""Inputs of the grammar that a round begins with."""


def guide(name: str, work: Path, found: Path, seconds: int) -> None:
    """Does not return: libFuzzer ends the process, with a file in `found` where it found something."""
    with atheris.instrument_imports(include=PACKAGES):
        from .targets import TARGETS
    from .making import made

    target = TARGETS[name]
    check, chance = target.check, random.Random(os.urandom(8))
    inputs = made(target.inputs, MADE, chance.getrandbits(32))
    material = Material(target.tokens, [*inputs, *target.corpus().values()])

    def one(data: bytes) -> None:
        begun = time.process_time()
        check(data)
        if time.process_time() - begun > SLOW:  # perhaps for being watched: it is judged again without
            (found / f"slow-{named(data)}").write_bytes(data)

    def change(data: bytes, most: int, seed: int) -> bytes:
        chance.seed(seed)
        way = chance.randrange(20)
        if way == 0 and inputs:
            return inputs.pop()[:most]
        return atheris.Mutate(data, most) if way < 8 else mutated(data, chance, material, most)

    options = (
        f"-max_total_time={seconds}", f"-artifact_prefix={found}/", f"-timeout={HANG_SECONDS}",
        f"-rss_limit_mb={MEMORY_MB}",
        f"-max_len={LONGEST}", "-print_final_stats=1",
    )  # fmt: skip
    corpora = [str(work), str(target.folder)]
    atheris.Setup(["fuzz", *options, *corpora], one, custom_mutator=change)
    atheris.Fuzz()
