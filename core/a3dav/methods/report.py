"""REPORT (RFC 3253 §3.6): finds the report named by the root of the body."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from a3dav.answers import from_afar
from a3dav.errors import DavError, Forbidden, NotFound
from a3dav.exchange import Exchange, FileSlice, Response
from a3dav.faults import disk_fault
from a3dav.identifiers import new_id
from a3dav.lanes import UNHURRIED, Lane, Step, Steps, TooDear, run_here
from a3dav.refusals import need, refuse_hidden
from a3dav.registries import Report
from a3dav.ways import document_of
from a3dav.xml.names import dav
from a3dav.xml.reading import Element

CPU_THRESHOLD = 2_000
"""Microseconds of estimated work above which a report is answered by a process of the cpu lane."""
LARGE_BODY = 64 * 1024
"""Bytes of a body that takes long to be read, whatever it asks."""

if TYPE_CHECKING:
    from a3dav.house import House

CARRIED_WHOLE = 1 << 20
"""Bytes of an answer above which a process of the cpu lane hands it over as a file."""


def report(exchange: Exchange) -> Steps[Response]:
    if exchange.request.body.length > LARGE_BODY:
        return (yield from _replayed_elsewhere(exchange))
    body, found = _find(exchange)
    if (yield Step(Lane.READ, _cost, (exchange, body, found))) > CPU_THRESHOLD:
        return (yield from _replayed_elsewhere(exchange))
    try:
        result = yield Step(Lane.READ, found.handler, (exchange, body))
    except TooDear:
        return (yield from _replayed_elsewhere(exchange))
    if isinstance(result, Generator):
        result = yield from result
    response: Response = result
    return response


def _cost(exchange: Exchange, body: Element, found: Report) -> int:
    looking = exchange.house.lenses.cost(exchange.actor, exchange.resource)
    return looking if looking > CPU_THRESHOLD or found.cost is None else looking + found.cost(exchange, body)


def _replayed_elsewhere(exchange: Exchange) -> Steps[Response]:
    exchange.notes.clear()
    return (yield from on_the_cpu_lane(exchange, _replayed))


def on_the_cpu_lane(exchange: Exchange, tell: Callable[[Exchange], Response]) -> Steps[Response]:
    """The answer that `tell`, a function of a module, gives in a process of the cpu lane."""
    exchange.forget_stored()
    if found := (yield from from_afar(exchange)):
        return found
    response: Response
    response, exchange.steady = yield Step(Lane.CPU, told_whole, (exchange, tell))
    return response


def told_whole(exchange: Exchange, tell: Callable[[Exchange], Response]) -> tuple[Response, bool]:
    """Drawn where it is made, so that it is known whether it is steady."""
    response = at_leisure(exchange, lambda: tell(exchange))
    return response, exchange.steady


def _find(exchange: Exchange) -> tuple[Element, Report]:
    body = _body(exchange)
    _refuse_unseen(exchange, str(body.tag))
    found = exchange.house.reports.find(str(body.tag), exchange.resource.kind)
    if found is None:
        raise Forbidden(f"the report {body.tag} is not known here", condition=dav("supported-report"))
    if found.privilege and found.privilege not in exchange.privileges:
        if found.hidden:
            raise NotFound("nothing to report on is here")
        raise need(exchange.path, found.privilege, collection=exchange.resource.collection)
    exchange.steady = found.steady
    return body, found


def _body(exchange: Exchange) -> Element:
    try:
        return document_of(exchange)
    except DavError:
        _refuse_unseen(exchange, "")
        raise


def _refuse_unseen(exchange: Exchange, name: str) -> None:
    """Which report it is decides what a stranger is told, and the same of what is there and of what is not."""
    if exchange.target is not None and exchange.privileges:
        return
    if not exchange.house.reports.is_hidden(name):
        refuse_hidden(exchange, exchange.path)
    if exchange.target is None or exchange.house.reports.is_hidden(name):
        raise NotFound("nothing to report on is here")


def at_leisure(exchange: Exchange, make: Callable[[], Response]) -> Response:
    """An answer made whole in a process of the cpu lane, where it may take all that limits allow."""
    exchange.notes[UNHURRIED] = True
    try:
        return _carried(exchange.house, make())
    except OSError as error:
        if disk_fault(error) is None:
            raise
        return make().drawn()  # reading goes on where the disk has no room for a file


def _replayed(exchange: Exchange) -> Response:
    body, found = _find(exchange)
    result = found.handler(exchange, body)
    return run_here(exchange.house, result) if isinstance(result, Generator) else result


def _carried(house: House, response: Response) -> Response:
    """Small answers go back to the worker whole; large ones in a file, and not through the memory of two processes."""
    body = response.body
    if not isinstance(body, Iterator):
        return response
    gathered = bytearray()
    for piece in body:
        gathered += piece
        if len(gathered) > CARRIED_WHOLE:
            response.body = _in_a_file(house.store.blobs.spool / new_id().hex(), gathered, body)
            return response
    response.body = bytes(gathered)
    return response


def _in_a_file(file: Path, begun: bytearray, rest: Iterator[bytes]) -> FileSlice:
    try:
        with file.open("wb") as handle:
            handle.write(begun)
            handle.writelines(rest)
            return FileSlice(file, 0, handle.tell(), temporary=True)
    except BaseException:
        file.unlink(missing_ok=True)
        raise
