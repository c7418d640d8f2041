"""What goes wrong with a request to the world outside."""

from __future__ import annotations

from a3dav.errors import A3davError


class OutgoingError(A3davError):
    """No answer came; the sentence names origins and never the rest of an address, which may be a secret.

    `final` says that asking again will not help: the address itself is refused.
    """

    def __init__(self, message: str, *, final: bool = False) -> None:
        super().__init__(message)
        self.final = final
