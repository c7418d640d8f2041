"""A reload under load: new workers beside the old ones, every request answered, nobody refused."""

import base64
import fcntl
import http.client
import json
import signal
import socket
import ssl
import subprocess
import threading
import time
from collections import Counter
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
import trustme

from a3dav.config.model import ServerSettings
from a3dav.errors import ConfigError
from a3dav.supervisor.succession import Succession
from a3dav.testing.serving import managed, serving
from a3dav.testing.tools import tool
from a3dav.testing.waiting import eventually

WAIT_SECONDS = 60
RELOADED = "the server was reloaded"
REFUSED = "the reload was refused"


@pytest.fixture(autouse=True)
def on_one_store(request):
    if request.config.getoption("--store") != "sqlite":
        pytest.skip("serving is the same on every store")


class Served:
    """A server with a configuration file, and what its processes are."""

    def __init__(self, server, context):
        self.server, self.context = server, context
        self.file = server.folder / "a3dav.toml"
        self.configure()

    def configure(self, *, workers=2, **settings):
        lines = [f"{name} = {value!r}".replace("'", '"') for name, value in settings.items()]
        self.file.write_text("\n".join([f"[async_pool]\nworkers = {workers}\n[server]", *lines, ""]))

    def start(self):
        self.person = self.server.person()
        self.server.start("--config", str(self.file))

    def log(self):
        return self.server.log.read_text()

    def reload(self, *, outcome=RELOADED):
        before = self.log().count(outcome)
        self.server.process.send_signal(signal.SIGHUP)
        eventually(lambda: self.log().count(outcome) > before, self.log)

    def children(self):
        return self.server.children()

    def workers(self):
        return set(self.server.workers())

    def connect(self):
        if self.context is None:
            return http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=WAIT_SECONDS)
        return http.client.HTTPSConnection("localhost", self.server.port, context=self.context, timeout=WAIT_SECONDS)

    def ask(self, line, method, path, body=None):
        token = base64.b64encode(f"{self.person.name}:{self.person.password}".encode()).decode()
        line.request(method, f"/files/{self.person.name}/{path}", body, {"Authorization": f"Basic {token}"})
        answer = line.getresponse()
        return answer.status, answer.read(), answer.getheader("connection")


def name_of(pid):
    with suppress(OSError):
        status = Path(f"/proc/{pid}/stat").read_text()
        return status[status.index("(") + 1 : status.rindex(")")] if ") Z " not in status else ""
    return ""


@contextmanager
def clients(served, count):
    """So many clients that keep a connection as long as the server does, and so many that take one a request."""
    told, stop = Counter(), threading.Event()

    def ask_on(number, *, keep):
        line, round_ = served.connect(), 0
        while not stop.is_set():
            round_ += 1
            method = "GET" if round_ % 2 == 0 else "PUT"
            try:
                status, _, connection = served.ask(line, method, f"f{number}{keep}", b"x" if method == "PUT" else None)
                told[f"{method} {status}"] += 1
                told["told to close" if keep and connection == "close" else ""] += 1
            except Exception as error:
                told[f"{method} {error!r}"] += 1
                line.close()
            if not keep:
                line.close()
        line.close()

    threads = [
        threading.Thread(target=ask_on, args=(number,), kwargs={"keep": keep})
        for number in range(count)
        for keep in (True, False)
    ]
    for thread in threads:
        thread.start()
    try:
        yield told
    finally:
        stop.set()
        for thread in threads:
            thread.join()


@pytest.fixture
def make_served(tmp_path):
    with serving(tmp_path) as server:

        def make(context=None):
            return Served(server, context)

        yield make


@pytest.fixture
def trusted(tmp_path):
    """The certificate of a server as a file, and a context that trusts it."""
    authority, context = trustme.CA(), ssl.create_default_context()
    authority.configure_trust(context)
    authority.issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(str(tmp_path / "server.pem"))
    authority.cert_pem.write_to_path(str(tmp_path / "server.pem.authority"))
    return str(tmp_path / "server.pem"), context


def kinds(told):
    return {key for key in told if key.startswith(("GET", "PUT"))}


def test_through_five_reloads_every_request_is_answered(make_served):
    served = make_served()
    served.start()
    first = served.workers()
    with clients(served, 2) as told:
        for _ in range(5):
            served.reload()
    assert kinds(told) == {"PUT 201", "PUT 204", "GET 200"}, told
    assert told["told to close"] > 0
    assert not first & served.workers()


