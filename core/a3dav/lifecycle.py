"""One request, from its head to its answer: the file to read first.

    head:  who sends too much → path → who is asking → what is mapped there → privileges → method → early refusals
    body:  only now is it read
    then:  the method, which reads through `query` or writes through `writing`, and the answer

Each step runs on the lane its cost asks for (`lanes`). Whatever goes wrong is raised as a `DavError`
and becomes a response in one place, `refusal`.
"""

from __future__ import annotations

import itertools
import logging
import re
import time
from collections.abc import Generator, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

from a3dav import answers, ways
from a3dav.challenges import challenge, for_strangers, need_scope, offers_proof, refuse_clear_text
from a3dav.entitlement import entitle
from a3dav.errors import (
    BadRequest,
    ContentTooLarge,
    DavError,
    Denied,
    MembersRefused,
    MethodNotAllowed,
    NotFound,
    NotImplementedHere,
    UnsupportedMediaType,
)
from a3dav.exchange import Exchange, Request, Response
from a3dav.faults import Fault, disk_fault
from a3dav.headers import parse_path
from a3dav.lanes import NOWHERE, BodyWanted, Lane, Look, Place, Seen, Step, Steps, TooDear, Waits
from a3dav.lenses import look_at
from a3dav.logs.formats import REQUEST_ID, request_id
from a3dav.openings import head_of
from a3dav.placement import member_kind, size_limit
from a3dav.posts import method_of
from a3dav.principals import Identity, Scope
from a3dav.query import multistatus, status_response
from a3dav.refusals import refuse_hidden
from a3dav.registries import Handler, Method
from a3dav.registries.admission import First
from a3dav.resources import Resource, mount
from a3dav.standing import Facts
from a3dav.xml.writing import CONTENT_TYPE, error_document, error_element

if TYPE_CHECKING:
    from a3dav.house import House

log = logging.getLogger("a3dav")
Entered: TypeAlias = Method | Exception
"""What answers a request whose head is good, or what is wrong with it."""
STREAM_ABOVE = 64 * 1024
_LOOKED = "lifecycle.looked"
ASKING = frozenset({"GET", "HEAD", "OPTIONS", "PROPFIND", "REPORT"})
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~!$&'()*+;=%-]+)(:\d{0,5})?", re.ASCII)


def answer(house: House, request: Request) -> Steps[Response]:
    """Answers one request; never raises for what a client sent."""
    exchange, started = Exchange(house, request), time.perf_counter()
    request_id.set(request.id)
    trace = house.tracer.begin(request) if house.tracer else None
    try:
        response = yield from _answer(exchange)
        if not response.complete:
            yield from complete(exchange, response)
    except (DavError, MembersRefused) as error:
        exchange.refused = for_strangers(exchange, error)
        response = refusal(exchange, exchange.refused)
    except Exception as error:
        response = _failure(exchange, error)
    if not response.complete:
        tell_always(house, response)
    if _lacks_slash(exchange) and response.status < 300 and not response.tells("Content-Location"):
        response.with_header("Content-Location", exchange.resource.href)  # RFC 4918 §5.2
    if house.cross_origin.in_use:
        house.cross_origin.tell(request, response, open_=exchange.route is not None and exchange.route.open)
    try:
        house.finished(exchange, response, time.perf_counter() - started)
    except Exception:
        log.exception("a plugin failed after the answer")
    if trace is not None:
        trace.end(exchange, response)
    return response


def complete(exchange: Exchange, response: Response) -> Steps[Response]:
    """Draws the beginning of an answer, and adds what it tells whatever it is about."""
    yield from begin(response)
    yield from tell_features(exchange, response)
    tell_always(exchange.house, response)
    response.complete = True
    return response


def tell_always(house: House, response: Response) -> None:
    if not response.tells("DAV"):
        response.with_header("DAV", house.features)  # clients read it on 207 as well as on OPTIONS
    if not response.tells("X-Content-Type-Options"):
        response.with_header("X-Content-Type-Options", "nosniff")


def tell_features(exchange: Exchange, response: Response) -> Steps[None]:
    """What clients find out about a place by asking for it: some features are there in some places alone."""
    house, place = exchange.house, exchange.target
    if place is None or exchange.request.method not in {"OPTIONS", "PROPFIND"} or not house.types.features_of_place:
        return
    features: str = yield Step(Lane.READ, house.features_at, (place,))
    response.with_header("DAV", features)


