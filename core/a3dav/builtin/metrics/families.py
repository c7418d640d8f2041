"""What each process of the server counts, or keeps for itself."""

from __future__ import annotations

from collections.abc import Iterator, Sized
from functools import partial
from typing import Literal

from a3dav.house import House
from a3dav.lanes import Lane
from a3dav.metrics.metric import Labels, Metric
from a3dav.metrics.names import (
    DELIVERIES,
    LANE_REFUSED,
    LANE_SECONDS,
    LANE_STEPS,
    LISTENER_ENDS,
    LISTENER_NEWS,
    LOGINS,
    LOOP_LAG,
    REQUEST_SECONDS,
    REQUESTS,
)

STATUSES = (
    200, 201, 202, 204, 206, 207, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 406, 408, 409, 410, 411, 412,
    413, 414, 415, 416, 417, 421, 422, 423, 424, 428, 429, 431, 500, 501, 502, 503, 504, 507, 508,
)  # fmt: skip
OUTCOMES = ("committed", "refused", "failed")
LANES = [lane.value for lane in Lane if lane is not Lane.READ] + ["database"]


def _methods(house: House) -> set[str]:
    return house.methods.names() | {"GET", "HEAD", "OPTIONS", "POST"}


def _kinds(house: House) -> list[str]:
    """Kinds of resources; the empty one is that of routes, and of paths that nothing was mapped to."""
    return ["", *(kind.kind for kind in house.types.all())]


def _caches(house: House) -> list[str]:
    return sorted(house.caches)


def _of_caches(what: str, house: House) -> Iterator[tuple[Labels, int]]:
    """A cache tells what it knows: `hits`, `misses`, `evictions`, `errors`, `bytes`, and `entries` or its length."""
    for name, cache in house.caches.items():
        found = len(cache) if what == "entries" and isinstance(cache, Sized) else getattr(cache, what, None)
        if found is not None:
            yield (name,), found


def _deliveries(house: House) -> list[str]:
    return sorted(delivery.kind for delivery in house.delivery_table.entries)


REQUEST = (
    Metric(
        REQUESTS,
        "counter",
        "Requests that were answered, without probes.",
        {"method": _methods, "status": STATUSES, "kind": _kinds},
    ),
    Metric(
        REQUEST_SECONDS,
        "histogram",
        "Time from the head of a request to the decision of its answer.",
        {"method": _methods},
    ),
    Metric(
        "a3dav_requests_in_flight",
        "gauge",
        "Requests that are being answered, without routes such as this one.",
        read=lambda house: [((), house.slot.in_flight)],
    ),
    Metric(
        "a3dav_requests_in_flight_peak",
        "gauge",
        "The most that one worker has answered at once since it started.",
        read=lambda house: [((), house.slot.peak)],
        merge="max",
    ),
    Metric(
        LOGINS,
        "counter",
        "Credentials that were verified anew, and those that were refused.",
        {"outcome": ("ok", "failed")},
    ),
)

LANE = (
    Metric(LOOP_LAG, "histogram", "How late the event loop was for what is due ten times a second."),
    Metric(
        LANE_SECONDS,
        "histogram",
        "Time of the steps of requests that left the event loop, their wait included.",
        {"lane": LANES},
    ),
    Metric(LANE_STEPS, "gauge", "Steps that wait for a lane or are on one."),
    Metric(LANE_REFUSED, "counter", "Steps that found a full queue: their requests got 503.", {"lane": LANES}),
)

_CACHE: tuple[tuple[str, str, Literal["counter", "gauge"], str], ...] = (
    ("hits", "a3dav_cache_hits_total", "counter", "Lookups that found what they sought."),
    ("misses", "a3dav_cache_misses_total", "counter", "Lookups that did not."),
    ("evictions", "a3dav_cache_evictions_total", "counter", "Entries that made room for others."),
    ("errors", "a3dav_cache_errors_total", "counter", "Lookups and writes that failed; the answers were worked out."),
    ("away", "a3dav_cache_away", "gauge", "Processes that do without a cache because it does not answer."),
    ("entries", "a3dav_cache_entries", "gauge", "Entries of the caches of all processes."),
    ("bytes", "a3dav_cache_bytes", "gauge", "Sizes of the caches of all processes, where they know."),
)
CACHE = tuple(
    Metric(name, kind, sentence, {"cache": _caches}, partial(_of_caches, what)) for what, name, kind, sentence in _CACHE
)

STORE = (
    Metric(
        "a3dav_query_duration_seconds",
        "histogram",
        "Time of single statements.",
        read=lambda house: [((), house.store.engine.counts.queries)],
    ),
    Metric(
        "a3dav_slow_queries_total",
        "counter",
        "Statements that took longer than monitoring.slow_query_ms.",
        read=lambda house: [((), house.store.engine.counts.slow_queries)],
    ),
    Metric(
        "a3dav_transactions_total",
        "counter",
        "Transactions by how they ended: a refusal is decided by the work itself.",
        {"outcome": OUTCOMES},
        lambda house: [((name,), getattr(house.store.engine.counts, name)) for name in OUTCOMES],
    ),
    Metric(
        "a3dav_transaction_retries_total",
        "counter",
        "Transactions begun again after a conflict or a lost connection.",
        read=lambda house: [((), house.store.engine.counts.retried)],
    ),
    Metric(
        "a3dav_commit_duration_seconds",
        "histogram",
        "Time of durable commits; on SQLite one may do for many.",
        read=lambda house: [((), house.store.engine.counts.commits)],
    ),
    Metric(
        "a3dav_pool",
        "gauge",
        "Connections to PostgreSQL, or the writer of SQLite.",
        {"state": ("size", "open", "busy", "waiting")},
        lambda house: [((state,), number) for state, number in house.store.engine.pool_state().items()],
    ),
    Metric(
        DELIVERIES,
        "counter",
        "Attempts to deliver messages of the outbox.",
        {"kind": _deliveries, "outcome": ("delivered", "postponed", "given-up")},
    ),
)

LISTENING = (
    Metric(
        "a3dav_listeners", "gauge", "Clients that are told of changes as these happen.",
        read=lambda house: [((), house.audience.size)],
    ),
    Metric(LISTENER_NEWS, "counter", "Times that a listener was told something."),
    Metric(
        LISTENER_ENDS, "counter", "Listeners that went, or were let go.",
        {"reason": ("gone", "slow", "credential", "retired", "failed")},
    ),
)  # fmt: skip

ALL = (*REQUEST, *LANE, *CACHE, *STORE, *LISTENING)
