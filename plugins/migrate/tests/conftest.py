"""Other servers to migrate from, and the command on a house of our own.

Radicale and Xandikos are the real ones; Baikal's engine stands in for it as `sabre`, of Debian's package
php-sabre-dav. `scripted` is a little server that answers as a test tells it: in the shape of Nextcloud, or badly.
"""

import hashlib
import io
import itertools
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections import namedtuple
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest
from lxml import etree

from a3dav.cli import main
from a3dav.testing.tools import missing

Moved = namedtuple("Moved", "out err report")
Account = namedtuple("Account", "url name password client")
PASSWORD = "päss: wörd"
DATA = Path(__file__).parent / "data"
PHP = "apt-get install php-cli php-sqlite3 php-sabre-dav"


@pytest.fixture
def move(house, tmp_path, store_settings, monkeypatch, capsys):
    """Runs `a3dav migrate` on the store of the house and gives what it printed and its report."""
    monkeypatch.setattr(os, "environ", {**os.environ, **store_settings})

    def run(url, *arguments, password="", ends_with=0):
        report = tmp_path / "report.json"
        given = ["a3dav", "migrate", url, *arguments, "--report", str(report), "--data-dir", str(tmp_path / "data")]
        monkeypatch.setattr(sys, "argv", [*given, "--password-stdin"] if password else given)
        monkeypatch.setattr(sys, "stdin", io.StringIO(password + "\n"))
        report.unlink(missing_ok=True)
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        assert (ended.value.code or 0) == ends_with, printed.out + printed.err
        return Moved(printed.out, printed.err, json.loads(report.read_text()) if report.exists() else None)

    return run


@pytest.fixture
def move_account(move):
    """Migrates an account of another server into the one of the same rank here."""

    def run(account, *arguments, to="alice", **options):
        return move(account.url, "--user", account.name, "--to", to, *arguments, password=account.password, **options)

    return run


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextmanager
def running(command, url, folder):
    """A process until the end of the session, once it answers."""
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)
    try:
        end = time.monotonic() + 30
        while True:
            try:
                httpx.get(url, trust_env=False)
                break
            except httpx.TransportError:
                assert process.poll() is None, (folder / "log").read_text()
                assert time.monotonic() < end, (folder / "log").read_text()
                time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait(30)


@pytest.fixture(scope="session")
def radicale_server(tmp_path_factory):
    folder, port = tmp_path_factory.mktemp("radicale"), free_port()
    (folder / "users").write_text("".join(f"person{number}:{PASSWORD}\n" for number in range(100)))
    url = f"http://127.0.0.1:{port}/"
    command = [
        sys.executable, "-P", "-m", "radicale", "--hosts", f"127.0.0.1:{port}", "--auth-type", "htpasswd",
        "--auth-htpasswd-filename", folder / "users", "--auth-htpasswd-encryption", "plain", "--auth-delay", "0",
        "--storage-filesystem-folder", folder / "collections",
    ]  # fmt: skip
    with running(command, url, folder):
        yield url, itertools.count()


@pytest.fixture
def radicale(radicale_server):
    """A new account at Radicale, without collections."""
    url, numbers = radicale_server
    name = f"person{next(numbers)}"
    with httpx.Client(auth=(name.encode(), PASSWORD.encode()), base_url=url, trust_env=False) as client:
        yield Account(url, name, PASSWORD, client)


@pytest.fixture(scope="session")
def xandikos_server(tmp_path_factory):
    folder, port = tmp_path_factory.mktemp("xandikos"), free_port()
    command = [
        sys.executable, "-P", "-m", "xandikos", "serve", "-d", folder / "data", "--current-user-principal", "/alice/",
        "--defaults", "--autocreate", "-l", "127.0.0.1", "-p", str(port),
    ]  # fmt: skip
    url = f"http://127.0.0.1:{port}/"
    with running(command, url, folder):
        yield url


