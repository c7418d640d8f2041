"""How C# is compiled with Mono, the driver of the C# SDK called, and what uses the SDK checked and run."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from a3dav.testing.tools import missing, tool

CURE = (
    "apt-get install --no-install-recommends mono-mcs mono-runtime libmono-system-core4.0-cil "
    "libmono-system-net-http4.0-cil libmono-system-numerics4.0-cil libmono-system-xml-linq4.0-cil libnewtonsoft-json5.0-cil"
)
_STRICT = ["-langversion:7.2", "-warn:4", "-warnaserror+", "-nologo"]
_PLATFORM = ["System.Net.Http.dll", "System.Numerics.dll", "System.Xml.dll", "System.Xml.Linq.dll"]


def command(sdk: Path, scratch: Path) -> list[str]:
    library = compiled(sdk, scratch / "A3dav.Client.dll")
    driver = compiled(Path(__file__).parent, scratch / "driver.exe", library)
    return [tool("mono", CURE), str(driver.resolve())]


def check(sdk: Path, scratch: Path) -> None:
    compiled(sdk, scratch / "Client.dll")


def programs(sdk: Path, scratch: Path, texts: Sequence[str]) -> list[list[str]]:
    library = compiled(sdk, scratch / "A3dav.Client.dll")
    built = []
    for number, text in enumerate(texts):
        folder = scratch / f"newcomer{number}"
        folder.mkdir(exist_ok=True)
        (folder / "Program.cs").write_text(text)
        built.append(compiled(folder, scratch / f"newcomer{number}.exe", library))
    return [[tool("mono", CURE), str(file.resolve())] for file in built]


def compiled(sources: Path, target: Path, *libraries: Path) -> Path:
    """All that is in a folder as one assembly; a library needs its documentation, and a warning is an error."""
    kind = ["-target:exe"] if target.suffix == ".exe" else ["-target:library", f"-doc:{target.with_suffix('.xml')}"]
    references = [f"-r:{one}" for one in [*_PLATFORM, _newtonsoft(), *libraries]]
    files = sorted(str(file) for file in sources.rglob("*.cs"))
    done = subprocess.run(
        [tool("mcs", CURE), *_STRICT, *kind, *references, f"-out:{target}", *files],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, (done.stdout + done.stderr)[:4000]
    return target


def _newtonsoft() -> Path:
    found = sorted(Path("/usr/lib/cli").glob("Newtonsoft.Json-*/Newtonsoft.Json.dll"))
    return found[0] if found else missing("Newtonsoft.Json", CURE)
