"""How what is stored is shown in JSON, whatever it holds: times, owners, rights, collections and members of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from lxml import etree

from a3dav.errors import UnprocessableContent
from a3dav.methods.proppatch import Update
from a3dav.principals import Account
from a3dav.resources import Resource
from a3dav.xml.names import dav
from a3dav.xml.reading import read_own, text_of

if TYPE_CHECKING:
    from a3dav.api.call import ApiCall

RIGHTS = {
    "read": "read", "add": "bind", "change": "write-content", "remove": "unbind", "configure": "write-properties",
    "share": "write-acl",
}  # fmt: skip
"""What one may do with a collection, and the privilege it takes."""


class InvalidBody(UnprocessableContent):
    """A body that its schema allows and its meaning does not, with the place where it is wrong."""

    def __init__(self, pointer: str, sentence: str) -> None:
        super().__init__(
            f"the body is not what it must be: {pointer or 'it'}: {sentence}",
            problem="invalid-body", members={"errors": [{"pointer": pointer, "detail": sentence}]},
        )  # fmt: skip
        self.pointer, self.sentence = pointer, sentence

    def __reduce__(self) -> tuple[type[InvalidBody], tuple[str, str]]:
        return InvalidBody, (self.pointer, self.sentence)

    def inside(self, place: str) -> InvalidBody:
        """The same for a value that stands somewhere in a body."""
        return InvalidBody(place + self.pointer, self.sentence)


def moment(milliseconds: int) -> str:
    """RFC 3339, in UTC."""
    return datetime.fromtimestamp(milliseconds // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def owner(account: Account | None, resource: Resource) -> dict[str, object]:
    name = account.name if account is not None else ""
    return {"id": resource.account_id.hex(), "name": name, "displayName": account.shown_name if account else name}


def text(stored: bytes | None) -> str | None:
    """The text of a stored property."""
    return text_of(read_own(stored)) if stored else None


def update(name: str, body: Mapping[str, Any], member: str) -> Update:
    """A property set to the text of a member of a body, or removed; raises InvalidBody for what no XML can hold."""
    value: str | None = body[member]
    if value is None:
        return Update(name, None)
    element = etree.Element(name)
    try:
        element.text = value
    except ValueError:
        raise InvalidBody(f"/{member}", "has a control character, which no property can hold") from None
    return Update(name, element)


def about_collections(call: ApiCall, found: Sequence[Resource]) -> list[dict[str, Any]]:
    """What is told of every collection, whatever it holds; a few statements for all of them."""
    exchange, house = call.exchange, call.house
    granted = house.privileges(call.identity, found)
    stored, owners = exchange.stored(found), exchange.accounts(resource.account_id for resource in found)
    return [
        {
            "id": resource.id.hex(),
            "name": resource.path[-1],
            "href": resource.href,
            "displayName": text(stored[resource.id].get(dav("displayname"))) or resource.path[-1],
            "owner": owner(account, resource),
            "mine": resource.account_id == call.identity.account.id,
            "default": bool(resource.default),
            "rights": [right for right, privilege in RIGHTS.items() if dav(privilege) in privileges],
            "created": moment(resource.created),
        }
        for resource, privileges, account in zip(found, granted, owners, strict=True)
    ]


def about_member(resource: Resource) -> dict[str, Any]:
    """What is told of an object in a collection without looking into it."""
    return {
        "id": resource.id.hex(),
        "name": resource.path[-1],
        "href": resource.href,
        "collection": resource.parent_id.hex(),
        "etag": f'"{resource.etag}"',
        "size": resource.size,
        "created": moment(resource.created),
        "modified": moment(resource.modified),
    }
