"""A public description of a thousand operations, which nobody here wrote, becomes an assembly without a warning."""

from pathlib import Path
from runpy import run_path

from a3dav_sdk.commands import main

MONO = run_path(str(Path(__file__).parent / "drivers" / "csharp" / "command.py"))


def test_a_large_description_becomes_csharp_without_a_warning(large_project, scratch):
    out = scratch / "large" / "generated"
    assert main(["generate", "--no-lint", "--spec", str(large_project), "--out", str(out), "--language", "csharp"]) == 0
    assert MONO["compiled"](out / "csharp", scratch / "large" / "Large.Client.dll").exists()
