"""Lints a document once: what was found is kept by the hash of what was read."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator, OpenAPIV32SpecValidator

from a3dav_sdk.linting.rules import Finding, findings
from a3dav_sdk.loading.documents import Library, Node, parse

_VALIDATORS = {"3.0": OpenAPIV30SpecValidator, "3.1": OpenAPIV31SpecValidator, "3.2": OpenAPIV32SpecValidator}
_MOST = 50
_RULES_HASH = hashlib.sha256(Path(__file__).with_name("rules.py").read_bytes()).hexdigest()


def lint(file: Path) -> tuple[list[Finding], bool]:
    """What is wrong, and whether that was known from before."""
    root = Library().root(file)
    kept = _cache() / f"{_digest(root)}.json"
    if kept.is_file():
        return [Finding(**one) for one in json.loads(kept.read_text("utf-8"))], True
    found = sorted({*findings(root), *_invalid(root)})
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps([asdict(one) for one in found]), "utf-8")
    return found, False


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "a3dav-sdk" / "lint"


def _digest(root: Node) -> str:
    """Of the document, its neighbours that it refers to, and the rules."""
    files = sorted({root.file, *_neighbours(root.value, root.file)})
    hashed = hashlib.sha256(_RULES_HASH.encode())
    for file in files:
        hashed.update(file.read_bytes())
    return hashed.hexdigest()


def _neighbours(value: Any, file: Path) -> set[Path]:
    found: set[Path] = set()
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            reference = one.get("$ref")
            if isinstance(reference, str) and (path := reference.partition("#")[0]) and "://" not in path:
                target = (file.parent / path).resolve()
                found |= {target} if target.is_file() else set()
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    return found


def _invalid(root: Node) -> list[Finding]:
    """What the validator of the version says."""
    version = str(root.value.get("openapi", ""))[:3] if isinstance(root.value, dict) else ""
    if version not in _VALIDATORS:
        return [Finding(root.place, "version", "OpenAPI 3.0, 3.1 and 3.2 are read", True)]
    found = []
    validator = _VALIDATORS[version](parse(root.file), base_uri=root.file.as_uri())
    for number, error in enumerate(validator.iter_errors()):
        if number == _MOST:
            break
        place = "/".join(str(part) for part in getattr(error, "absolute_path", ()) or ())
        found.append(Finding(f"{root.file.name}#/{place}", "schema", str(error).splitlines()[0][:300], False))
    return found
