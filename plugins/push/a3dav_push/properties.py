"""The properties by which clients find out about push."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from a3dav.live_properties import each
from a3dav.registries import STORED_COLLECTIONS, Property, Values
from a3dav.resources import Resource
from a3dav_push.keys import generation, public_key
from a3dav_push.names import push
from a3dav_push.places import PRINCIPALS

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.storage.store import Store
    from a3dav.xml.reading import Element

_CONTENT = b"<P:content-update><D:depth>infinity</D:depth></P:content-update>"
_PROPERTIES = b"<P:property-update><D:depth>infinity</D:depth></P:property-update>"
_ITS_OWN = b"<P:property-update><D:depth>0</D:depth></P:property-update>"


def topic(store: Store, resource_id: bytes) -> str:
    """The same for a collection under all its addresses, wherever it moves, and after a restore."""
    return store.mac(f"push-topic/{resource_id.hex()}")


def _transports(exchange: Exchange, resources: Sequence[Resource], _: Element | None) -> Values:
    key = public_key(exchange.store, generation(exchange.store))
    rendered = f'<P:web-push><P:vapid-public-key type="p256ecdsa">{key}</P:vapid-public-key></P:web-push>'.encode()
    return [rendered] * len(resources)


_topic = each(lambda exchange, resource: topic(exchange.store, resource.id).encode())
PROPERTIES = (
    *(
        entry
        for kinds in (STORED_COLLECTIONS, PRINCIPALS)
        for entry in (
            Property(push("transports"), _transports, kinds=kinds),
            Property(push("topic"), _topic, kinds=kinds),
        )
    ),
    Property(
        push("supported-triggers"), each(lambda *_: _CONTENT + _PROPERTIES), kinds=STORED_COLLECTIONS, steady=True
    ),
    Property(push("supported-triggers"), each(lambda *_: _ITS_OWN), kinds=PRINCIPALS, steady=True),
)
