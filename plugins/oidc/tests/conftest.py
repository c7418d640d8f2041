"""A provider on this machine, with keys of its own, and houses that trust it."""

import base64
import contextlib
import http.server
import json
import threading
import time
import urllib.parse

import pytest
from joserfc import jws
from joserfc.jwk import ECKey, RSAKey

from a3dav.testing.client import Client

AUDIENCE = "https://dav.example.org"
CLIENT, SECRET = "a3dav", "a secret: of 'both'"


def segment(value):
    text = value if isinstance(value, (bytes, str)) else json.dumps(value)
    text = text.encode() if isinstance(text, str) else text
    return base64.urlsafe_b64encode(text).rstrip(b"=").decode()


class Provider(http.server.ThreadingHTTPServer):
    """`asked` is every path that was asked for; `answers` maps a path to what stands in for the true answer."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, port=0):
        super().__init__(("127.0.0.1", port), Handler)
        self.issuer = f"http://127.0.0.1:{self.server_address[1]}"
        self.keys, self.number = [], 0
        self.asked, self.answers, self.forms = [], {}, []
        self.opaque, self.devices = {}, {}
        self.more, self.delay = {}, 0
        self.rotate()
        self.thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self.thread.start()

    def rotate(self, kind="EC", keep=False):
        """A new key, which signs from now on; the old ones are told no more."""
        self.number += 1
        facts = {"kid": f"key-{self.number}", "use": "sig"}
        made = ECKey.generate_key("P-256", facts) if kind == "EC" else RSAKey.generate_key(2048, facts)
        self.keys = [made, *(self.keys if keep else ())]
        return made

    def claims(self, **other):
        now = int(time.time())
        said = {
            "iss": self.issuer, "aud": AUDIENCE, "sub": "subject-of-alice", "iat": now, "exp": now + 300, "jti": "1",
            "client_id": "phone", "scope": "dav profile calendars:read", "preferred_username": "alice",
        }  # fmt: skip
        return {name: value for name, value in (said | other).items() if value is not ...}

    def token(self, head=None, key=None, claims=None, **other):
        """A signed token; a claim of `...` is left out."""
        key = key or self.keys[0]
        algorithm = "ES256" if key.key_type == "EC" else "RS256"
        head = {"typ": "at+jwt", "alg": algorithm, "kid": key.kid} | (head or {})
        payload = self.claims(**other) if claims is None else claims
        unsigned = f"{segment({k: v for k, v in head.items() if v is not ...})}.{segment(payload)}"
        signature = jws.JWSRegistry.algorithms[head["alg"]].sign(unsigned.encode(), key)
        return f"{unsigned}.{segment(signature)}"

    def metadata(self):
        return {
            "issuer": self.issuer, "jwks_uri": f"{self.issuer}/keys", "token_endpoint": f"{self.issuer}/token",
            "introspection_endpoint": f"{self.issuer}/introspect",
            "device_authorization_endpoint": f"{self.issuer}/device", **self.more,
        }  # fmt: skip

    def count(self, path):
        return self.asked.count(path)

    def handle_error(self, request, address):
        """Those who ask give up where the provider is slow."""

    def away(self):
        """Nobody answers at this address any more."""
        self.shutdown()
        self.server_close()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer(b"")

    def do_POST(self):
        self.answer(self.rfile.read(int(self.headers["content-length"])))

    def answer(self, body):
        provider = self.server
        provider.asked.append(self.path)
        form = dict(urllib.parse.parse_qsl(body.decode()))
        time.sleep(provider.delay)
        told = provider.answers.get(self.path) or getattr(
            self, f"tell_{self.path.rpartition('/')[2].replace('-', '_')}"
        )
        status, headers, content = told(form) if callable(told) else told
        content = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.send_response(status)
        for name, value in {"content-length": str(len(content)), "content-type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def tell_openid_configuration(self, _):
        return 200, {}, self.server.metadata()

    def tell_keys(self, _):
        return 200, {}, {"keys": [key.as_dict(private=False) for key in self.server.keys]}

    def tell_introspect(self, form):
        """RFC 7662 §2.1: whoever asks signs in."""
        pair = f"{urllib.parse.quote_plus(CLIENT)}:{urllib.parse.quote_plus(SECRET)}".encode()
        basic = self.headers["authorization"] == f"Basic {base64.b64encode(pair).decode()}"
        if not basic and (form.get("client_id"), form.get("client_secret")) != (CLIENT, SECRET):
            return 401, {}, {"error": "invalid_client"}
        return 200, {}, self.server.opaque.get(form["token"], {"active": False})

    def tell_device(self, form):
        """RFC 8628 §3.2."""
        code = f"device-{len(self.server.devices)}"
        self.server.devices[code] = [form["scope"], "pending"]
        where = f"{self.server.issuer}/sign-on"
        told = {"device_code": code, "user_code": "WDJB-MJHT", "verification_uri": where, "expires_in": 60}
        return 200, {}, told | {"interval": 0.05}

    def tell_token(self, form):
        """RFC 8628 §3.4: nothing is given before the person has said yes."""
        scope, state = self.server.devices[form["device_code"]]
        if state != "approved":
            self.server.devices[form["device_code"]][1] = "approved"  # they say yes behind the first question
            return 400, {}, {"error": "authorization_pending"}
        told = {"access_token": self.server.token(scope=scope), "token_type": "Bearer", "expires_in": 300}
        return 200, {}, told

    def tell_oauth_authorization_server(self, _):
        return 404, {}, {}

    def log_message(self, *arguments):
        pass


@pytest.fixture
def provider():
    made = Provider()
    yield made
    with contextlib.suppress(OSError):
        made.away()
    made.thread.join()


@pytest.fixture
def signing_on(make_house, provider):
    """A house that trusts the provider, and gives an account to everybody whom it does not know.

    Where a test does not say otherwise, it has patience, as the machine may be busy.
    """

    def make(more=None, **settings):
        own = {"issuer": provider.issuer, "audience": AUDIENCE, "provision": True, "seconds": 60} | settings
        return make_house(**{f"plugins__oidc__{name}": value for name, value in own.items()}, **more or {})

    return make


@pytest.fixture
def house(signing_on):
    return signing_on()


@pytest.fixture
def bearer():
    """A client that brings a token."""

    def make(house, token):
        client = Client(house, "", "")
        client.authorization = f"Bearer {token}"
        return client

    return make


@pytest.fixture
def status(bearer):
    """What a request with a token is answered."""
    return lambda house, token: bearer(house, token).request("GET", "/api/v1/session").status


@pytest.fixture
def remembered():
    """What a house remembers of credentials that it verified."""
    return lambda house: list(house.services["authentication"]._verified.values())


@pytest.fixture
def reasons(caplog):
    """Why logins failed, as the log for security has it."""
    caplog.set_level("INFO", "a3dav.security")
    return lambda: [entry.fields["event.reason"] for entry in caplog.records if entry.message == "failed login"]


@pytest.fixture
def forged():
    """A token as whoever has no key can make one."""
    return lambda head, claims, signature=b"": f"{segment(head)}.{segment(claims)}.{segment(signature)}"


@pytest.fixture
def later(monkeypatch):
    """Moves the clock by which the provider of a house is asked again."""

    def move(house, seconds):
        desk = house.services["oidc"]
        before = desk.provider._clock
        monkeypatch.setattr(desk.provider, "_clock", lambda: before() + seconds)

    return move