def _lacks_slash(exchange: Exchange) -> bool:
    """Whether a collection was asked about by a URL without the slash that ends it."""
    target, request = exchange.target, exchange.request
    if target is None or not target.collection or request.method not in ASKING:
        return False
    return not request.raw_path.partition(b"?")[0].endswith(b"/")


def _failure(exchange: Exchange, error: Exception) -> Response:
    """What nobody meant to raise: a full disk is a refusal, everything else a mistake of ours."""
    fault, request = disk_fault(error), exchange.request
    if fault is not None:
        return refusal(exchange, fault)
    place = {"http.request.method": request.method, "url.path": request.shown_path, REQUEST_ID: request.id}
    log.error("a request failed", extra={"fields": place}, exc_info=error)
    return Response(500, b"the server failed; its log has the request id " + request.id.encode())


def _answer(exchange: Exchange) -> Steps[Response]:
    house, request = exchange.house, exchange.request
    head = head_of(request)
    if (opening := house.openings.known(head)) is not None:
        opening.apply(request)
        mount.set(request.mount)
        exchange.path = opening.path
        _admit(house, request)
    else:
        _open(exchange)
    if request.raw_path == b"*":
        return about_the_server(exchange)
    route = exchange.route
    if house.cross_origin.in_use and (asked := preflight(exchange)):
        return asked
    if route is not None and route.public:
        return (yield from run(route.handler, exchange))
    entered = yield from authenticate(exchange)
    if route is not None:
        if exchange.actor.anonymous:
            raise challenge(exchange)
        need_scope(exchange, *route.scopes)
        return (yield from run(route.handler, exchange))
    if opening is None:
        house.openings.keep(head, request, exchange.path)
    need_scope(exchange, "dav")
    if exchange.actor.scope is Scope.API:
        raise Denied("this app password is for the API, not for DAV")
    method = yield from _entered(exchange, entered)
    if not request.bodiless or method.limit is not None:
        yield from read_body(exchange, method)
    ways.read_before(exchange)
    if exchange.key is None:
        return (yield from run(method.handler, exchange))
    if (known := answers.known(exchange)) is not None:
        return known
    response = yield from run(method.handler, exchange)
    return answers.kept(exchange, (yield from complete(exchange, response)))


def _open(exchange: Exchange) -> None:
    """Finds where a head leads, and refuses one that can lead nowhere."""
    house, request = exchange.house, exchange.request
    mount.set("")
    house.forwarding.apply(request)
    mount.set(request.mount)
    _admit(house, request, refuse_malformed)
    route = house.subtree(request.raw_path)
    if route is None and request.raw_path != b"*":
        exchange.path = parse_path(request.raw_path)
        route = house.routes.get("/" + "/".join(exchange.path))
    exchange.route = route


def _admit(house: House, request: Request, *others: First) -> None:
    try:
        for admit in (*house.admissions.first, *others):
            admit(request)
    except DavError:
        if route := house.subtree(request.raw_path):
            request.raw_path = route.path.encode()  # what stands below may be a secret, which is not for the log
        raise


def refuse_malformed(request: Request) -> None:
    """What RFC 9112 has a server refuse whatever the request is about (§3.2, §6.1), and codings of bodies."""
    host = request.header("host")
    if (host or request.http_version == "1.1") and not _HOST.fullmatch(host):
        raise BadRequest("a request names its host once")
    if request.method == "CONNECT":
        raise NotImplementedHere("there are no tunnels here")
    if not request.raw_path.startswith(b"/") and (request.method, request.raw_path) != ("OPTIONS", b"*"):
        raise BadRequest("a request names a path that begins with a slash")
    if request.header("transfer-encoding", "chunked").strip().lower() != "chunked":
        raise NotImplementedHere("send the body with no transfer coding but chunked")
    if request.header("content-encoding", "identity").strip().lower() not in {"", "identity"}:
        raise UnsupportedMediaType(
            "send the body without a Content-Encoding", headers=(("Accept-Encoding", "identity"),)
        )


def preflight(exchange: Exchange) -> Response | None:
    """A browser asks without credentials whether it may ask with them (Fetch standard §3.2.2)."""
    house, request, route = exchange.house, exchange.request, exchange.route
    found = house.cross_origin.preflight(request, house.methods.names(), open_=route is not None and route.open)
    if found is not None and route is not None:
        request.raw_path = route.path.encode()  # what stands below may be a secret, which is not for the log
    return found


