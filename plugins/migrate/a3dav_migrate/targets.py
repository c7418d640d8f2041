"""Collections here: which one a remote collection is copied into, made with its properties where it is missing."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from a3dav.errors import A3davError, DavError
from a3dav.identifiers import new_id
from a3dav.lanes import run_here
from a3dav.live_properties import DISPLAYNAME
from a3dav.methods.mkcol import make_collection
from a3dav.methods.proppatch import Update, store_properties, try_updates
from a3dav.principals import Identity
from a3dav.registries import ContentType
from a3dav.resources import Resource
from a3dav.writing import WriteContext, perform
from a3dav.xml.names import split_clark
from a3dav.xml.reading import Element, read_xml
from a3dav_migrate.addresses import local_name
from a3dav_migrate.discovery import SERVICES, Source, component_names
from a3dav_migrate.names import COMPONENT_SET, TEXTS, TRANSPARENCY

if TYPE_CHECKING:
    from a3dav.house import House

METHOD = "migrate"
MAX_NAMES = 1000


@dataclass(slots=True, frozen=True)
class Target:
    """A local collection; `resource` is None in a dry run where it would be made."""

    home: Resource
    name: str
    resource: Resource | None
    content: ContentType

    @property
    def href(self) -> str:
        return f"{self.content.root}/{self.name}"


class Targets:
    """Finds and makes the collections of one account; none of them is given to two remote ones."""

    def __init__(self, house: House, identity: Identity) -> None:
        self._house = house
        self._identity = identity
        self._taken: set[tuple[str, str]] = set()

    def reserve(self, hrefs: list[str]) -> None:
        """Keeps what earlier runs gave to a remote collection for it alone."""
        self._taken |= {(root, name) for root, _, name in (href.partition("/") for href in hrefs)}

    def find(self, source: Source, known: str = "") -> Target:
        """The one of an earlier run; else one of the same name that holds the same; else a new one."""
        content = _content(self._house, source.service)
        home = _home(self._house, self._identity, content.root)
        if known.startswith(f"{content.root}/"):
            name = known.partition("/")[2]
            found = self._house.store.child(home, name)
            return Target(home, name, found if found and found.kind == content.kind else None, content)
        for name in _names(local_name(source.name)):
            if (content.root, name) in self._taken:
                continue
            found = self._house.store.child(home, name)
            if found is None or (found.kind == content.kind and self._suits(found, source)):
                self._taken.add((content.root, name))
                return Target(home, name, found, content)
        raise A3davError(f"there is no free name like {source.name!r} for {source.found.url}")

    def _suits(self, existing: Resource, source: Source) -> bool:
        """One that takes the same components, or that is empty and will."""
        return _holds(self._house, existing, source) or not self._house.store.members(existing, limit=1)

    def make(self, source: Source, target: Target) -> tuple[Resource, list[str]]:
        """The collection with the properties of the remote one, and what was left out of them."""
        write = self._write("mkcol", target.home, target.name, target.content.kind)
        outcome = try_updates(write, _updates(source))
        run_here(self._house, perform(write, make_collection))
        made = self._house.store.child(target.home, target.name)
        if made is None:
            raise A3davError(f"{target.href} vanished while it was made")
        return made, _left_out(outcome)

    def describe(self, source: Source, target: Target, existing: Resource) -> list[str]:
        """Gives an existing collection the properties of the remote one; an empty one may hold the same, too."""
        write = self._write("proppatch", target.home, target.name, existing.kind)
        write.before = existing
        outcome = try_updates(write, [update for update in _updates(source) if update.name != COMPONENT_SET])
        if not (_holds(self._house, existing, source) or self._house.store.members(existing, limit=1)):
            write.properties[COMPONENT_SET] = self._component_set(source, target)
        stored = self._house.store.properties([existing]).get(existing.id, {})
        write.properties = {name: value for name, value in write.properties.items() if stored.get(name) != value}
        if write.properties:
            run_here(self._house, perform(write, store_properties))
        return _left_out(outcome)

    def _component_set(self, source: Source, target: Target) -> bytes | None:
        """What MKCALENDAR would store; none holds everything."""
        write = self._write("mkcol", target.home, target.name, target.content.kind)
        try_updates(write, [update for update in _updates(source) if update.name == COMPONENT_SET])
        return write.properties.get(COMPONENT_SET)

    def _write(self, operation: str, parent: Resource, name: str, kind: str) -> WriteContext:
        return WriteContext(self._house, self._identity, new_id().hex(), operation, parent, name, kind=kind)


def digest_of(source: Source) -> str:
    """Changes when a property that is carried over does."""
    digest = hashlib.blake2b(digest_size=12)
    for update in _updates(source):
        digest.update(b"\0" if update.element is None else etree.tostring(update.element, method="c14n"))
    return digest.hexdigest()


def _content(house: House, service: str) -> ContentType:
    element = SERVICES[service][0]
    for entry in house.content_types.entries:
        if element in house.types[entry.kind].elements:
            return entry
    plugin = SERVICES[service][2]
    raise A3davError(f"there is no place for {service} here; enable the plugin {plugin}, or leave them out with --only")


def _home(house: House, identity: Identity, root: str) -> Resource:
    account = identity.account
    home = house.store.home(root, account.id, account.name)
    if home is None:
        raise A3davError(f"{account.name} has no home below /{root}/")
    return home


def _names(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name[:200]}-{number}" for number in itertools.islice(itertools.count(2), MAX_NAMES))


def _holds(house: House, existing: Resource, source: Source) -> bool:
    """Whether an existing collection takes every kind of component that the remote one does."""
    stored = house.store.properties([existing]).get(existing.id, {}).get(COMPONENT_SET)
    if stored is None:
        return True
    wanted = component_names(source.found.properties.get(COMPONENT_SET))
    return bool(wanted) and wanted <= component_names(read_xml(stored))


def _updates(source: Source) -> list[Update]:
    """The properties to carry over, made anew, so that they hold what they should and nothing else."""
    properties = source.found.properties
    texts = [name for name in TEXTS if source.found.text(name) and (name != DISPLAYNAME or source.display_name)]
    updates = [Update(name, _text(name, properties[name])) for name in texts]
    listed = [name for name in (COMPONENT_SET, TRANSPARENCY) if name in properties and len(properties[name])]
    return updates + [Update(name, _flat(name, properties[name])) for name in listed]


def _text(name: str, element: Element) -> Element:
    made = _empty(name)
    made.text = "".join(map(str, element.itertext()))
    return made


def _flat(name: str, element: Element) -> Element:
    made = _empty(name)
    for entry in element:
        attributes = {"name": value} if (value := entry.get("name")) else {}
        etree.SubElement(made, entry.tag, attributes)
    return made


def _empty(name: str) -> Element:
    namespace, _ = split_clark(name)
    return etree.Element(name, nsmap={None: namespace})  # type: ignore[dict-item]  # the stubs know no default one


def _left_out(outcome: dict[str, DavError | None]) -> list[str]:
    return [f"{split_clark(name)[1]} was left out: {error}" for name, error in outcome.items() if error is not None]
