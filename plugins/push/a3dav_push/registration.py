"""The document `push-register`: strict where a mistake would lose messages, and else as relaxed as the draft asks."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric import ec

from a3dav.identifiers import now_ms
from a3dav.outgoing import Outgoing, OutgoingError
from a3dav.preconditions import http_date
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, child, text_of
from a3dav_push.errors import invalid_subscription, no_supported_trigger
from a3dav_push.names import DEPTHS, Reach, push
from a3dav_push.subscriptions import Channel

LONGEST_ADDRESS = 2048
SECRET_BYTES = 16
DAVX5 = (Reach.MEMBERS, Reach.ITSELF)
"""What a document without a trigger asks for: the draft refuses it, and DAVx5 4.5 sends no other."""
_BASE64URL = re.compile(r"[A-Za-z0-9_-]*={0,2}", re.ASCII)


@dataclass(slots=True, frozen=True)
class Registration:
    """What a client asks for; `expires` is in milliseconds since 1970, 0 where it leaves that to the server."""

    channel: Channel
    content: Reach
    properties: Reach
    expires: int


def registration_of(body: Element, outgoing: Outgoing, farthest: tuple[Reach, Reach]) -> Registration:
    """Raises the precondition of the draft for what cannot be registered; triggers reach no farther than is said."""
    channel = _channel(body, outgoing)
    triggers = [member for member in body if member.tag == push("trigger")]
    wanted = DAVX5 if not triggers else (_reach(triggers, "content-update"), _reach(triggers, "property-update"))
    content, properties = (min(reach, most) for reach, most in zip(wanted, farthest, strict=True))
    if not content and not properties:
        raise no_supported_trigger("name one of the supported-triggers with its depth in the trigger")
    return Registration(channel, content, properties, _expires(body))


def _only(element: Element | None, name: str) -> Element | None:
    """The one member of this name; None where there is none, or more than one."""
    found = [member for member in element if member.tag == push(name)] if element is not None else []
    return found[0] if len(found) == 1 else None


def _channel(body: Element, outgoing: Outgoing) -> Channel:
    subscription = _only(body, "subscription")
    given = _only(subscription, "web-push-subscription")
    if subscription is None or given is None or len(subscription) != 1:
        raise invalid_subscription("a subscription holds one web-push-subscription and nothing else")
    codings = [text_of(member) for member in given if member.tag == push("content-encoding")]
    if codings not in ([], ["aes128gcm"]):  # DAVx5 4.5 names none
        raise invalid_subscription("messages are encrypted as aes128gcm (RFC 8291) and no other content-encoding")
    return Channel(_address(given, outgoing), _key(given), _secret(given))


def _address(given: Element, outgoing: Outgoing) -> str:
    address = text_of(_only(given, "push-resource"))
    try:
        outgoing.refuse(address)
    except OutgoingError as error:
        raise invalid_subscription(f"the push-resource cannot be used: {error}") from error
    if len(address) > LONGEST_ADDRESS:
        raise invalid_subscription(f"a push-resource has {LONGEST_ADDRESS} characters at most")
    return address


def _key(given: Element) -> bytes:
    element = _only(given, "subscription-public-key")
    key = _decoded(element)
    if element is None or element.get("type", "p256dh") != "p256dh":
        raise invalid_subscription("a subscription has one subscription-public-key of the type p256dh")
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), key)
    except ValueError as error:
        raise invalid_subscription("the subscription-public-key is no point of P-256") from error
    if len(key) != 65:
        raise invalid_subscription("the subscription-public-key is given uncompressed")
    return key


def _secret(given: Element) -> bytes:
    secret = _decoded(_only(given, "auth-secret"))
    if len(secret) != SECRET_BYTES:
        raise invalid_subscription(f"an auth-secret is {SECRET_BYTES} bytes in base64url (RFC 8291 §3.2)")
    return secret


def _decoded(element: Element | None) -> bytes:
    text = text_of(element)
    if not _BASE64URL.fullmatch(text):
        return b""
    try:
        return base64.urlsafe_b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4))
    except binascii.Error:
        return b""


def _reach(triggers: list[Element], name: str) -> Reach:
    """What is missing or not understood asks for nothing; a depth that is not understood, for the least."""
    wanted = child(triggers[0], push(name)) if len(triggers) == 1 else None
    if wanted is None:
        return Reach.NOTHING
    return DEPTHS.get(text_of(child(wanted, dav("depth"))), Reach.ITSELF)


def _expires(body: Element) -> int:
    """0 for what is no date, or is past."""
    seconds = http_date(text_of(_only(body, "expires")))
    return seconds * 1000 if seconds is not None and seconds * 1000 > now_ms() else 0
