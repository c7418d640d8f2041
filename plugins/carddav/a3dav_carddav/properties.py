"""The properties of RFC 6352 §6.2, §7.1 and §8.3.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.errors import Conflict
from a3dav.live_properties import each, once, store_element, stored_element
from a3dav.provisioning import HOME_OWNERS
from a3dav.registries import Property
from a3dav.resources import Resource, path_href
from a3dav.xml.reading import Element
from a3dav.xml.writing import href
from a3dav_carddav.address_data import address_data, address_data_cost
from a3dav_carddav.directory import DIRECTORY_PROPERTIES
from a3dav_carddav.names import ADDRESS_BOOK, ADDRESS_BOOKS, CARD, DIRECTORY, DIRECTORY_CARD, carddav
from a3dav_carddav.principal_address import PRINCIPAL_ADDRESS
from a3dav_content.card_forms import FORMS
from a3dav_content.collation import SUPPORTED as COLLATIONS

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.writing import WriteContext

BOOKS = frozenset({ADDRESS_BOOK})
ALL_BOOKS = frozenset({ADDRESS_BOOK, DIRECTORY})
DESCRIPTION = carddav("addressbook-description")
MAX_DESCRIPTION = 10_000

_keep_description = store_element(DESCRIPTION)


def _set_description(write: WriteContext, element: Element | None) -> None:
    if element is not None and (len(element) or len(element.text or "") > MAX_DESCRIPTION):
        raise Conflict(f"a description is text of {MAX_DESCRIPTION} characters at most")
    _keep_description(write, element)


def _supported_address_data(_: Exchange) -> bytes:
    return b"".join(
        f'<CR:address-data-type content-type="{form.media_type}" version="{form.version}"/>'.encode() for form in FORMS
    )


def _supported_collations(exchange: Exchange) -> bytes:
    element, name = exchange.house.prefixes.element, carddav("supported-collation")
    return b"".join(element(name, collation.encode()) for collation in sorted(COLLATIONS))


def _max_resource_size(exchange: Exchange) -> bytes:
    return str(exchange.house.settings.limits.max_resource_size).encode()


def _home_set(_: Exchange, principal: Resource) -> bytes:
    return href(path_href((ADDRESS_BOOKS, principal.name), collection=True))


PROPERTIES = (
    Property(DESCRIPTION, stored_element(DESCRIPTION), _set_description, BOOKS, steady=True),
    Property(carddav("supported-address-data"), once(_supported_address_data), kinds=ALL_BOOKS, steady=True),
    Property(carddav("supported-collation-set"), once(_supported_collations), kinds=ALL_BOOKS, steady=True),
    Property(carddav("max-resource-size"), once(_max_resource_size), kinds=ALL_BOOKS, steady=True),
    Property(carddav("addressbook-home-set"), each(_home_set), kinds=frozenset(HOME_OWNERS), steady=True),
    Property(
        carddav("address-data"),
        address_data,
        kinds=frozenset({CARD, DIRECTORY_CARD}),
        cost=address_data_cost,
        steady=True,
    ),
    *DIRECTORY_PROPERTIES,
    PRINCIPAL_ADDRESS,
)
