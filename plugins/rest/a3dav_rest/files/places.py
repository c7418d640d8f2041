"""What identifiers of folders and files lead to, and how these are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from a3dav.api import ApiCall, reach
from a3dav.api.shapes import RIGHTS, InvalidBody, moment, owner
from a3dav.errors import BadRequest, Conflict, NotFound
from a3dav.names import is_member_name, normal
from a3dav.resources import Resource
from a3dav.xml.names import dav

ROOT, HOME, FOLDER, FILE = "files", "file-home", "folder", "file"
IN_BODY, IN_QUERY = "/name", "/query/name"
_FOLDERS = (HOME, FOLDER)


def place(call: ApiCall, identifier: str) -> Resource:
    """A folder or a file that whoever asks may read."""
    found = reach(replace(call, parameters={"id": identifier}), "id")
    if not any(call.house.types.is_a(found.kind, kind) for kind in (*_FOLDERS, FILE)):
        raise NotFound("nothing has this identifier")
    return found


def asked(call: ApiCall) -> Resource:
    return place(call, call.parameters["fileId"])


def asked_file(call: ApiCall) -> Resource:
    found = asked(call)
    if found.collection:
        raise NotFound("a folder has no content; see files.list")
    return found


def folder(call: ApiCall, identifier: str | None) -> Resource:
    """The folder of an identifier; without one, the one that holds all others of whoever asks."""
    if identifier is None:
        return home(call)
    found = place(call, identifier)
    if not found.collection:
        raise NotFound("this is a file, and no folder")
    return found


def home(call: ApiCall) -> Resource:
    me = call.identity.account
    found = call.house.store.home(ROOT, me.id, me.name)
    if found is None:
        raise NotFound("this account has no files")
    return found


def fit_name(name: str, place: str) -> str:
    """A name, given at a place of the request, as it will be stored."""
    if is_member_name(normal(name)):
        return normal(name)
    sentence = "cannot be the name of a folder or a file"
    if place == IN_BODY:
        raise InvalidBody(place, sentence)
    told = {"errors": [{"pointer": place, "detail": sentence}]}
    raise BadRequest(f"{name[:80]!r} {sentence}", problem="invalid-parameters", members=told)


def taken(name: str) -> Conflict:
    return Conflict(f"there is something named {name[:80]!r} already", problem="name-taken")


def shown(call: ApiCall, found: Sequence[Resource]) -> list[dict[str, Any]]:
    """How folders and files are told; a few statements for all of them."""
    me, granted = call.identity.account.id, call.house.privileges(call.identity, found)
    owners = call.exchange.accounts(resource.account_id for resource in found)
    return [
        {
            "id": one.id.hex(),
            "kind": FOLDER if one.collection else FILE,
            "name": "" if one.id == one.home_id else one.path[-1],
            "folder": _holder(one),
            "href": one.href,
            "owner": owner(account, one),
            "mine": one.account_id == me,
            "rights": [right for right, privilege in RIGHTS.items() if dav(privilege) in privileges],
            "created": moment(one.created),
            "modified": moment(one.modified),
            "mediaType": None if one.collection else one.content_type,
            "size": None if one.collection else one.size,
            "etag": None if one.collection else f'"{one.etag}"',
        }
        for one, privileges, account in zip(found, granted, owners, strict=True)
    ]


def _holder(one: Resource) -> str | None:
    if one.mounted is not None:
        return one.mounted.home_id.hex()
    return None if one.id == one.home_id else one.parent_id.hex()