def about_the_server(exchange: Exchange) -> Response:
    """RFC 9110 §9.3.7: OPTIONS * asks for the server and not for a resource, so that nobody need sign in."""
    if exchange.request.method != "OPTIONS":
        raise BadRequest("only OPTIONS has the target *")
    return Response(200, headers=[("Allow", ", ".join(sorted(exchange.house.methods.names())))])


def begin(response: Response) -> Steps[None]:
    """Draws a small answer whole and of a large one the first pieces, so that an early failure is told as one."""
    body, size = response.body, 0
    pieces: list[bytes] = []
    if not isinstance(body, Iterator):
        return
    while size <= STREAM_ABOVE:
        piece: bytes | None = yield Step(Lane.READ, next, (body, None))
        if piece is None:
            response.body = b"".join(pieces)
            return
        pieces.append(piece)
        size += len(piece)
    response.body = itertools.chain([b"".join(pieces)], body)


def authenticate(exchange: Exchange) -> Steps[Entered | None]:
    """A credential verified before is recognised at once; a new one is verified on a lane of its own.

    What comes next is told where it was found on the way: a step costs much where the database is far away.
    """
    hooks, known = exchange.house.hooks, {"house": exchange.house, "request": exchange.request}
    if exchange.request.header("authorization"):
        refuse_clear_text(exchange)
    entered: Entered | None
    if exchange.store.engine.reads_wait:
        standing, identity, entered = yield from _recognised_afar(exchange)
        exchange.house.standing.use(standing)  # a thread of the database has a context of its own
    else:
        _, identity, entered = _recognised(exchange)  # at once, as the lane would do it
    if identity is None and offers_proof(exchange):
        identity = yield Step(Lane.PROOF, lambda: hooks.a3dav_authenticate(**known))
        exchange.verified = identity is not None
    if identity is None and not offers_proof(exchange):
        identity = yield Step(Lane.READ, lambda: hooks.a3dav_anonymous(**known))
    if identity is None:
        refuse_clear_text(exchange)  # rather than ask for a password to be sent
        raise challenge(exchange)
    exchange.identity = identity
    for admit in exchange.house.admissions.known:
        admit(exchange.request, identity)
    return entered


Recognised: TypeAlias = tuple[Facts, Identity | None, Entered | None]


def _recognised_afar(exchange: Exchange) -> Steps[Recognised]:
    """All that come at the same moment ask the database together; for most of them there is nothing else to ask."""
    place = exchange.house.place_of(exchange.path)
    seen: Seen = yield Look(place)
    if exchange.request.method in ASKING:
        with suppress(Waits), exchange.store.engine.without_asking():
            return _recognised(exchange, place, seen)
    found: Recognised = yield Step(Lane.READ, _recognised, (exchange, place, seen))
    return found


def _recognised(exchange: Exchange, place: Place = NOWHERE, seen: Seen | None = None) -> Recognised:
    house = exchange.house
    if place != NOWHERE and seen is not None:
        house.store.ahead.keep(place, seen.row)
    try:
        facts = house.standing.look(seen.generation if seen is not None else "")
        exchange.facts = None if house.standing.off else facts
        identity: Identity | None = house.recognise(house, exchange.request)
        if identity is None or exchange.route is not None:
            return facts, identity, None
        exchange.identity = identity
        return facts, identity, _outcome(exchange)
    finally:
        house.store.ahead.forget()


def _outcome(exchange: Exchange) -> Entered:
    """What is wrong with the head is raised where nothing more is to be said before."""
    try:
        return ways.known(exchange) or ways.kept(exchange, enter(exchange))
    except Exception as error:  # whatever it is: `_entered` raises it
        return error


def _entered(exchange: Exchange, known: Entered | None) -> Steps[Method]:
    """A large object that is seen through a lens is looked at by a process of the cpu lane, once a version."""
    method: Method
    try:
        if isinstance(known, Exception):
            raise known
        method = known or (yield Step(Lane.READ, enter, (exchange,)))
    except TooDear:
        house, identity = exchange.house, exchange.actor
        large = yield Step(Lane.READ, house.resolve, (exchange.path,))
        if large is not None:
            views = yield Step(Lane.CPU, look_at, (house, identity, large))
            yield Step(Lane.READ, house.lenses.learn, (identity, large, views))
        exchange.notes[_LOOKED] = True
        method = yield Step(Lane.READ, enter, (exchange,))
    return method


