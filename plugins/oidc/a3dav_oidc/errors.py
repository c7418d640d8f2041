"""Why nobody is signed on. The sentences repeat nothing of what was sent: they go into logs."""

from __future__ import annotations

from a3dav.errors import A3davError


class InvalidToken(A3davError):
    """The token opens nothing (RFC 6750 §3.1)."""


class EndedToken(InvalidToken):
    """The token was a good one once."""


class NoAccount(A3davError):
    """The token is good, and whom it names has no account here; `name` is the one that the provider told."""

    def __init__(self, message: str, name: str = "", account_id: bytes = b"") -> None:
        super().__init__(message)
        self.name = name
        self.account_id = account_id


class ProviderAway(A3davError):
    """The provider does not answer, or tells what nobody can use."""