def test_a_reload_over_tls_answers_every_request(make_served, trusted):
    file, context = trusted
    served = make_served(context)
    served.file.write_text(f'[async_pool]\nworkers = 2\n[server.tls]\ncertificate = "{file}"\n')
    served.start()
    with clients(served, 1) as told:
        served.reload()
        served.reload()
    assert kinds(told) == {"PUT 201", "PUT 204", "GET 200"}, told


def test_requests_of_one_http_2_connection_are_answered_through_a_reload_until_it_is_told_to_go(make_served, trusted):
    file, context = trusted
    served = make_served(context)
    served.file.write_text(
        f'[async_pool]\nworkers = 2\n[server]\nidle_timeout = 1\n[server.tls]\ncertificate = "{file}"\n'
    )
    served.start()
    old = served.workers()
    place = f"https://localhost:{served.server.port}/files/{served.person.name}/?[1-1000000]"
    asking = [
        tool("curl"), "--http2", "--silent", "--output", "/dev/null", "--write-out", "%{http_version} %{http_code}\n",
        "--cacert", f"{file}.authority", "--user", f"{served.person.name}:{served.person.password}", place,
    ]  # fmt: skip
    file = served.server.folder / "told"
    with file.open("wb") as output, subprocess.Popen(asking, stdout=output) as curl:
        served.reload()
        assert eventually(lambda: not old & served.workers())
        curl.terminate()
    *told, _ = file.read_text().splitlines()
    assert len(told) > 100
    assert set(told) == {"2 200"}


def test_a_reload_takes_up_the_configuration_and_keeps_the_process(make_served):
    served = make_served()
    served.start()
    pid = served.server.process.pid
    tasks = {child for child, name in served.children().items() if name == "a3dav tasks"}
    served.configure(workers=3, idle_timeout=1)
    served.reload()
    assert eventually(lambda: len(served.workers()) == 3)
    assert served.server.process.poll() is None
    after = {child for child, name in served.children().items() if name == "a3dav tasks"}
    assert len(after) == 1
    assert not after & tasks
    assert served.server.process.pid == pid


def test_a_reload_makes_no_fewer_workers_and_says_so(make_served):
    """What the kernel has dealt to a socket that nobody waits at any more would be lost."""
    served = make_served()
    served.start()
    served.configure(workers=1)
    before = served.workers()
    served.reload()
    assert eventually(lambda: len(served.workers() - before) == 2)
    assert "to have fewer, stop the server and start it" in served.log()
    assert eventually(lambda: not served.workers() & before)


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"wrokers": 2}, "server.wrokers"),
        ({"host": "192.0.2.1"}, "cannot listen on 192.0.2.1"),
    ],
)
def test_a_configuration_that_cannot_serve_is_refused_and_changes_nothing(make_served, settings, sentence):
    served = make_served()
    served.start()
    children = served.children()
    served.configure(**settings)
    served.reload(outcome=REFUSED)
    told = next(line for line in served.log().splitlines() if REFUSED in line)
    assert sentence in told
    assert served.children() == children
    with closing(served.connect()) as line:
        assert served.ask(line, "PUT", "still", b"x")[0] == 201


def test_a_request_that_began_before_a_reload_is_finished_after_it(make_served):
    served = make_served()
    served.configure(min_body_rate=0)
    served.start()
    old = served.workers()
    token = base64.b64encode(f"{served.person.name}:{served.person.password}".encode()).decode()
    with closing(socket.create_connection(("127.0.0.1", served.server.port), timeout=WAIT_SECONDS)) as line:
        line.sendall(
            f"PUT /files/{served.person.name}/slow HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic {token}\r\n"
            "Content-Length: 10\r\n\r\nfirst".encode()
        )
        time.sleep(0.5)
        served.reload()
        line.sendall(b" half")
        head = line.recv(65536).lower()
        assert head.startswith(b"http/1.1 201 ")
        assert b"\r\nconnection: close\r\n" in head
    assert eventually(lambda: not old & served.workers())


def test_a_connection_that_says_nothing_through_a_reload_has_its_next_request_answered(make_served):
    served = make_served()
    served.start()
    with closing(served.connect()) as line:
        assert served.ask(line, "PUT", "a", b"x")[0] == 201
        sock = line.sock
        served.reload()
        time.sleep(1)
        assert served.ask(line, "GET", "a") == (200, b"x", "close")
        assert sock.fileno() == -1 or line.sock is None


