"""A device that subscribes, and the house it subscribes at."""

import base64
import http.server
import json
import os
import ssl
import threading
import time

import pytest
import trustme
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from a3dav import identifiers

P = "{https://bitfire.at/webdav-push}"
CALENDAR = "/calendars/alice/calendar/"


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unbase64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _point(key):
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _derive(secret, salt, info, length):
    return HKDF(SHA256(), length, salt, info).derive(secret)


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
            "key": base64url(_point(self.private.public_key())),
            "secret": base64url(self.secret),
        }

    def decrypt(self, body):
        """RFC 8291 §3.4 and RFC 8188 §2, of one record."""
        salt, size, length = body[:16], int.from_bytes(body[16:20]), body[20]
        sender, record = body[21 : 21 + length], body[21 + length :]
        assert len(record) <= size
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender)
        info = b"WebPush: info\x00" + _point(self.private.public_key()) + sender
        secret = _derive(self.private.exchange(ec.ECDH(), theirs), self.secret, info, 32)
        key = _derive(secret, salt, b"Content-Encoding: aes128gcm\x00", 16)
        nonce = _derive(secret, salt, b"Content-Encoding: nonce\x00", 12)
        padded = AESGCM(key).decrypt(nonce, record, None).rstrip(b"\x00")
        assert padded.endswith(b"\x02")
        return padded[:-1]

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


class Service(http.server.ThreadingHTTPServer):
    """A push service (RFC 8030): takes messages signed by whom a subscription is restricted to (RFC 8292 §4)."""

    daemon_threads = True

    def __init__(self, authority):
        super().__init__(("127.0.0.1", 0), PushResource)
        self.messages, self.answers = [], {}
        self.devices = {}
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(context)
        self.socket = context.wrap_socket(self.socket, server_side=True)
        self.origin = f"https://127.0.0.1:{self.server_address[1]}"

    def device(self, key, name="one"):
        """A device with a subscription that is restricted to a server's key."""
        made = Device(f"{self.origin}/{name}")
        self.devices[f"/{name}"] = (made, key)
        return made

    def told(self, device=None):
        """The documents that came for a device, or for all, in their order."""
        return [
            text
            for path, text, _ in self.messages
            if isinstance(text, str) and (device is None or device.address == self.origin + path)
        ]

    def signed(self, authorization, key):
        scheme, _, parameters = authorization.partition(" ")
        values = dict(part.strip().split("=", 1) for part in parameters.split(","))
        if scheme != "vapid" or values["k"] != key:
            return False
        head, claims, signature = values["t"].split(".")
        raw = unbase64url(signature)
        verifier = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), unbase64url(key))
        pair = encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:]))
        verifier.verify(pair, f"{head}.{claims}".encode(), ec.ECDSA(SHA256()))
        said = json.loads(unbase64url(claims))
        self.said = said
        return said["aud"] == self.origin and time.time() < said["exp"] <= time.time() + 86_400

    def handle_error(self, request, address):
        """Clients may go away."""


class PushResource(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        device, key = self.server.devices[self.path]
        status, headers = self.server.answers.get(self.path, (201, {"Location": f"{self.server.origin}/message"}))
        if not self.server.signed(self.headers["Authorization"], key):
            status, headers = 403, {}
        if status == 201:
            self.server.messages.append((self.path, device.decrypt(body).decode(), dict(self.headers.items())))
        else:
            self.server.messages.append((self.path, status, {}))
        self.send_response(status)
        for name, value in {"Content-Length": "0", **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session")
def authority(tmp_path_factory):
    made = trustme.CA()
    made.file = tmp_path_factory.mktemp("authority") / "ca.pem"
    made.cert_pem.write_to_path(made.file)
    return made


@pytest.fixture
def service(authority):
    server = Service(authority)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def pushing(make_house, authority):
    """A house that reaches the service; changes are gathered for no time, unless settings say so."""

    def make(**settings):
        reach = {"outgoing__allowed": "127.0.0.1", "outgoing__ca_file": str(authority.file)}
        return make_house(**{**reach, "plugins__push__pause": 0, **settings})

    return make


@pytest.fixture
def house(pushing):
    return pushing()


@pytest.fixture
def phone(house, service, alice):
    """A device of alice at the service, not registered yet."""
    found = alice.propfind(CALENDAR, f"{P}transports").multistatus[CALENDAR].found[f"{P}transports"]
    return service.device(found.findtext(f"{P}web-push/{P}vapid-public-key"))


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
    from a3dav import credentials, outbox
    from a3dav_push import delivery, notes, registration, subscribing, upkeep

    class Clock:
        shift = 0

        def now(self):
            return identifiers.now_ms() + self.shift

        def forward(self, **spans):
            units = {"days": 86_400_000, "hours": 3_600_000, "minutes": 60_000, "seconds": 1000}
            self.shift += sum(units[unit] * number for unit, number in spans.items())

    moved = Clock()
    for module in (credentials, outbox, delivery, notes, registration, subscribing, upkeep):
        monkeypatch.setattr(module, "now_ms", moved.now)
    return moved