def enter(exchange: Exchange) -> Method:
    """Finds resource, method and privileges, and refuses on the head alone whatever can be refused."""
    locate(exchange)
    kind = exchange.target.kind if exchange.target else ""
    if exchange.actor.anonymous and not exchange.privileges:
        raise challenge(exchange)
    method = method_of(exchange, kind)
    if method is None or (not method.blind and _may_be_unseen(exchange, method)):
        refuse_hidden(exchange, exchange.path)
    if method is None:
        raise _no_such_method(exchange, kind)
    entitle(exchange, method)
    return method


def locate(exchange: Exchange) -> None:
    """Fills in target, parent and privileges."""
    house, path = exchange.house, exchange.path
    exchange.target = _as_seen(exchange, house.resolve(path))
    if exchange.target is None or exchange.request.method not in ASKING:
        exchange.parent = house.holder(path) if path else None  # now, where the database may be read
    subject = exchange.target or _unseen_member(exchange) or exchange.parent
    if subject is not None:
        granted = house.privileges(exchange.actor, [subject])[0]
        exchange.privileges = house.privilege_table.beyond_given(subject.kind, granted)


def _as_seen(exchange: Exchange, found: Resource | None) -> Resource | None:
    """What is mapped to a path as this reader sees it, which may be nothing (see `lenses`)."""
    if found is None or exchange.house.lenses.are_clear(exchange.actor, found):
        return found
    lenses = exchange.house.lenses
    if lenses.is_dear(exchange.actor, found) and _LOOKED not in exchange.notes:
        raise TooDear
    return next(iter(lenses.seen(exchange.actor, [found])), None)


def _may_be_unseen(exchange: Exchange, method: Method) -> bool:
    if exchange.target is None:
        return not method.parent_privilege or not exchange.privileges or len(exchange.path) == 2
    return not exchange.privileges


def _unseen_member(exchange: Exchange) -> Resource | None:
    """Stands, where nobody shall learn what there is, for what is not there, to be judged like what is."""
    if exchange.parent is None or not exchange.house.types[exchange.parent.kind].discreet:
        return None
    return Resource("user", exchange.path, True)


def _no_such_method(exchange: Exchange, kind: str) -> DavError:
    methods, name = exchange.house.methods, exchange.request.method
    if name not in methods.names():
        return NotImplementedHere(f"the method {name[:40]!r} is not known here")
    if exchange.target is None:
        return NotFound("nothing is mapped to this path")
    return MethodNotAllowed(
        f"this resource does not have the method {name}",
        headers=(("Allow", ", ".join(methods.allowed(kind))),),
    )


def read_body(exchange: Exchange, method: Method) -> Steps[None]:
    if method.limit is not None:
        limit, too_large = method.limit(exchange)
    elif method.body == "content":
        limit, too_large = size_limit(exchange.house, member_kind(exchange))
    else:
        limit = exchange.house.settings.limits.max_xml_size
        too_large = ContentTooLarge(f"the body is larger than {limit} bytes")
    exchange.request.body = yield BodyWanted(limit, too_large, spool=method.body == "content")


def run(handler: Handler, exchange: Exchange) -> Steps[Response]:
    """Runs a handler on the read lane, and the steps of one that is a generator on theirs."""
    result = yield Step(Lane.READ, handler, (exchange,))
    if isinstance(result, Generator):
        result = yield from result
    response: Response = result
    return response


def refusal(exchange: Exchange, error: DavError | MembersRefused) -> Response:
    """The one place where an error becomes a response."""
    if isinstance(error, Fault):
        exchange.house.faults.tell(error)
    if isinstance(error, MembersRefused):
        return multistatus(
            exchange,
            [
                status_response(path, collection, refused.status, error_element(refused))
                for (path, collection), refused in error.refusals.items()
            ],
        )
    route = exchange.route or exchange.house.subtree(exchange.request.raw_path)
    if route is not None and route.refusal is not None:
        return route.refusal(error)
    headers = list(error.headers)
    if error.condition is not None:
        return Response(error.status, error_document(error), headers, CONTENT_TYPE)
    return Response(error.status, error.message.encode(), headers, "text/plain; charset=utf-8")
