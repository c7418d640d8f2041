"""Short rounds in turns, so that what else the machine does hits all servers alike; medians of them count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

from .contender import FLOOR, Contender
from .footprint import cpu_seconds, memory, settle
from .scenarios import SCENARIOS, Scenario, Wrong, verified
from .wrk import load

WARM_SECONDS = 0.5
UNTOLD = "not to be told apart"
"""Of what took so little beside the other half, or so short, that nothing is left of it."""
FEWEST = 40
"""Requests a round should have; slow servers get longer rounds for it."""
LONGEST = 5


@dataclass(frozen=True)
class Round:
    rate: float
    p50: float
    p99: float
    cpu: float
    """Microseconds of processor time of the server's processes for a request."""
    refused: int
    broken: int


@dataclass
class Measured:
    """What a server did in a scenario; times are milliseconds, `cpu` microseconds, memory bytes."""

    rate: float = 0
    p50: float = 0
    p99: float = 0
    cpu: float = 0
    memory: int = 0
    refused: int = 0
    broken: int = 0
    responses: int = 0
    wrong: str = ""
    rounds: list[Round] = field(default_factory=list)


@dataclass(frozen=True)
class Pace:
    seconds: float
    rounds: int
    clients: int


@dataclass
class _Turn:
    contender: Contender
    requests: Sequence[bytes]
    seconds: float
    measured: Measured


def measure(name: str, contenders: Sequence[Contender], pace: Pace, told: Callable[[str], None]) -> dict[str, Measured]:
    """Runs one scenario on all servers."""
    scenario, results = SCENARIOS[name], {}
    turns = []
    for one in contenders:
        turn = _prepared(scenario, one, pace)
        results[one.name] = turn.measured
        if not turn.measured.wrong:
            turns.append(turn)
    for number in range(pace.rounds):
        for turn in turns:
            told(f"{scenario.title}: {turn.contender.name}, round {number + 1} of {pace.rounds}")
            turn.measured.rounds.append(_round(turn, pace.clients))
    for turn in turns:
        _sum_up(turn)
    return results


def _prepared(scenario: Scenario, contender: Contender, pace: Pace) -> _Turn:
    measured = Measured()
    turn = _Turn(contender, [], pace.seconds, measured)
    try:
        if contender.name == FLOOR:
            turn.requests = [contender.site.request("GET", "/")]
        else:
            turn.requests, measured.responses = verified(scenario, contender.site)
    except Wrong as wrong:
        measured.wrong = str(wrong)
        return turn
    warm = load(contender.site.url, turn.requests, min(WARM_SECONDS, pace.seconds), pace.clients)
    settle(contender.roots)
    rate = max(warm.requests, 1) / warm.seconds
    turn.seconds = max(pace.seconds, min(FEWEST / rate, pace.seconds * LONGEST))
    return turn


def _round(turn: _Turn, clients: int) -> Round:
    roots = turn.contender.roots
    before = cpu_seconds(roots)
    done = load(turn.contender.site.url, turn.requests, turn.seconds, clients)
    settle(roots)
    used = cpu_seconds(roots) - before
    answered = max(done.requests - done.refused, 1)
    return Round(answered / done.seconds, done.p50, done.p99, used / answered * 1e6, done.refused, done.broken)


def _sum_up(turn: _Turn) -> None:
    measured = turn.measured
    for name in ("rate", "p50", "p99", "cpu"):
        setattr(measured, name, median(getattr(one, name) for one in measured.rounds))
    measured.refused = sum(one.refused for one in measured.rounds)
    measured.broken = sum(one.broken for one in measured.rounds)
    measured.memory = memory(turn.contender.roots)


def less_what_is_beside(results: dict[str, dict[str, Measured]]) -> None:
    """Takes off what the other half of the requests costs, where a scenario consists of pairs."""
    for name, by_server in results.items():
        beside = results.get(SCENARIOS[name].beside, {})
        for server, measured in by_server.items():
            if server != FLOOR and server in beside and not measured.wrong:
                measured.cpu = 2 * measured.cpu - beside[server].cpu
                if measured.cpu <= 0:  # of a server that refused most of the other half
                    measured.wrong = UNTOLD
