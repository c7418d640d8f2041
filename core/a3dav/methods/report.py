"""REPORT (RFC 3253 §3.6): finds the report named by the root of the body."""

from __future__ import annotations

from collections.abc import Generator

from a3dav.errors import Forbidden
from a3dav.exchange import Exchange, Response
from a3dav.lanes import Lane, Step, Steps, run_here
from a3dav.refusals import need
from a3dav.registries import Report
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, read_xml

CPU_THRESHOLD = 2_000
"""Microseconds of estimated work above which a report is answered by a process of the cpu lane."""


_UNHURRIED = "report.unhurried"


class TooDear(Exception):
    """Raised by a report that turned out to cost more than the loop can spare."""


def unhurried(exchange: Exchange) -> bool:
    """Whether the report is answered on the cpu lane, where it may take all that limits allow."""
    return _UNHURRIED in exchange.notes


def report(exchange: Exchange) -> Steps[Response]:
    body, found = _find(exchange)
    if found.cost is not None:
        cost = yield Step(Lane.READ, found.cost, (exchange, body))
        if cost > CPU_THRESHOLD:
            return (yield from _on_the_cpu_lane(exchange))
    try:
        result = yield Step(Lane.READ, found.handler, (exchange, body))
    except TooDear:
        return (yield from _on_the_cpu_lane(exchange))
    if isinstance(result, Generator):
        result = yield from result
    response: Response = result
    return response


def _on_the_cpu_lane(exchange: Exchange) -> Steps[Response]:
    exchange.forget_stored()
    exchange.notes.clear()
    response: Response = yield Step(Lane.CPU, replay, (exchange,))
    return response


def _find(exchange: Exchange) -> tuple[Element, Report]:
    body = read_xml(exchange.request.body.read(), max_depth=exchange.house.settings.limits.max_xml_depth)
    found = exchange.house.reports.find(str(body.tag), exchange.resource.kind)
    if found is None:
        raise Forbidden(f"the report {body.tag} is not known here", condition=dav("supported-report"))
    if found.privilege and found.privilege not in exchange.privileges:
        raise need(exchange.path, found.privilege, collection=exchange.resource.collection)
    return body, found


def replay(exchange: Exchange) -> Response:
    """Answers the report whole, in a process of the cpu lane."""
    exchange.notes[_UNHURRIED] = True
    body, found = _find(exchange)
    result = found.handler(exchange, body)
    response = run_here(exchange.house, result) if isinstance(result, Generator) else result
    return response.drawn()
