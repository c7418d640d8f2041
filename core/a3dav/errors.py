"""Every error this server raises on purpose; `lifecycle` turns a `DavError` into a response in one place."""

from collections.abc import Mapping
from typing import ClassVar


class A3davError(Exception):
    """An error with a sentence for a person."""


class Refusal(A3davError):
    """A refusal of an administrator's act: `code` tells programs why, `field` which part of the input is to blame."""

    def __init__(self, message: str, code: str = "BAD_INPUT", field: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.field = field


class TryLater(A3davError):
    """What a message of the outbox waits for; it is delivered again after `seconds`, or after its pause if longer."""

    def __init__(self, message: str, seconds: int) -> None:
        super().__init__(message)
        self.seconds = seconds


class ConfigError(A3davError):
    """The configuration is refused; each line of the text names place, key and cure."""


class PluginError(A3davError):
    """A plugin is missing, misspelt or does not fit the hooks."""


class StoreError(A3davError):
    """The store cannot be opened, migrated or trusted."""


class DavError(A3davError):
    """A refusal a client can act on: a status, a precondition element and a sentence.

    `condition` is a Clark name put alone into DAV:error (RFC 4918 §16); `content` is what stands
    inside that element, already XML with the prefix D bound to DAV:. Where problems are told in JSON (`rest`),
    `problem` names the type of this one if it is not that of its status, and `members` says more.
    """

    status: ClassVar[int] = 500

    def __init__(
        self,
        message: str = "",
        *,
        condition: str | None = None,
        content: bytes = b"",
        headers: tuple[tuple[str, str], ...] = (),
        problem: str = "",
        members: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(message)
        self.problem = problem
        self.members = members or {}
        self.message = message
        self.condition = condition
        self.content = content
        self.headers = headers


class BadRequest(DavError):
    status = 400


class Unauthorized(DavError):
    status = 401


class Forbidden(DavError):
    status = 403


class Denied(Forbidden):
    """Who asks may not: it goes to the audit trail, as other refusals with this status do not."""


class NotFound(DavError):
    status = 404


class MethodNotAllowed(DavError):
    status = 405


class NotAcceptable(DavError):
    status = 406


class Conflict(DavError):
    status = 409


class PreconditionFailed(DavError):
    status = 412


class ContentTooLarge(DavError):
    status = 413


class UriTooLong(DavError):
    status = 414


class UnsupportedMediaType(DavError):
    status = 415


class RangeNotSatisfiable(DavError):
    status = 416


class UnprocessableContent(DavError):
    status = 422


class Locked(DavError):
    status = 423


class FailedDependency(DavError):
    status = 424


class PreconditionRequired(DavError):
    """RFC 6585 §3."""

    status = 428


class TooManyRequests(DavError):
    """RFC 6585 §4."""

    status = 429


class NotImplementedHere(DavError):
    status = 501


class BadGateway(DavError):
    status = 502


class ServiceUnavailable(DavError):
    status = 503


class InsufficientStorage(DavError):
    status = 507


class MembersRefused(A3davError):
    """A collection-wide method failed on members; becomes a 207 (RFC 4918 §9.6.1).

    `refusals` maps the path of each member, and whether it is a collection, to the error that stopped it.
    """

    def __init__(self, refusals: "dict[tuple[tuple[str, ...], bool], DavError]") -> None:
        super().__init__(f"{len(refusals)} members refused")
        self.refusals = refusals
