"""A device that subscribes, and the house it subscribes at."""

import base64
import os

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from a3dav import identifiers

P = "{https://bitfire.at/webdav-push}"
CALENDAR = "/calendars/alice/calendar/"


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Device:
    """What a phone makes for itself before it registers (RFC 8291 §2)."""

    def __init__(self, address="https://up.example.net/yohd4yai5Phiz1wi"):
        self.address = address
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.secret = os.urandom(16)
        self.facts = {
            "address": address,
            "coding": "aes128gcm",
            "type": "p256dh",
            "key": base64url(self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)),
            "secret": base64url(self.secret),
        }

    def decrypt(self, body):
        return http_ece.decrypt(body, private_key=self.private, auth_secret=self.secret)

    def document(self, content="1", properties=None, expires="", **facts):
        facts = self.facts | facts
        triggers = "".join(
            f"<{name}><D:depth>{depth}</D:depth></{name}>"
            for name, depth in (("content-update", content), ("property-update", properties))
            if depth is not None
        )
        return (
            '<?xml version="1.0" encoding="utf-8"?><push-register xmlns="https://bitfire.at/webdav-push" xmlns:D="DAV:">'
            f"<subscription><web-push-subscription><push-resource>{facts['address']}</push-resource>"
            f"<content-encoding>{facts['coding']}</content-encoding>"
            f'<subscription-public-key type="{facts["type"]}">{facts["key"]}</subscription-public-key>'
            f"<auth-secret>{facts['secret']}</auth-secret></web-push-subscription></subscription>"
            f"<trigger>{triggers}</trigger>{f'<expires>{expires}</expires>' if expires else ''}</push-register>"
        )

    def register(self, client, path=CALENDAR, content="1", **wanted):
        return post(client, path, self.document(content, **wanted))


def post(client, path, document):
    return client.request("POST", path, document, content_type='application/xml; charset="utf-8"')


@pytest.fixture
def device():
    return Device()


@pytest.fixture
def make_device():
    return Device


@pytest.fixture
def rows():
    sql = "SELECT content, properties, expires, generation, pending, sending FROM push_subscriptions ORDER BY id"
    return lambda house: house.store.engine.rows(sql)


@pytest.fixture
def clock(monkeypatch):
    """Moves the time of the house: of the outbox, and of what expires."""
    from a3dav import outbox
    from a3dav_push import registration, subscribing

    class Clock:
        shift = 0

        def now(self):
            return identifiers.now_ms() + self.shift

        def forward(self, **spans):
            units = {"days": 86_400_000, "hours": 3_600_000, "minutes": 60_000, "seconds": 1000}
            self.shift += sum(units[unit] * number for unit, number in spans.items())

    moved = Clock()
    for module in (outbox, registration, subscribing):
        monkeypatch.setattr(module, "now_ms", moved.now)
    return moved
