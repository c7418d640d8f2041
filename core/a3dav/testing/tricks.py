"""Hostile requests as data, what a served house must answer to each, and what that cost it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from a3dav.testing.raw import Conversation, RawAnswer, converse
from a3dav.testing.serving import Server

Sent = bytes | Callable[[], bytes]
CLOSED = 0
"""Stands for a connection that the server ends without an answer."""
MIB = 1024.0


@dataclass(frozen=True)
class Trick:
    """One hostile request and its right answer.

    `before` are requests that set the scene. `condition` is the element inside of DAV:error. `headers` must
    be in the answer, an empty value stands for one that must not. `answers` counts all answers on the
    connection, which is watched for `linger` seconds for more of them. A `known` trick is one that the server
    underneath answers as it does for the reason given.
    """

    attacks: str
    name: str
    request: Sent
    status: int
    why: str
    condition: str = ""
    before: Sequence[Sent] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    holds: bytes = b""
    lacks: bytes = b""
    answers: int = 1
    linger: float = 0.0
    known: str = ""


@dataclass(frozen=True)
class Outcome:
    trick: Trick
    conversation: Conversation
    grown: float

    @property
    def answer(self) -> RawAnswer:
        return self.conversation.answers[0] if self.conversation.answers else RawAnswer(CLOSED)

    @property
    def wrong(self) -> list[str]:
        """What the answer should not be, sentence by sentence; nothing if it is the right one."""
        trick, answer, conversation = self.trick, self.answer, self.conversation
        said = f"{answer.status} {answer.headers} {answer.body[:500]!r}"
        held = {
            f"the status is {trick.status}: {said}": answer.status == trick.status,
            f"{trick.answers} answers, not {len(conversation.answers)}": len(conversation.answers) == trick.answers,
            "the connection is closed": conversation.closed or trick.status != CLOSED,
            f"the condition is {trick.condition}: {said}": answer.condition == trick.condition,
            f"{trick.holds!r} is in the body: {said}": trick.holds in answer.body,
            f"{trick.lacks!r} is not: {said}": not trick.lacks or trick.lacks not in answer.body,
        }
        for name, value in trick.headers.items():
            held[f"{name} is {value!r}: {said}"] = answer.headers.get(name, "") == value
        return [f"not true of {trick.name}: {claim}" for claim, true in held.items() if not true]

    @property
    def line(self) -> tuple[str, ...]:
        said = str(self.answer.status or "closed")
        if self.answer.condition:
            said += f" {self.answer.condition}"
        milliseconds, grown = f"{self.conversation.seconds * 1000:.0f}", f"{self.grown:.0f}"
        return self.trick.attacks, self.trick.name, said, milliseconds, grown, self.trick.known or self.trick.why


class Attack:
    """Plays tricks on a running server, and watches it."""

    def __init__(self, server: Server, patience: float) -> None:
        self._server, self._patience = server, patience
        self._address = ("127.0.0.1", server.port)

    def play(self, trick: Trick) -> Outcome:
        for scene in trick.before:
            status = self.say(_bytes(scene)).status
            if not 200 <= status < 300:
                raise AssertionError(f"the scene of {trick.name!r} could not be set: {status}")
        request = _bytes(trick.request)
        memory = Memory(self._pid)
        conversation = self.say(request, linger=trick.linger)
        return Outcome(trick, conversation, memory.grown())

    def say(self, request: bytes, linger: float = 0.0) -> Conversation:
        return converse(self._address, request, patience=self._patience, linger=linger)

    @property
    def _pid(self) -> int:
        if self._server.process is None:
            raise LookupError("the server was not started")
        return self._server.process.pid


def _bytes(sent: Sent) -> bytes:
    return sent if isinstance(sent, bytes) else sent()


class Memory:
    """How far the memory of a process and its children rises from now on, in MiB."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        for member in processes_below(pid):
            _forget_peak(member)
        self._before = {member: _status(member, "VmRSS") for member in processes_below(pid)}

    def grown(self) -> float:
        """The sum of what each process had more at its peak than at the beginning."""
        peaks = {member: _status(member, "VmHWM") for member in processes_below(self._pid)}
        return sum(max(0.0, peak - self._before.get(member, 0.0)) for member, peak in peaks.items())


def processes_below(pid: int) -> list[int]:
    """A process and all its descendants."""
    found = [pid]
    for member in found:
        for task in Path(f"/proc/{member}/task").glob("*/children"):
            found += [int(child) for child in _read(task).split()]
    return found


def shared_out(pid: int) -> float:
    """The memory of a process and its children in MiB, where pages they share count once."""
    total = 0.0
    for member in processes_below(pid):
        for line in _read(Path(f"/proc/{member}/smaps_rollup")).splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) / MIB
    return total


def _forget_peak(pid: int) -> None:
    try:
        Path(f"/proc/{pid}/clear_refs").write_text("5")
    except OSError:
        time.sleep(0)  # it ended meanwhile, or the kernel keeps no peaks


def _status(pid: int, name: str) -> float:
    for line in _read(Path(f"/proc/{pid}/status")).splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / MIB
    return 0.0


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:
        return ""
