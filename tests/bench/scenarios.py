"""What is measured: the requests of each scenario, and what a right answer to them looks like."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice

import httpx

from . import asking
from .data import LAST, Item
from .site import KINDS, XML, Site
from .wrk import DIGITS, NUMBER

GROWTH = DIGITS - len(NUMBER)
"""How much longer a body gets when the number is filled in."""
SAMPLE = 25
MOST = 1000
"""Requests that differ; the generator has them in memory."""
_TOKEN = re.compile(rb"sync-token[^>]*>([^<]+)<")
_RESPONSE = re.compile(rb"<(?:[\w-]+:)?response[ >]")


class Wrong(Exception):
    """A server answers otherwise than the scenario expects, so that its speed means nothing."""


@dataclass(frozen=True)
class Scenario:
    title: str
    make: Callable[[Site], Sequence[bytes]]
    status: frozenset[int]
    token: bytes = b""
    beside: str = ""
    """A scenario whose requests are every other one of this; what they cost is taken off."""


def verified(scenario: Scenario, site: Site) -> tuple[Sequence[bytes], int]:
    """The requests, and how many responses the first answer holds, once it was seen to be right."""
    requests = scenario.make(site)
    answers = [asked(site, request) for request in requests[:SAMPLE]]
    wrong = {answer.status_code for answer in answers} - scenario.status
    if wrong:
        raise Wrong(f"status {', '.join(map(str, wrong))}")
    if scenario.token not in answers[0].content:
        raise Wrong(f"{scenario.token.decode()!r} is missing")
    return requests, len(_RESPONSE.findall(answers[0].content))


def asked(site: Site, request: bytes) -> httpx.Response:
    """Sends the bytes of a request as the generator would."""
    head, _, body = request.replace(NUMBER, b"0" * DIGITS).partition(b"\r\n\r\n")
    line, *fields = head.decode().split("\r\n")
    method, path, _ = line.split(" ")
    return site.client.request(method, path, content=body, headers=dict(one.split(": ", 1) for one in fields))


def gets(site: Site) -> list[bytes]:
    return [site.request("GET", site.calendar + item.name) for item in _shuffled(site.data.events)]


def conditional_gets(site: Site) -> list[bytes]:
    requests = []
    for item in _shuffled(site.data.events)[:100]:
        path = site.calendar + item.name
        requests.append(site.request("GET", path, If_None_Match=site.client.get(path).headers["ETag"]))
    return requests


def new_events(site: Site) -> list[bytes]:
    return [_put(site, f"new-{number}-", NUMBER, item) for number, item in enumerate(_shuffled(site.data.events)[:100])]


def changes(site: Site) -> list[bytes]:
    return [_change(site, item) for item in _shuffled(site.data.events)]


def _put(site: Site, name: str, number: bytes, item: Item) -> bytes:
    body = item.body.replace(b"\r\nUID:", b"\r\nUID:" + name.encode() + number)
    growth = GROWTH * body.count(NUMBER)
    path = f"{site.calendar}{name}{number.decode()}.ics"
    return site.request("PUT", path, body, growth, Content_Type=KINDS[".ics"])


def _change(site: Site, item: Item) -> bytes:
    body = item.body.replace(b"\r\nSUMMARY:", b"\r\nSUMMARY:" + NUMBER + b" ", 1)
    return site.request("PUT", site.calendar + item.name, body, GROWTH, Content_Type=KINDS[".ics"])


def properties(site: Site) -> list[bytes]:
    return [site.request("PROPFIND", site.calendar, asking.propfind(asking.USUAL), Depth="0", Content_Type=XML)]


def listing(site: Site) -> list[bytes]:
    return [site.request("PROPFIND", site.calendar, asking.propfind(asking.LISTED), Depth="1", Content_Type=XML)]


def listing_behind_changes(site: Site) -> list[bytes]:
    listed = listing(site)[0]
    return [request for change in changes(site) for request in (listed, change)]


def _report(site: Site, path: str, body: bytes, depth: str) -> bytes:
    return site.request("REPORT", path, body, Depth=depth, Content_Type=XML)


def multigets(site: Site, count: int = 50) -> list[bytes]:
    hrefs, chance = [site.calendar + item.name for item in site.data.events], random.Random(count)
    chosen = [chance.sample(hrefs, min(count, len(hrefs))) for _ in range(20)]
    return [_report(site, site.calendar, asking.multiget(each), "0") for each in chosen]


def month_queries(site: Site) -> list[bytes]:
    return [_report(site, site.calendar, asking.calendar_query(*month), "1") for month in site.data.months]


def card_queries(site: Site) -> list[bytes]:
    return [_report(site, site.book, asking.addressbook_query(name), "1") for name in LAST]


def first_sync(site: Site) -> list[bytes]:
    return [_report(site, site.calendar, asking.sync(""), "0")]


def sync_of_calendar(site: Site) -> list[bytes]:
    return [_sync(site, site.calendar)]


def _sync(site: Site, path: str) -> bytes:
    answer = asked(site, _report(site, path, asking.sync(""), "0"))
    token = _TOKEN.search(answer.content)
    if token is None:
        raise Wrong("there is no sync token")
    return _report(site, path, asking.sync(token[1].decode()), "0")


def free_busy(site: Site) -> list[bytes]:
    return [_report(site, site.calendar, asking.free_busy(*month), "1") for month in site.data.months]


def mixed(site: Site) -> list[bytes]:
    """Of 200 requests 120 GET, 30 PROPFIND 0, 20 sync, 10 multiget, 10 queries and 10 PUT, shuffled.

    The sync is that of the address book: the calendar has changed by the next request.
    """
    parts = (
        (120, gets(site)), (30, properties(site)), (20, [_sync(site, site.book)]), (10, multigets(site, 20)),
        (10, month_queries(site)), (10, changes(site)),
    )  # fmt: skip
    return list(mixture(parts))


def mixture(parts: Sequence[tuple[int, Sequence[bytes]]], times: int = 5) -> Iterator[bytes]:
    chance, sources = random.Random(7), [cycle(requests) for _, requests in parts]
    for _ in range(times):
        order = [
            request for (share, _), source in zip(parts, sources, strict=True) for request in islice(source, share)
        ]
        chance.shuffle(order)
        yield from order


def _shuffled(items: Sequence[Item]) -> list[Item]:
    return random.Random(3).sample(items, min(len(items), MOST))


STORED, OK, MULTI = frozenset({200, 201, 204}), frozenset({200}), frozenset({207})
SCENARIOS = {
    "get": Scenario("GET", gets, OK, b"BEGIN:VEVENT"),
    "not-modified": Scenario("conditional GET", conditional_gets, frozenset({304})),
    "propfind-0": Scenario("PROPFIND 0, seven properties", properties, MULTI, b"getctag"),
    "propfind-1": Scenario("PROPFIND 1", listing, MULTI, b"event-000000.ics"),
    "multiget": Scenario("multiget 50", multigets, MULTI, b"BEGIN:VEVENT"),
    "month": Scenario("calendar-query, a month", month_queries, MULTI, b"event-"),
    "cards": Scenario("addressbook-query", card_queries, MULTI, b"BEGIN:VCARD"),
    "sync-first": Scenario("sync, initial", first_sync, MULTI, b"event-000000.ics"),
    "sync": Scenario("sync, no change", sync_of_calendar, MULTI, b"sync-token"),
    "free-busy": Scenario("free-busy, a month", free_busy, OK, b"FREEBUSY"),
    "mixed": Scenario("mixed", mixed, STORED | MULTI),
    "put-change": Scenario("PUT, change", changes, STORED),
    "propfind-1-changed": Scenario(
        "PROPFIND 1 behind a PUT", listing_behind_changes, MULTI | STORED, b"event-000000.ics", "put-change"
    ),
    "put-new": Scenario("PUT, new", new_events, STORED),
}
"""In this order, for the last makes the calendar larger."""
