"""The live properties of WebDAV itself (RFC 4918 §15, 3253, 4331, 5397, 5995, 6578), as batch getters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from a3dav.errors import Conflict
from a3dav.mounted_views import Seen, written
from a3dav.preconditions import date_header
from a3dav.principals import Account, Role
from a3dav.query import Whole
from a3dav.registries import COLLECTIONS, OBJECTS, Property, Values
from a3dav.resources import Resource, path_href
from a3dav.sync_tokens import mounted_in, sync_token, views_of
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, text_of
from a3dav.xml.writing import escape, href, serialise

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.writing import WriteContext

CALENDARSERVER = "http://calendarserver.org/ns/"
DISPLAYNAME = dav("displayname")

Resources = Sequence[Resource]


def each(render: Callable[[Exchange, Resource], bytes | None]) -> Callable[..., Values]:
    """A batch getter from what renders one resource without reading the store."""

    def getter(exchange: Exchange, resources: Resources, requested: Element | None) -> Values:  # noqa: ARG001
        return [render(exchange, resource) for resource in resources]

    return getter


def once(render: Callable[[Exchange], bytes]) -> Callable[..., Values]:
    """A batch getter of a value that is the same for every resource of a request."""

    def getter(exchange: Exchange, resources: Resources, requested: Element | None) -> Values:  # noqa: ARG001
        return [render(exchange)] * len(resources)

    return getter


def stored_element(name: str) -> Callable[..., Values]:
    """A batch getter of the element that a client stored under this name."""

    def getter(exchange: Exchange, resources: Resources, requested: Element | None) -> Values:  # noqa: ARG001
        stored = exchange.stored(resources)
        found = [stored[resource.id].get(name) for resource in resources]
        return [None if value is None else Whole(value) for value in found]

    return getter


def store_element(name: str) -> Callable[[WriteContext, Element | None], None]:
    """A setter that keeps the element as it came."""

    def setter(write: WriteContext, element: Element | None) -> None:
        write.set_property(name, None if element is None else serialise(element))

    return setter


def _resourcetype(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    # Every resource of a page is of one kind.
    element = exchange.house.prefixes.element
    rendered = b"".join(element(name) for name in exchange.house.types[resources[0].kind].elements)
    marks = [mark(exchange, resources) for mark in exchange.house.types.marks_of(resources[0].kind)]
    further = (b"".join(filter(None, beside)) for beside in zip(*marks, strict=True)) if marks else ()
    return [rendered + more for more in further] if marks else [rendered] * len(resources)


def _creationdate(_: Exchange, resource: Resource) -> bytes | None:
    if not resource.created:
        return None
    return datetime.fromtimestamp(resource.created // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()


def _getlastmodified(_: Exchange, resource: Resource) -> bytes | None:
    return date_header(resource.modified).encode() if resource.modified else None


def _displayname(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    stored = exchange.stored(resources)
    return [
        Whole(value)
        if (value := stored[resource.id].get(DISPLAYNAME))
        else escape(resource.path[-1] if resource.path else "/")
        for resource in resources
    ]


def display_name_of(element: Element | None) -> str:
    """The text of a new display name, empty where it is taken away."""
    if element is not None and len(element):
        raise Conflict("a display name is text")
    text = text_of(element)
    if len(text) > 1000:
        raise Conflict("a display name has 1,000 characters at most")
    return text


def _set_displayname(write: WriteContext, element: Element | None) -> None:
    display_name_of(element)
    write.set_property(DISPLAYNAME, None if element is None else serialise(element))


def _getctag(exchange: Exchange, resource: Resource) -> bytes:
    # An epoch begins with its time and ends in random digits: two that are made in one minute differ there alone.
    tag, beside = f"{exchange.store.epoch[-8:]}-{resource.content_counter}", _mounted(exchange, resource)
    return f"{tag}-{exchange.store.mac(written(beside))}".encode() if beside else tag.encode()


def _supported_reports(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    # Of one kind either all are stored, or none is.
    element = exchange.house.prefixes.element
    rendered = b"".join(
        b"<D:supported-report><D:report>" + element(name) + b"</D:report></D:supported-report>"
        for name in exchange.house.reports.of_kind(resources[0].kind)
    )
    return [rendered] * len(resources)


def _supported_methods(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    rendered = b"".join(
        f'<D:supported-method name="{name}"/>'.encode() for name in exchange.house.methods.allowed(resources[0].kind)
    )
    return [rendered] * len(resources)


def _supported_properties(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    element = exchange.house.prefixes.element
    rendered = b"".join(
        b"<D:supported-live-property><D:prop>" + element(name) + b"</D:prop></D:supported-live-property>"
        for name in sorted(exchange.house.properties.of_kind(resources[0].kind))
    )
    return [rendered] * len(resources)


def _current_user_principal(exchange: Exchange) -> bytes:
    if exchange.actor.anonymous:
        return b"<D:unauthenticated/>"
    return href(path_href(exchange.actor.account.path, True))


def _owner(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    owners = exchange.accounts(resource.account_id for resource in resources)
    return [href(path_href(owner.path, True)) if owner else b"" for owner in owners]


def _quota(exchange: Exchange, resources: Resources, *, available: bool) -> Values:
    """What others use of their room is nobody's business, though their principal may be seen."""
    owners = exchange.accounts(resource.account_id for resource in resources)
    return [
        _quota_of(exchange, owner, available=available) if owner and _may_know_room(exchange, resource) else None
        for resource, owner in zip(resources, owners, strict=True)
    ]


