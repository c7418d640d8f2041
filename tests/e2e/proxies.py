"""nginx, Caddy and Traefik in front of a server, configured by the examples of the documentation."""

from __future__ import annotations

import re
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "serve-to-the-world.md"
START_SECONDS = 20


def example(language, containing=""):
    """The block of the page in that language."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```", PAGE.read_text(), re.MULTILINE | re.DOTALL)
    (found,) = [block for block in blocks if containing in block]
    return found


def filled_in(text, upstream, port, certificate):
    """An example with the addresses and files of this test in the place of its own."""
    assert "8008" in text or "443" in text
    return (
        text.replace("127.0.0.1:8008", f"127.0.0.1:{upstream}")
        .replace("/etc/ssl/example.org.pem", str(certificate))
        .replace("/etc/ssl/example.org.key", str(certificate))
        .replace("443", str(port))
        .replace("example.org", "localhost")
    )


def nginx(folder, upstream, port, certificate, require_tool):
    site = filled_in(example("nginx"), upstream, port, certificate)
    (folder / "nginx.conf").write_text(
        f"daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\nuser root;\nevents {{}}\n"
        f"http {{\naccess_log off;\ngzip on;\ngzip_types *;\ngzip_proxied any;\n"
        f"client_body_temp_path {folder}/body;\nproxy_temp_path {folder}/proxy;\nfastcgi_temp_path {folder}/f;\n"
        f"uwsgi_temp_path {folder}/u;\nscgi_temp_path {folder}/s;\n{site}\n}}\n"
    )
    return [require_tool("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf")]


def caddy(folder, upstream, port, certificate, require_script):
    site = filled_in(example("caddy"), upstream, port, certificate)
    site = site.replace("localhost {", f"localhost:{port} {{\n    tls {certificate} {certificate}\n    encode\n", 1)
    (folder / "Caddyfile").write_text("{\n    admin off\n    auto_https off\n}\n" + site)
    return [require_script("caddy"), "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]


def traefik(folder, upstream, port, certificate, require_script):
    static = filled_in(example("yaml", "entryPoints:\n"), upstream, port, certificate)
    static = static.replace("/etc/traefik/a3dav.yaml", str(folder / "a3dav.yaml"))
    (folder / "traefik.yaml").write_text(static)
    (folder / "a3dav.yaml").write_text(filled_in(example("yaml", "routers:"), upstream, port, certificate))
    return [require_script("traefik"), f"--configFile={folder / 'traefik.yaml'}"]


PROXIES = {"nginx": nginx, "caddy": caddy, "traefik": traefik}


@contextmanager
def running(command, folder, answers):
    """A proxy that is stopped at the end; `answers` tells whether it is up."""
    with (folder / "log").open("wb") as log:
        environment = {"HOME": str(folder), "PATH": "/usr/sbin:/usr/bin:/bin", "XDG_DATA_HOME": str(folder)}
        process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
    try:
        end = time.monotonic() + START_SECONDS
        while not answers():
            assert process.poll() is None, (folder / "log").read_text()
            assert time.monotonic() < end, (folder / "log").read_text()
            time.sleep(0.05)
        yield process
    finally:
        process.terminate()
        process.wait(START_SECONDS)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
