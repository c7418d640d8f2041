"""Whole requests, from the head to the answer, and what they leave behind in the store."""

from __future__ import annotations

import re

from lxml import etree

from a3dav.lifecycle import answer
from a3dav.methods.report import report
from a3dav.testing.client import Answer
from a3dav.testing.strategies.bodies import ROOTS
from a3dav.testing.strategies.headers import HEADERS
from a3dav.testing.strategies.requests import PERSON, scripts

from .target import PART, Target
from .world import World, followed, world

MOST = 12
UNSAFE = re.compile(r"[\x00-\x1f\x7f]")
DECLARED = {501, 502, 507}
"""Statuses from 500 on that are an answer, and no mistake of the server."""

NOT_FOLLOWED = {"{DAV:}supported-report", "{DAV:}need-privileges"}
"""What stands there is no collection any more, or may not be read."""


def check_requests(data: bytes) -> None:
    """Every request gets a sound answer; the store passes `a3dav check`,
    and who follows changes knows what there is."""
    house = world()
    house.begin()
    known = {"lock": "", "etag": "", "sync": house.tokens["/calendars/alice/calendar/"]}
    for written in data.split(PART)[:MOST]:
        _ask(house, written, known)
    if house.changes() != house.written:
        faults = house.faults()
        assert not faults, faults
        for path, token in house.tokens.items():
            _follow(house, path, token)
    assert not house.complaints.heard, house.complaints.heard[0]


def _ask(house: World, written: bytes, known: dict[str, str]) -> None:
    head, _, body = written.partition(b"\n\n")
    for name, value in known.items():
        head = head.replace(b"{%s}" % name.encode(), value.encode())
        body = body.replace(b"{%s}" % name.encode(), value.encode())
    start, *lines = head.decode("latin-1").split("\n")
    method, _, target = start.partition(" ")
    headers = {
        name.strip().lower(): value.strip(" \t\r")
        for name, _, value in (line.partition(":") for line in lines)
        if name.strip()
    }
    person = headers.pop(PERSON, "alice")
    answered = house.send(person, method, target.strip("\r "), headers, body)
    _judge(house, answered, f"{method} {target[:200]}")
    known |= {
        "lock": answered.headers.get("lock-token", "").strip("<>") or known["lock"],
        "etag": answered.headers.get("etag") or known["etag"],
        "sync": _token(answered) or known["sync"],
    }
    if method == "PUT" and answered.status in {201, 204} and "etag" in answered.headers and person == "alice":
        stored = house.send(person, "GET", target.strip("\r "), {}, b"")
        assert (stored.status, stored.body) == (200, body), (stored.status, stored.body[:200], body[:200])


def _judge(house: World, answered: Answer, what: str) -> None:
    assert not house.complaints.heard, house.complaints.heard[0]
    assert 200 <= answered.status < 500 or answered.status in DECLARED, (what, answered.status, answered.body[:300])
    for name, value in answered.headers.items():
        assert not UNSAFE.search(name + value), (what, name, value)
        value.encode("latin-1")
    if "xml" in answered.headers.get("content-type", "") and answered.body and not what.startswith(("GET", "HEAD")):
        etree.fromstring(answered.body)


def _token(answered: Answer) -> str:
    if answered.status != 207 or b"sync-token" not in answered.body:
        return ""
    return answered.xml.findtext("{DAV:}sync-token") or ""


def _follow(house: World, path: str, token: str) -> None:
    """A client that synchronised before knows afterwards what is there; one whose token is refused asks anew."""
    found, known = house.synced(path, token), house.listings[path]
    if found.condition == "{DAV:}valid-sync-token":
        found, known = house.synced(path, ""), {}
    if found.status == 404 or found.condition in NOT_FOLLOWED:
        return
    assert found.status == 207, (path, found.status, found.body[:300])
    there = {href: tag for href, tag in house.listed(path).items() if href != path}
    assert followed(path, found, known) == there, (path, found.body, there)


_METHODS = ("GET ", "PUT ", "DELETE ", "PROPFIND ", "PROPPATCH ", "MKCOL ", "MKCALENDAR ", "COPY ", "MOVE ", "LOCK ",
    "UNLOCK ", "REPORT ", "ACL ", "POST ")  # fmt: skip
TARGETS = (
    Target(
        "requests", check_requests, scripts, (answer, report),
        (*_METHODS, "\n%%\n", "{lock}", "{etag}", "{sync}", "as: bob\n", *(f"{name}: " for name in HEADERS),
            *(f"<{name}>" for name in ROOTS)),
    ),
)  # fmt: skip
