"""The server itself: plugins, settings, caches, metrics, blocked addresses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import entry_points, version

import strawberry

from a3dav.admission.addresses import shown
from a3dav.admission.blocks import FOR_EVER
from a3dav.house import House
from a3dav.metrics.metric import Sample
from a3dav_admin.types.scalars import Int64, moment


@strawberry.type(description="What runs here.")
class Server:
    version: str
    store: str = strawberry.field(description="sqlite or postgres.")
    epoch: str = strawberry.field(description="Changes with a restore from a backup, which ends all sync tokens.")
    now: datetime


def server(house: House) -> Server:
    return Server(
        version=version("a3dav"), store=house.store.engine.name, epoch=house.store.epoch, now=datetime.now(UTC)
    )


@strawberry.type(description="A part of the server.")
class Plugin:
    name: str
    enabled: bool
    distribution: str = strawberry.field(description="Where it comes from; empty for what is built in.")
    version: str


def plugins(house: House) -> list[Plugin]:
    running = {name for name, plugin in house.plugins.list_name_plugin() if plugin is not None}
    brought = {entry.name: entry.dist for entry in entry_points(group="a3dav.plugins")}
    return [
        Plugin(
            name=name, enabled=name in running, distribution=source.name if (source := brought.get(name)) else "",
            version=source.version if source else version("a3dav"),
        )
        for name in sorted(running | brought.keys())
    ]  # fmt: skip


@strawberry.type(description="A setting in force; secrets are masked.")
class Setting:
    key: str
    value: str
    origin: str = strawberry.field(description="Where it was set.")


def settings(house: House, prefix: str) -> list[Setting]:
    rows = [row for row in house.configured() if row.key.startswith(prefix)]
    return [Setting(key=row.key, value=row.value, origin=row.origin) for row in rows]


@strawberry.type
class Label:
    name: str
    value: str


@strawberry.type(description="A number of all processes together, as /metrics shows it.")
class Metric:
    name: str
    kind: str
    help: str
    labels: list[Label] = strawberry.field(metadata={"most": 3})
    value: float


def metrics(samples: Iterable[Sample], prefix: str) -> list[Metric]:
    return [
        Metric(
            name=sample.name, kind=sample.kind, help=sample.help, value=sample.value,
            labels=[Label(name=name, value=value) for name, value in sample.labels.items()],
        )
        for sample in samples
        if sample.name.startswith(prefix)
    ]  # fmt: skip


@strawberry.type(description="What the processes of this host keep to answer sooner, all together.")
class Cache:
    name: str
    entries: Int64 | None
    bytes: Int64 | None
    hits: Int64 | None
    misses: Int64 | None
    evictions: Int64 | None


_OF_CACHE = {
    "a3dav_cache_entries": "entries", "a3dav_cache_bytes": "bytes", "a3dav_cache_hits_total": "hits",
    "a3dav_cache_misses_total": "misses", "a3dav_cache_evictions_total": "evictions",
}  # fmt: skip


def caches(samples: Iterable[Sample]) -> list[Cache]:
    found: dict[str, dict[str, Int64]] = {}
    for sample in samples:
        if (what := _OF_CACHE.get(sample.name)) is not None:
            found.setdefault(sample.labels["cache"], {})[what] = Int64(int(sample.value))
    nothing = dict.fromkeys(_OF_CACHE.values())
    return [Cache(name=name, **{**nothing, **numbers}) for name, numbers in sorted(found.items())]


@strawberry.type(description="An address that is blocked on this host.")
class Block:
    address: str
    since: datetime | None
    until: datetime | None = strawberry.field(description="Null until it is lifted.")
    reason: str


def blocks(house: House) -> list[Block]:
    standing = sorted(house.gate.blocks.all(), key=lambda block: block.begun)
    return [
        Block(
            address=shown(block.number), since=moment(block.begun), reason=block.reason,
            until=None if block.until == FOR_EVER else moment(block.until),
        )
        for block in standing
    ]  # fmt: skip
