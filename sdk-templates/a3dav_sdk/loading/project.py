"""What to generate from: the description that stands in openapi/sdk.yaml, or one document alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from a3dav_sdk.errors import SdkError
from a3dav_sdk.loading.documents import Node, parse

_KNOWN = {"name", "title", "version", "summary", "homepage", "graph_path", "packages", "spec", "dav", "graph"}


@dataclass(frozen=True, slots=True)
class Project:
    """`told` is what the file says; paths are beside it."""

    folder: Path
    told: dict[str, Any]

    @property
    def spec(self) -> Path | None:
        return self._path(self.told.get("spec"))

    @property
    def dav(self) -> Path | None:
        return self._path(self.told.get("dav"))

    @property
    def graph(self) -> tuple[Path, Path] | None:
        """The schema, and the folder of operations."""
        graph = self.told.get("graph") or {}
        schema, operations = self._path(graph.get("schema")), self._path(graph.get("operations"))
        return (schema, operations) if schema and operations else None

    def _path(self, name: object) -> Path | None:
        path = self.folder / str(name) if name else None
        return path if path is not None and path.exists() else None


def read_project(file: Path) -> Project:
    """A project file, or a document of OpenAPI that stands for itself."""
    told = parse(file)
    if not isinstance(told, dict):
        raise SdkError(f"{file} is no description of an interface")
    if "swagger" in told:
        raise SdkError(f"{file} is Swagger {told['swagger']}; OpenAPI 3.0 to 3.2 is read")
    if "openapi" in told:
        if not re.match(r"3\.[012](\.\d+)?$", str(told["openapi"])):
            raise SdkError(f"{file} is OpenAPI {told['openapi']}; 3.0 to 3.2 is read")
        return Project(file.parent, {"spec": file.name})
    unknown = sorted(told.keys() - _KNOWN)
    if unknown or not told.keys() & {"spec", "dav", "graph"}:
        raise SdkError(f"{file}: " + (f"unknown: {', '.join(unknown)}" if unknown else "neither spec, dav nor graph"))
    return Project(file.parent, told)


def base_path(root: Node | None) -> str:
    """The path of the first server."""
    servers = root.list("servers") if root else []
    url = servers[0].text("url") if servers else ""
    for name, variable in servers[0].items("variables") if servers else ():
        url = url.replace(f"{{{name}}}", variable.text("default"))
    return re.sub(r"^[\w+.-]+://[^/]*", "", url).rstrip("/")
