"""What the graph answers instead of data: a sentence, a code for programs, and what belongs to it."""

from __future__ import annotations

from typing import Any

from a3dav.errors import A3davError

BAD_INPUT = "BAD_INPUT"
FORBIDDEN = "FORBIDDEN"
INTERNAL = "INTERNAL"
SYNTAX = "SYNTAX"
TIMEOUT = "TIMEOUT"
TOO_COSTLY = "TOO_COSTLY"
TOO_DEEP = "TOO_DEEP"
TOO_LARGE = "TOO_LARGE"
UNAVAILABLE = "UNAVAILABLE"
UNKNOWN_OPERATION = "UNKNOWN_OPERATION"
VALIDATION = "VALIDATION"


class GraphError(A3davError):
    """A refusal of an operation or of one of its fields; `extensions` go out as they are."""

    def __init__(self, message: str, code: str = BAD_INPUT, **facts: Any) -> None:
        super().__init__(message)
        self.message = message
        self.extensions = {"code": code, **facts}

    @property
    def code(self) -> str:
        return str(self.extensions["code"])

    def formatted(self) -> dict[str, Any]:
        return {"message": self.message, "extensions": self.extensions}