def test_a_stop_during_a_reload_ends_everything(make_served):
    served = make_served()
    served.start()
    process, children = served.server.process, set(served.children())
    process.send_signal(signal.SIGHUP)
    time.sleep(1)
    process.send_signal(signal.SIGTERM)
    assert process.wait(WAIT_SECONDS) == 0
    assert eventually(lambda: not any(name_of(pid) for pid in children))


def test_a_stop_after_a_reload_ends_the_workers_of_before(make_served):
    served = make_served()
    served.start()
    with closing(served.connect()) as line:
        served.ask(line, "PUT", "a", b"x")
        old = served.workers()
        served.reload()
        assert old & served.workers()
        served.server.process.terminate()
        assert served.server.process.wait(WAIT_SECONDS) == 0
    assert not any(name_of(pid) for pid in old)


@pytest.fixture
def succeeding(make_served):
    """Starts a server as one that a program before it has become, with a socket and a lock that it inherits."""
    server = make_served().server
    server.data_dir.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as listening, (server.data_dir / "server.lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        server.port = listening.getsockname()[1]
        left = {
            "host": "127.0.0.1", "port": server.port, "data_dir": str(server.data_dir),
            "listening": [listening.fileno()], "lock": lock.fileno(), "workers": [],
        }  # fmt: skip

        def start(config):
            (server.folder / "a3dav.toml").write_text(config)
            command = server.command("serve", "--port", str(server.port), "--config", str(server.folder / "a3dav.toml"))
            with server.log.open("ab") as output:
                server.process = subprocess.Popen(
                    command, stdout=output, stderr=output, pass_fds=[listening.fileno(), lock.fileno()],
                    env={**server.environment, "A3DAV_SUCCESSION": json.dumps(left)},
                )  # fmt: skip
            return server

        yield start


def test_a_successor_that_cannot_begin_tries_again(succeeding):
    server = succeeding("[nowhere]\n")
    assert eventually(lambda: "it is tried again: " in server.log.read_text())
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=WAIT_SECONDS)) as line:
        line.request("GET", "/health/live")  # it waits in the queue of the socket that was kept
        (server.folder / "a3dav.toml").write_text("")
        assert line.getresponse().status == 200
    assert eventually(lambda: RELOADED in server.log.read_text())


def test_a_successor_that_cannot_begin_can_be_stopped(succeeding):
    server = succeeding("[nowhere]\n")
    assert eventually(lambda: "it is tried again: " in server.log.read_text())
    server.process.terminate()
    assert server.process.wait(WAIT_SECONDS) == 1


def test_a_successor_does_not_move_to_another_store():
    left = Succession("localhost", 1, "/one", 3, 4)
    with pytest.raises(ConfigError, match=r"server\.data_dir changes by a stop and a start"):
        left.refuse_another_store(ServerSettings(data_dir="/two"))
    left.refuse_another_store(ServerSettings(data_dir="/one"))


def test_a_command_reloads_the_server_of_a_data_directory(make_served):
    served = make_served()
    served.start()
    old = served.workers()
    told = served.server.run("reload")
    assert f"process {served.server.process.pid}, was told" in told
    assert eventually(lambda: RELOADED in served.log() and not old & served.workers())


def test_a_reload_runs_the_code_that_is_installed_now(tmp_path):
    installed = tmp_path / "code"
    installed.mkdir()
    code = 'import os\nos.environ["A3DAV_AUTH__REALM"] = "{} version"\n'  # imported by each start of an interpreter
    (installed / "sitecustomize.py").write_text(code.format("first"))
    with serving(tmp_path, {"PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}) as server:
        served = Served(server, None)
        served.start()
        (installed / "sitecustomize.py").write_text(code.format("second"))
        served.reload()
        assert eventually(lambda: len(served.workers()) == 2)
        with closing(served.connect()) as line:
            line.request("GET", "/")
            assert 'realm="second version"' in line.getresponse().getheader("WWW-Authenticate")


def test_a_command_that_finds_no_server_says_so(make_served):
    assert make_served().server.run("reload", ends_with=1) == ""


def test_a_service_manager_hears_of_a_reload(tmp_path):
    with managed(tmp_path) as (served, heard):
        served.start()
        assert b"READY=1" in heard()
        served.process.send_signal(signal.SIGHUP)
        assert b"RELOADING=1" in heard()
        assert b"READY=1" in heard()
