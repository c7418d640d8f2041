"""What plugins add to the REST API: operations as a part of its OpenAPI document, and what answers each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from a3dav.errors import PluginError

if TYPE_CHECKING:
    from a3dav.api import ApiCall
    from a3dav.errors import DavError
    from a3dav.exchange import Response
    from a3dav.lanes import Steps

ApiHandler: TypeAlias = "Callable[[ApiCall], Response | Steps[Response]]"


@dataclass(slots=True, frozen=True)
class ApiAction:
    """A handler with what is asked before it.

    `early(call)` may refuse on the head alone, before the body is read. `limit(call)` gives the most bytes of a body
    that is no JSON, which may be spooled, and the refusal of more. `cost(call)` estimates the CPU microseconds of a
    handler that only reads: a dear one runs in a process of the cpu lane.
    """

    handler: ApiHandler
    early: Callable[[ApiCall], None] | None = None
    limit: Callable[[ApiCall], tuple[int, DavError]] | None = None
    cost: Callable[[ApiCall], int] | None = None


@dataclass(slots=True, frozen=True)
class ApiPart:
    """Paths and components in YAML, as text or as a file of the package, and the handlers by operationId.

    References to `#/components/…` reach what the other parts bring, too.
    """

    document: str | Path
    handlers: Mapping[str, ApiHandler | ApiAction]

    @property
    def text(self) -> str:
        return self.document if isinstance(self.document, str) else self.document.read_text("utf-8")


class ApiRegistry:
    """The parts of the API, for whoever serves it."""

    def __init__(self) -> None:
        self.parts: list[ApiPart] = []
        self.actions: dict[str, ApiAction] = {}

    def add(self, *parts: ApiPart) -> None:
        for part in parts:
            for name, handler in part.handlers.items():
                if name in self.actions:
                    raise PluginError(f"the operation {name} is registered twice; disable one of the two plugins")
                self.actions[name] = handler if isinstance(handler, ApiAction) else ApiAction(handler)
            self.parts.append(part)
