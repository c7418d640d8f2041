"""The operations on folders and files: each does what a method of WebDAV does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path as FilePath

from a3dav.api import ApiCall, act, aim, aim_at_new, ready
from a3dav.errors import DavError, Forbidden, NotFound, PreconditionFailed
from a3dav.exchange import Exchange, Response
from a3dav.lanes import Lane, Step, Steps
from a3dav.methods.mkcol import PLAIN, make
from a3dav.placement import size_limit
from a3dav.registries import ApiAction, ApiPart
from a3dav.resources import Path, mount, path_href
from a3dav_rest.files.listing import list_cost, list_files
from a3dav_rest.files.places import FILE, IN_BODY, IN_QUERY, asked, asked_file, fit_name, folder, home, shown, taken
from a3dav_rest.serving import PATH

_OF_DAV = {"depth", "destination", "overwrite", "prefer", "x-oc-mtime"}
"""Headers that say something to methods of WebDAV, and nothing here."""


def get(call: ApiCall) -> Response:
    return _told(call, shown(call, [asked(call)])[0])


def root(call: ApiCall) -> Response:
    return _told(call, shown(call, [home(call)])[0])


def _told(call: ApiCall, told: Mapping[str, object], status: int = 200, location: str = "") -> Response:
    return call.answer(told, status, etag=str(told["etag"] or "").strip('"'), location=location)


# -- content ---------------------------------------------------------------------------------------


def early_download(call: ApiCall) -> None:
    aim(call, asked_file(call))
    ready(call, "GET")


def early_replace(call: ApiCall) -> None:
    _plain(call)
    aim(call, asked_file(call))
    ready(call, "PUT")


def replace_content(call: ApiCall) -> Steps[Response]:
    written = yield from act(call)
    return (yield from _as_it_is(call, 200, written))


def early_upload(call: ApiCall) -> None:
    """A name that is taken refuses nobody who may have taken it by the same request, sent before."""
    _plain(call)
    _headers(call, "if-match", "if-none-match")
    aim_at_new(call, folder(call, call.parameters.get("folder")), fit_name(call.parameters["name"], IN_QUERY))
    if call.exchange.target is None or "Idempotency-Key" not in call.parameters:
        _ready_to_upload(call)


def _ready_to_upload(call: ApiCall) -> None:
    if call.exchange.target is not None:
        raise taken(call.exchange.path[-1])
    _headers(call, if_none_match="*")
    ready(call, "PUT")


def upload(call: ApiCall) -> Steps[Response]:
    yield Step(Lane.READ, _ready_to_upload, (call,))
    written = yield from _unless_taken(call, call.exchange.path, act(call))
    return (yield from _as_it_is(call, 201, written))


def _limit(call: ApiCall) -> tuple[int, DavError]:
    return size_limit(call.house, FILE)


# -- folders ---------------------------------------------------------------------------------------


def create(call: ApiCall) -> Steps[Response]:
    yield Step(Lane.READ, _ready_for_folder, (call,))
    written = yield from make(call.exchange, PLAIN, [], _refuse)
    return (yield from _as_it_is(call, 201, written))


def _ready_for_folder(call: ApiCall) -> None:
    _plain(call)
    _at_new(call, call.body.get("folder"), call.body["name"])
    ready(call, "MKCOL")


def _refuse(_: Exchange, outcome: Mapping[str, DavError | None]) -> Response:
    raise next(error for error in outcome.values() if error is not None)


def _at_new(call: ApiCall, folder_id: str | None, name: str) -> None:
    aim_at_new(call, folder(call, folder_id), fit_name(name, IN_BODY))
    if call.exchange.target is not None:
        raise taken(name)


# -- both ------------------------------------------------------------------------------------------


def early_change(call: ApiCall) -> None:
    _plain(call)
    aim(call, asked(call))


def update(call: ApiCall) -> Steps[Response]:
    moves = yield Step(Lane.READ, _ready_to_move, (call,))
    written = None
    if moves:
        written = yield from _unless_taken(call, moves, act(call))
        call.exchange.path = moves
    return (yield from _as_it_is(call, 200, written))


def _ready_to_move(call: ApiCall) -> Path:
    """Where it goes; nowhere if it is there already, and never in the place of something else."""
    source, body = call.exchange.resource, call.body
    if source.id == source.home_id:
        raise Forbidden("this folder belongs to the account, and stays where it is")
    name = fit_name(body.get("name", source.path[-1]), IN_BODY)
    above = folder(call, body["folder"]).path if "folder" in body else source.path[:-1]
    target = (*above, name)
    ready(call, "MOVE")
    if target == source.path:
        return ()
    _headers(call, destination=path_href(target, source.collection), overwrite="F")
    return target


def early_delete(call: ApiCall) -> None:
    early_change(call)
    ready(call, "DELETE")


def delete(call: ApiCall) -> Steps[Response]:
    yield from act(call)
    return call.answer(status=204)


def _plain(call: ApiCall) -> None:
    _headers(call, *_OF_DAV)


def _headers(call: ApiCall, *without: str, **given: str) -> None:
    request = call.exchange.request
    kept = {name: value for name, value in request.headers.items() if name not in without}
    request.headers = kept | {name.replace("_", "-"): value for name, value in given.items()}


def _unless_taken(call: ApiCall, place: Path, steps: Steps[Response]) -> Steps[Response]:
    """A name that somebody else took meanwhile is told as one that was taken before."""
    try:
        return (yield from steps)
    except PreconditionFailed as error:
        if (yield Step(Lane.READ, call.house.resolve, (place,))) is None:
            raise
        raise taken(place[-1]) from error


def _as_it_is(call: ApiCall, status: int, written: Response | None) -> Steps[Response]:
    told: Response = yield Step(Lane.READ, _refreshed, (call, status, written))
    return told


def _refreshed(call: ApiCall, status: int, written: Response | None) -> Response:
    """What stands there now, with the entity tag of what this call wrote."""
    found = call.house.resolve(call.exchange.path)
    seen = call.house.readable(call.identity, [found]) if found is not None else []
    if not seen:
        raise NotFound("it is gone already")
    tags = [value.strip('"') for name, value in written.headers if name == "ETag"] if written else []
    (one,) = (replace(one, etag=tags[0]) if tags else one for one in seen)
    location = f"{mount.get()}{PATH}/files/{one.id.hex()}" if status == 201 else ""
    return _told(call, shown(call, [one])[0], status, location)


PART = ApiPart(
    FilePath(__file__).with_name("files.yaml"),
    {
        "files.list": ApiAction(list_files, cost=list_cost),
        "files.root": root,
        "files.create": create,
        "files.get": get,
        "files.update": ApiAction(update, early_change),
        "files.delete": ApiAction(delete, early_delete),
        "files.download": ApiAction(act, early_download),
        "files.upload": ApiAction(upload, early_upload, _limit),
        "files.replace": ApiAction(replace_content, early_replace, _limit),
    },
)
