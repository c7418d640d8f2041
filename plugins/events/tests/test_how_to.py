"""The commands of the guides work as they stand there, against a server that runs."""

import http.server
import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from a3dav.testing.serving import serving
from a3dav.testing.tools import tool
from a3dav.testing.waiting import eventually

HOW_TO = Path(__file__).parents[3] / "docs" / "how-to"
PATIENCE = 60


def blocks(page, language="sh"):
    return re.findall(rf"```{language}\n(.*?)```", (HOW_TO / page).read_text(), re.DOTALL)


@pytest.fixture(scope="module")
def served(tmp_path_factory, request):
    if request.config.getoption("--store") != "sqlite":
        pytest.skip("the guides are the same on every store")
    tool("curl")
    settings = {"A3DAV_OUTGOING__CLEAR_TEXT": "true", "A3DAV_OUTGOING__ALLOWED": "127.0.0.0/8"}
    with serving(tmp_path_factory.mktemp("how-to"), settings) as server:
        server.run("user", "add", "alice", "--password-stdin", text="a secret of nobody\n")
        server.start("--workers", "1")
        yield server


@pytest.fixture
def shell(served, tmp_path):
    """Runs a block as a person would who has `a3dav` and the address of the server at hand."""
    command = tmp_path / "a3dav"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -P -m a3dav "$@"\n')
    command.chmod(0o755)
    environment = {
        **served.environment, "PATH": f"{tmp_path}:{os.environ['PATH']}", "SERVER": served.url.rstrip("/"),
        "A3DAV_SERVER__DATA_DIR": str(served.data_dir),
    }  # fmt: skip

    def run(block, limit=PATIENCE, **more):
        script = f"set -e\n{block}\n"
        done = subprocess.run(
            ["timeout", str(limit), "bash", "-c", script],
            env=environment | more,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in {0, 124}, done.stderr
        return done.stdout

    return run


def token_of(shell, block):
    return shell(block.strip() + '\necho "$TOKEN"').strip()


@pytest.fixture
def receiver():
    got = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["content-length"]))
            got.append(({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_): ...

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/hook", got
    server.shutdown()
    server.server_close()


def test_changes_are_followed(shell, served):
    making, tail, asking, listening = blocks("follow-changes.md")
    token = token_of(shell, making)
    cursor = json.loads(shell(tail, TOKEN=token))["cursor"]
    shell(f'curl -s --user "alice:a secret of nobody" -T /etc/hostname {served.url}files/alice/name.txt')
    (change,) = json.loads(shell(asking, TOKEN=token, CURSOR=cursor))["items"]
    assert change["type"] == "file.created"
    assert shell(listening, limit=3, TOKEN=token).startswith("retry: ")


def test_webhooks_are_received(shell, receiver):
    url, got = receiver
    making, pinging, rotating = blocks("receive-webhooks.md")
    made = shell(f'{making.strip()}\necho "$TOKEN"', RECEIVER=url)
    answer, token = made.strip().rsplit("\n", 1)
    webhook = json.loads(answer)
    listed = shell(pinging, TOKEN=token, WEBHOOK=webhook["id"])
    assert '"ping"' in listed
    assert eventually(lambda: got)
    (block,) = blocks("receive-webhooks.md", "python")
    names = {}
    exec(block, names)
    headers, body = got[0]
    assert names["is_genuine"](webhook["secret"], headers, body)
    assert not names["is_genuine"](webhook["secret"], headers, body + b" ")
    assert "secret" in json.loads(shell(rotating, TOKEN=token, WEBHOOK=webhook["id"]))
