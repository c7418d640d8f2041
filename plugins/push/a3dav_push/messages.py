"""What a push service is asked to pass on: the document, encrypted for the device and signed by the server."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from py_vapid import Vapid02

from a3dav.exchange import Exchange, Request
from a3dav.outgoing import Asked
from a3dav.outgoing.urls import parse
from a3dav.principals import Identity
from a3dav.resources import Resource
from a3dav.xml.names import dav
from a3dav_push.keys import private_key
from a3dav_push.names import PUSH, News
from a3dav_push.properties import topic
from a3dav_push.subscriptions import Subscription

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav_push.settings import PushSettings

SIGNED_SECONDS = 12 * 3600
"""A signature holds for a day at most (RFC 8292 §2)."""
PATIENCE_SECONDS = 15
MOST_OF_AN_ANSWER = 4096
_ROTATION = b"<property-update><D:prop><transports/></D:prop></property-update>"


def message(house: House, entry: Subscription, resource: Resource | None, reader: Identity) -> Asked:
    """The request (RFC 8030 §5) that tells a device what is on its way to it."""
    body = http_ece.encrypt(
        document(house, entry, resource, reader), private_key=ec.generate_private_key(ec.SECP256R1()),
        dh=entry.channel.key, auth_secret=entry.channel.secret, version="aes128gcm",
    )  # fmt: skip
    return Asked(
        url=entry.channel.url, method="POST", headers=_headers(house, entry), body=body, limit=MOST_OF_AN_ANSWER,
        seconds=PATIENCE_SECONDS,
    )  # fmt: skip


def document(house: House, entry: Subscription, resource: Resource | None, reader: Identity) -> bytes:
    if News.ROTATION in entry.sending:
        inner = _ROTATION
    else:
        inner = f"<topic>{topic(house.store, entry.resource_id)}</topic>".encode()
        if entry.sending & (News.CONTENT | News.GONE):
            inner += b"<content-update>" + _sync_token(house, resource, reader) + b"</content-update>"
        if News.PROPERTIES in entry.sending:
            inner += b"<property-update/>"
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<push-message xmlns="{PUSH}" xmlns:D="DAV:">'
    return head.encode() + inner + b"</push-message>"


def _sync_token(house: House, resource: Resource | None, reader: Identity) -> bytes:
    """The token that PROPFIND would show this reader now; nothing of what is gone."""
    found = house.properties.find(dav("sync-token"), resource.kind) if resource is not None else None
    if resource is None or found is None:
        return b""
    (value,) = found.getter(Exchange(house, Request("PROPFIND", b"/"), identity=reader), [resource], None)
    return b"<D:sync-token>" + value + b"</D:sync-token>" if value else b""


def _headers(house: House, entry: Subscription) -> Mapping[str, str]:
    settings: PushSettings = house.section("push")
    left = max(entry.expires // 1000 - int(time.time()), 0)
    about_content = entry.sending & ~News.PROPERTIES
    return {
        "Content-Type": 'application/xml; charset="UTF-8"',
        "Content-Encoding": "aes128gcm",
        "TTL": str(min(settings.kept * 3600, left)),
        "Urgency": settings.urgency if about_content or settings.urgency == "very-low" else "low",
        # A later message takes the place of one that says the same of the same collection (RFC 8030 §5.4).
        "Topic": house.store.mac(f"push-replaces/{entry.id}/{int(entry.sending)}"),
        "Authorization": _signature(house, entry),
    }


def _signature(house: House, entry: Subscription) -> str:
    settings: PushSettings = house.section("push")
    claims = {
        "aud": parse(entry.channel.url).origin,
        "exp": int(time.time()) + SIGNED_SECONDS,
        "sub": settings.contact or house.settings.server.public_url or "mailto:webmaster@localhost",
    }
    signer = Vapid02(private_key(house.store, entry.generation), conf={"no-strict": True})
    header: str = signer.sign(claims)["Authorization"]
    return header
