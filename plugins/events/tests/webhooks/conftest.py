"""A receiver of webhooks, and a house whose time can be moved forward."""

import http.server
import json
import threading

import pytest

from a3dav import credentials, outbox
from a3dav.identifiers import now_ms
from a3dav.storage.audit import Trail, Wanted
from a3dav.testing.api import ApiClient
from a3dav.testing.people import add_person
from a3dav_events.webhooks import deliveries, delivering, upkeep


class Receiver:
    """A server on this machine that keeps what it gets, and answers what it is told to."""

    def __init__(self):
        self.got, self.answers, self.headers = [], [], {}
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                receiver.got.append((self.path, {k.lower(): v for k, v in self.headers.items()}, body))
                self.send_response(receiver.answers.pop(0) if receiver.answers else 204)
                for name, value in receiver.headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", "0")
                self.end_headers()

            def do_GET(self):
                receiver.got.append((self.path, {}, b""))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_): ...

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/hook"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def messages(self):
        return [json.loads(body) for _, _, body in self.got]

    @property
    def types(self):
        return [message["type"] for message in self.messages]


@pytest.fixture
def receiver():
    made = Receiver()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def clock(monkeypatch):
    """Moves the time of the house forward."""

    class Clock:
        shift = 0

        def now(self):
            return now_ms() + self.shift

        def forward(self, milliseconds):
            self.shift += milliseconds

    clock = Clock()
    for module in (outbox, credentials, deliveries, delivering, upkeep):
        monkeypatch.setattr(module, "now_ms", clock.now)
    return clock


@pytest.fixture
def home(make_house):
    return make_house(
        outgoing__clear_text="true", outgoing__allowed="127.0.0.0/8", plugins__sharing__auto_accept="true"
    )


@pytest.fixture
def alice(home):
    return add_person(home, "alice")


@pytest.fixture
def api(alice):
    return ApiClient(alice)


@pytest.fixture
def hook(api, receiver):
    """A webhook of alice's with its secret."""
    made = api("POST", "/webhooks", {"url": receiver.url})
    assert made.status == 201
    return made.json


@pytest.fixture
def deliver(home, clock, monkeypatch):
    """Does what the tasks process does, in an hour; on a busy machine no receiver is slow for it."""
    monkeypatch.setattr(delivering, "QUICK_SECONDS", 60)

    def run(forward=0):
        clock.forward(forward)
        outbox.deliver_due(home)
        clock.forward(1000)
        outbox.deliver_due(home)

    return run


@pytest.fixture
def states(api, hook):
    """Gives state, attempts and status of each delivery of the hook."""

    def found():
        return [
            (one["state"], one["attempts"], one["status"])
            for one in api("GET", f"/webhooks/{hook['id']}/deliveries").json["items"]
        ]

    return found


@pytest.fixture
def actions(home):
    """Gives what stands in the audit trail, the newest first."""
    return lambda: [row.action for page in Trail(home.store.engine, Wanted()).newest(0) for row in page]