def _may_know_room(exchange: Exchange, resource: Resource) -> bool:
    """Who is shown less than is stored would learn the size of the rest."""
    mine = exchange.actor.account
    if resource.account_id == mine.id or mine.role is Role.ADMIN:
        return True
    return resource.stored and not any(
        lens.withholds for lens in exchange.house.lenses.before(exchange.actor, resource)
    )


def _quota_of(exchange: Exchange, account: Account, *, available: bool) -> bytes | None:
    if not available:
        return str(account.used).encode()
    quota = account.quota or exchange.house.settings.limits.default_quota
    return str(max(0, quota - account.used)).encode() if quota else None


def _quota_available(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    return _quota(exchange, resources, available=True)


def _quota_used(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    return _quota(exchange, resources, available=False)


def _add_member(exchange: Exchange, resource: Resource) -> bytes | None:
    if not exchange.house.types[resource.kind].member:
        return None
    return href(resource.href + "?add-member")


def _sync_tokens(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    house, stored = exchange.house, [resource for resource in resources if resource.stored]
    views = views_of(house, exchange.actor, stored)
    tokens = {
        resource.id: escape(sync_token(house, resource, view, resource.content_counter, _mounted(exchange, resource)))
        for resource, view in zip(stored, views, strict=True)
    }
    return [tokens.get(resource.id) if resource.stored else None for resource in resources]


def _mounted(exchange: Exchange, resource: Resource) -> list[Seen]:
    return [now for _, now in mounted_in(exchange.house, exchange.actor, resource)]


def protected(
    name: str, getter: Callable[..., Values], kinds: frozenset[str] | None = None, *, steady: bool = False
) -> Property:
    return Property(dav(name), getter, kinds=kinds, steady=steady)


def shown(
    name: str, getter: Callable[..., Values], kinds: frozenset[str] | None = None, *, steady: bool = False
) -> Property:
    """A protected property that allprop includes (RFC 4918 §9.1)."""
    return Property(dav(name), getter, kinds=kinds, allprop=True, steady=steady)


PROPERTIES = (
    shown("resourcetype", _resourcetype, steady=True),
    shown("creationdate", each(_creationdate), steady=True),
    shown("getlastmodified", each(_getlastmodified), steady=True),
    Property(DISPLAYNAME, _displayname, _set_displayname, allprop=True, steady=True),
    shown("getetag", each(lambda _, resource: f'"{resource.etag}"'.encode()), OBJECTS, steady=True),
    shown("getcontentlength", each(lambda _, resource: str(resource.size).encode()), OBJECTS, steady=True),
    shown("getcontenttype", each(lambda _, resource: escape(resource.content_type)), OBJECTS, steady=True),
    protected("supported-report-set", _supported_reports, steady=True),
    protected("supported-method-set", _supported_methods, steady=True),
    protected("supported-live-property-set", _supported_properties, steady=True),
    protected("current-user-principal", once(_current_user_principal), steady=True),
    protected("owner", _owner, steady=True),
    protected("quota-available-bytes", _quota_available),
    protected("quota-used-bytes", _quota_used),
    protected("add-member", each(_add_member), COLLECTIONS, steady=True),
    protected("sync-token", _sync_tokens, COLLECTIONS, steady=True),
    Property(f"{{{CALENDARSERVER}}}getctag", each(_getctag), kinds=COLLECTIONS, steady=True),
)
