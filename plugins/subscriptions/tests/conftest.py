"""A server of feeds on this machine, and houses that may ask it."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from a3dav.testing.people import add_person

REACH = {"outgoing__allowed": "127.0.0.1", "outgoing__clear_text": "true"}


class Publisher:
    """Answers with what a test puts there by path: bytes, or a status with headers; keeps who asked."""

    def __init__(self):
        self.pages, self.asked = {}, []
        publisher = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                publisher.asked.append((self.path, dict(self.headers)))
                status, headers, body = publisher.pages.get(self.path, (404, {}, b""))
                if status == 200 and headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                    status, body = 304, b""
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def put(self, path, body, status=200, **headers):
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, told, body.encode() if isinstance(body, str) else body)
        return self.url + path

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def publisher():
    made = Publisher()
    yield made
    made.close()


@pytest.fixture
def reaching(make_house):
    """Opens a house that may ask this machine, with further settings."""
    return lambda **settings: make_house(**REACH, **settings)


@pytest.fixture
def house(reaching):
    return reaching()


@pytest.fixture
def alice(house):
    return add_person(house, "alice", email="alice@example.org")
