"""Follows a Dockerfile in change-rooted folders, where there is no container engine: as far as ours go."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

BASE = re.compile(r"debian:(\w+)-slim")
PASSED = ("PIP_INDEX_URL", "PIP_DEFAULT_TIMEOUT", "http_proxy", "https_proxy", "no_proxy")
"""What tells programs how this machine reaches the world, and so its containers."""
SHARED = ("/etc/resolv.conf", "/etc/pip.conf")
TRUSTED = "/etc/ssl/certs/ca-certificates.crt"
AUTHORITIES = "/run/authorities.crt"
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


@dataclass
class Stage:
    """A folder on its way to an image."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)
    user: str = "root"
    folder: str = "/"
    entrypoint: list[str] = field(default_factory=list)
    command: list[str] = field(default_factory=list)
    healthcheck: list[str] = field(default_factory=list)

    def program(self, *arguments: str, **environment: str) -> list[str]:
        """The command line that runs something inside, as the user of the image."""
        values = {"PATH": PATH, "HOME": self.folder, **self.environment, **environment}
        assignments = [f"{name}={value}" for name, value in values.items()]
        inside = ["chroot", f"--userspec={self.user}", str(self.root), "env", "-i", f"--chdir={self.folder}"]
        return [*inside, *assignments, *arguments]


class Build:
    """One run of a Dockerfile; an instruction that is not known here is an error."""

    def __init__(self, dockerfile: Path, context: Path, folder: Path) -> None:
        self._context, self._folder = context, folder
        self._ignored = [line for line in (context / ".dockerignore").read_text().split() if line.startswith("**/")]
        self.stages: dict[str, Stage] = {}
        for instruction, rest in _instructions(dockerfile.read_text()):
            getattr(self, f"_{instruction.lower()}")(rest)

    @property
    def image(self) -> Stage:
        return list(self.stages.values())[-1]

    def _from(self, rest: str) -> None:
        image, _, name = rest.partition(" AS ")
        root = self._folder / f"stage{len(self.stages)}"
        base = self._folder / "base"
        if not base.exists():
            suite = BASE.fullmatch(image)
            assert suite, f"only debian:…-slim is known here, and not {image}"
            _run("debootstrap", "--variant=minbase", suite[1], str(base))
        _run("cp", "--archive", str(base), str(root))
        (root / "etc/dpkg/dpkg.cfg.d/in-a-hurry").write_text("force-unsafe-io\n")  # as in the image of that name
        (root / "dev/shm").mkdir(exist_ok=True)  # which every engine gives its containers
        (root / "dev/shm").chmod(0o1777)
        for file in filter(os.path.exists, SHARED):
            shutil.copy(file, root / file[1:])
        trusted = os.environ.get("PIP_CERT", TRUSTED)
        if os.path.exists(trusted):
            shutil.copy(trusted, root / AUTHORITIES[1:])
        self.stages[name or root.name] = Stage(root)

    def _run(self, rest: str) -> None:
        passed = {name: os.environ[name] for name in PASSED if name in os.environ}
        if (self.image.root / AUTHORITIES[1:]).exists():
            passed["PIP_CERT"] = AUTHORITIES
        _run(*self.image.program("/bin/sh", "-c", rest, DEBIAN_FRONTEND="noninteractive", **passed))

    def _copy(self, rest: str) -> None:
        option, _, paths = rest.rpartition("--from=")[2].partition(" ") if "--from=" in rest else ("", "", rest)
        source, target = paths.split()
        origin = self.stages[option].root if option else self._context
        destination = self.image.root / target.strip("/")
        shutil.copytree(origin / source.strip("/"), destination, symlinks=True, ignore=None if option else self._ignore)

    def _ignore(self, folder: str, names: list[str]) -> list[str]:
        del folder
        return [name for name in names if any(fnmatch(name, pattern[3:]) for pattern in self._ignored)]

    def _env(self, rest: str) -> None:
        name, _, value = rest.partition("=")
        self.image.environment[name] = value

    def _user(self, rest: str) -> None:
        self.image.user = rest

    def _workdir(self, rest: str) -> None:
        self.image.folder = rest

    def _entrypoint(self, rest: str) -> None:
        self.image.entrypoint = json.loads(rest)

    def _cmd(self, rest: str) -> None:
        self.image.command = json.loads(rest)

    def _healthcheck(self, rest: str) -> None:
        self.image.healthcheck = json.loads(rest.partition("CMD ")[2])

    def _volume(self, rest: str) -> None:
        assert (self.image.root / rest.strip("/")).is_dir()

    def _expose(self, rest: str) -> None:
        assert rest.isdigit()


def _instructions(text: str) -> list[tuple[str, str]]:
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines))
    found = [line.partition(" ") for line in joined.splitlines() if line.strip()]
    return [(instruction, rest.strip()) for instruction, _, rest in found]


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