@pytest.fixture
def xandikos(xandikos_server):
    """The one account of Xandikos, which asks for no password; its default collections are empty again afterwards."""
    with httpx.Client(base_url=xandikos_server, trust_env=False) as client:
        yield Account(xandikos_server, "", "", client)
        for home in ("/alice/calendars/", "/alice/contacts/"):
            for href in hrefs(client, home):
                if href.rstrip("/") not in {"/alice/calendars/calendar", "/alice/contacts/addressbook"}:
                    client.delete(href)
                else:
                    for member in hrefs(client, href):
                        client.delete(member)


def hrefs(client, url):
    answer = client.request("PROPFIND", url, headers={"Depth": "1"})
    found = [entry.text for entry in etree.fromstring(answer.content).iterfind(".//{DAV:}response/{DAV:}href")]
    return [href for href in found if unquote(href).rstrip("/") != url.rstrip("/")]


@pytest.fixture(scope="session")
def sabre_server(tmp_path_factory):
    """The engine of Baikal, with its sign-in by Digest."""
    if not (shutil.which("php") and Path("/usr/share/php/Sabre/autoload.php").exists()):
        missing("php-sabre-dav", PHP)
    folder, port = tmp_path_factory.mktemp("sabre"), free_port()
    (folder / "files").mkdir()
    shutil.copy(DATA / "sabre.php", folder / "server.php")
    database = sqlite3.connect(folder / "db.sqlite")
    for name in ("users", "principals", "calendars", "addressbooks", "locks"):
        database.executescript(Path(f"/usr/share/doc/php-sabre-dav/examples/sql/sqlite.{name}.sql").read_text())
    for number in range(20):
        name = f"person{number}"
        digest = hashlib.md5(f"{name}:a3dav:secret".encode()).hexdigest()
        database.execute("INSERT INTO users (username, digesta1) VALUES (?, ?)", (name, digest))
        database.execute("INSERT INTO principals (uri, displayname) VALUES (?, ?)", (f"principals/{name}", name))
    database.commit()
    database.close()
    url = f"http://127.0.0.1:{port}/"
    with running(["php", "-S", f"127.0.0.1:{port}", "server.php"], url, folder):
        yield url, itertools.count()


@pytest.fixture
def sabre(sabre_server):
    """A new account of the stand-in for Baikal."""
    url, numbers = sabre_server
    name = f"person{next(numbers)}"
    with httpx.Client(auth=httpx.DigestAuth(name, "secret"), base_url=url, trust_env=False) as client:
        yield Account(url, name, "secret", client)


class Scripted(ThreadingHTTPServer):
    """Answers from `resources`, paths to `Thing`s; `answers` by (method, path) go first and may be callables.
    `anything` is the body of whatever is asked for with GET.

    Every request is kept in `heard` as (method, path, headers).
    """

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answering)
        self.resources = {}
        self.answers = {}
        self.heard = []
        self.anything = b""

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"

    def folder(self, path, types="", properties=""):
        self.resources[path] = Thing(f"<D:collection/>{types}", properties, None)

    def put(self, path, body, properties="", etag=None):
        etag = etag or hashlib.md5(body).hexdigest()
        told = f'<D:getetag>"{etag}"</D:getetag><D:getcontentlength>{len(body)}</D:getcontentlength>'
        self.resources[path] = Thing("", told + properties, body)


Thing = namedtuple("Thing", "types properties body")
NAMESPACES = (
    'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:CR="urn:ietf:params:xml:ns:carddav" '
    'xmlns:CS="http://calendarserver.org/ns/" xmlns:A="http://apple.com/ns/ical/" xmlns:NC="http://nextcloud.com/ns"'
)


def multistatus(*responses):
    return f'<?xml version="1.0"?><D:multistatus {NAMESPACES}>{"".join(responses)}</D:multistatus>'.encode()


def response(href, properties, status="200 OK"):
    prop = f"<D:propstat><D:prop>{properties}</D:prop><D:status>HTTP/1.1 {status}</D:status></D:propstat>"
    return f"<D:response><D:href>{href}</D:href>{prop}</D:response>"


class Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_):
        pass

    def answer(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        self.server.heard.append((self.command, self.path, {n.lower(): v for n, v in self.headers.items()}))
        told = self.server.answers.get((self.command, self.path))
        told = told(self, body) if callable(told) else told
        if told is None:
            told = self.usual()
        if told != "sent":
            self.send(*told)

    def usual(self):
        thing = self.server.resources.get(self.path)
        if self.command == "GET" and self.server.anything:
            return 200, {}, self.server.anything
        if thing is None:
            return 404, {}, b""
        if self.command == "GET":
            return 200, {}, thing.body or b""
        if self.command != "PROPFIND":
            return 405, {}, b""
        shown = [self.path]
        if self.headers.get("depth") == "1" and self.path.endswith("/"):
            shown += [path for path in self.server.resources if self.inside(path)]
        told = [(path, self.server.resources[path]) for path in shown]
        parts = [
            response(path, f"<D:resourcetype>{thing.types}</D:resourcetype>{thing.properties}") for path, thing in told
        ]
        return 207, {"Content-Type": "application/xml"}, multistatus(*parts)

    def inside(self, path):
        rest = path.removeprefix(self.path).rstrip("/")
        return path.startswith(self.path) and rest and "/" not in rest

    def send(self, status, headers, body):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_PROPFIND = do_REPORT = answer  # noqa: N815


@pytest.fixture
def scripted():
    with Scripted() as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def account(scripted):
    """The scripted server with one account that has an empty calendar, /home/work/, and asks for no password."""
    place = "<D:href>{}</D:href>"
    scripted.folder("/", properties=f"<D:current-user-principal>{place.format('/me/')}</D:current-user-principal>")
    homes = f"<C:calendar-home-set>{place.format('/home/')}</C:calendar-home-set>"
    scripted.folder("/me/", "<D:principal/>", homes)
    scripted.folder("/home/")
    scripted.folder("/home/work/", "<C:calendar/>")
    return scripted


@pytest.fixture
def another_host():
    """A second server, which must not hear anything."""
    with Scripted() as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def move_here(account, move):
    """Migrates the account of the scripted server into that of Alice."""
    return lambda *arguments, **options: move(account.url, "--to", "alice", *arguments, **options)


@pytest.fixture
def names_in(alice):
    """The names in a collection here."""

    def names(path):
        hrefs = [href.removeprefix(path) for href in alice.propfind(path, "{DAV:}getetag", depth="1").multistatus]
        return sorted(name.rstrip("/") for name in hrefs if name)

    return names


def event(uid, *lines, summary="Lunch"):
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", f"UID:{uid}"]
    dates = ["DTSTAMP:20260101T000000Z", "DTSTART:20260310T110000Z", f"SUMMARY:{summary}"]
    return "\r\n".join([*head, *dates, *lines, "END:VEVENT", "END:VCALENDAR", ""]).encode()


def card(uid, name="Ada Lovelace"):
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", f"UID:{uid}", f"FN:{name}", "N:;;;;", "END:VCARD", ""]).encode()


@pytest.fixture
def make_event():
    return event


@pytest.fixture
def make_card():
    return card


@pytest.fixture
def mkcalendar():
    """Makes a calendar at another server."""

    def make(client, path, properties=""):
        body = f"<C:mkcalendar {NAMESPACES}><D:set><D:prop>{properties}</D:prop></D:set></C:mkcalendar>"
        answer = client.request("MKCALENDAR", path, content=body.encode(), headers={"Content-Type": "application/xml"})
        assert answer.status_code == 201, answer.text

    return make


@pytest.fixture
def mkbook():
    """Makes an address book at another server."""

    def make(client, path, properties=""):
        types = "<D:resourcetype><D:collection/><CR:addressbook/></D:resourcetype>"
        body = f"<D:mkcol {NAMESPACES}><D:set><D:prop>{types}{properties}</D:prop></D:set></D:mkcol>"
        answer = client.request("MKCOL", path, content=body.encode(), headers={"Content-Type": "application/xml"})
        assert answer.status_code == 201, answer.text

    return make


@pytest.fixture
def upload():
    """Stores an object at another server and gives the bytes that it serves."""

    def put(client, path, body, content_type="text/calendar; charset=utf-8"):
        answer = client.put(path, content=body, headers={"Content-Type": content_type})
        assert answer.status_code in {201, 204}, answer.text
        return client.get(path).content

    return put
