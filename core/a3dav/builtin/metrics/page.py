"""All numbers of all processes in the text format of Prometheus, or as OpenMetrics where that is asked for."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from itertools import accumulate

from prometheus_client import Metric as Sampled
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.openmetrics import exposition as openmetrics
from prometheus_client.registry import Collector

from a3dav.house import House
from a3dav.metrics.metric import OTHER, Asked, Sample
from a3dav.metrics.rows import Row
from a3dav.metrics.tally import Family
from a3dav.metrics.timings import BOUNDS

log = logging.getLogger("a3dav.metrics")
NANO = 1e-9
FEW = 12
_PLAIN: dict[str, type[CounterMetricFamily | GaugeMetricFamily]] = {
    "counter": CounterMetricFamily,
    "gauge": GaugeMetricFamily,
}


def page(house: House, accept: str) -> tuple[bytes, str]:
    """The text and its media type."""
    house.tally.publish()
    numbers = _Numbers(house)
    if "application/openmetrics-text" in accept:  # the library's own choice stumbles over versions that are none
        text: bytes = openmetrics.generate_latest(numbers, version="1.0.0")  # type: ignore[no-untyped-call]
        return text, openmetrics.CONTENT_TYPE_LATEST
    return generate_latest(numbers), CONTENT_TYPE_PLAIN_0_0_4


def samples(house: House) -> list[Sample]:
    """The same numbers, for other parts of this process."""
    house.tally.publish()
    return [
        Sample(sample.name, family.type, family.documentation, sample.labels, sample.value)
        for family in _Numbers(house).collect()
        for sample in family.samples
    ]


class _Numbers(Collector):
    def __init__(self, house: House) -> None:
        self._house = house

    def collect(self) -> Iterator[Sampled]:
        tally = self._house.tally
        rows = self._house.board.rows.in_use(tally.layout)
        if tally.row not in rows:
            rows.append(tally.row)
        for family in tally.families:
            yield _counted(family, rows)
        for entry in self._house.metric_table.entries:
            if isinstance(entry, Asked):
                yield from _asked(self._house, entry)


def _counted(family: Family, rows: list[Row]) -> Sampled:
    metric, names = family.metric, list(family.metric.labels)
    samples = list(_samples(family, _merged(family, rows)))
    if metric.kind == "histogram":
        shown = HistogramMetricFamily(metric.name, metric.help, labels=names)
        for labels, numbers in samples:
            shown.add_metric(labels, _buckets(numbers), numbers[-1] * NANO)
        return shown
    plain = _PLAIN[metric.kind](metric.name, metric.help, labels=names)
    for labels, numbers in samples:
        plain.add_metric(labels, numbers[0] * metric.unit)
    return plain


def _samples(family: Family, numbers: list[int]) -> Iterator[tuple[tuple[str, ...], list[int]]]:
    """Labels and numbers of what was counted, and of what was not where few labels are possible: rates begin at 0."""
    few = len(numbers) <= FEW * family.width
    for place in range(0, len(numbers), family.width):
        own = numbers[place : place + family.width]
        if few or any(own):
            labels = family.labels(family.first + place)
            if any(own) or OTHER not in labels:
                yield labels, own


def _merged(family: Family, rows: list[Row]) -> list[int]:
    """The numbers of all processes as one; gauges are those of the living alone."""
    gauge = family.metric.kind == "gauge"
    columns = [row.numbers[family.first : family.end].tolist() for row in rows if row.living or not gauge]
    merge = max if family.metric.merge == "max" else sum
    return list(map(merge, zip(*columns, strict=True)))


def _buckets(numbers: list[int]) -> list[tuple[str, float]]:
    bounds = [*map(str, BOUNDS), "+Inf"]
    return list(zip(bounds, map(float, accumulate(numbers[:-1])), strict=True))


def _asked(house: House, entry: Asked) -> Iterable[Sampled]:
    """What cannot be asked now is left out: a store that is away must not hide the rest."""
    family = _PLAIN[entry.kind](entry.name, entry.help, labels=list(entry.labels))
    try:
        for labels, number in entry.ask(house):
            family.add_metric(labels, number)
    except Exception as error:  # whatever a plugin or a store that is away raises
        log.warning("the metric %s cannot be asked: %s", entry.name, type(error).__name__)
        return []
    return [family]
