"""The steps of deploy/Dockerfile, followed in a folder: what comes out serves, and not as root."""

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest
from tests.container.building import Build

from a3dav.testing.tools import missing, tool

ROOT = Path(__file__).parents[2]
WAIT_SECONDS = 60


@pytest.fixture(scope="module")
def image(tmp_path_factory):
    if os.geteuid() != 0:
        missing("the right to change the root folder", "sudo tox -e container")
    tool("debootstrap", "apt-get install debootstrap")
    folder = tmp_path_factory.mktemp("image")
    yield Build(ROOT / "deploy" / "Dockerfile", ROOT, folder).image
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return str(listener.getsockname()[1])


@pytest.fixture(scope="module")
def container(image, port, tmp_path_factory):
    """The process of the image while it runs."""
    log = tmp_path_factory.mktemp("container") / "log"
    command = image.program(*image.entrypoint, *image.command, A3DAV_SERVER__PORT=port, A3DAV_SERVER__HOST="127.0.0.1")
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)
    end = time.monotonic() + WAIT_SECONDS
    while b"a3dav serves at" not in log.read_bytes():
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < end, log.read_text()
        time.sleep(0.1)
    yield process
    process.send_signal(signal.SIGTERM)
    assert process.wait(WAIT_SECONDS) == 0, log.read_text()


def check_health(image, port):
    return subprocess.run(image.program(*image.healthcheck, A3DAV_SERVER__PORT=port), capture_output=True, check=False)


def test_the_image_serves_and_says_that_it_is_healthy(image, container, port):
    done = check_health(image, port)
    assert done.returncode == 0, done.stderr


def test_an_image_that_does_not_answer_is_not_healthy(image):
    assert check_health(image, "1").returncode != 0


def test_it_does_not_run_as_root(container):
    assert os.stat(f"/proc/{container.pid}").st_uid == 8008


def test_its_data_are_its_own(image, container):
    data = image.root / "var/lib/a3dav"
    assert (data.stat().st_uid, data.stat().st_mode & 0o777) == (8008, 0o700)
    assert (data / "a3dav.sqlite").exists()


def test_the_program_is_not_its_to_change(image):
    writable = [
        path for path in (image.root / "opt/a3dav").rglob("*") if not path.is_symlink() and path.stat().st_uid == 8008
    ]
    assert writable == []


def test_what_built_it_is_not_in_it(image):
    assert not (image.root / "src").exists()
    assert not (image.root / "usr/bin/gcc").exists()


def test_it_has_the_drivers_of_its_database(image):
    done = subprocess.run(
        image.program("/opt/a3dav/bin/python", "-c", "import psycopg"), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
