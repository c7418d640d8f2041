"""What can go wrong: one root, a class for each kind, and `code` for what all SDKs call it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

BODY_KEPT = 64 * 1024


class ClientError(Exception):
    """The root; `attempts` is how often the request was sent."""

    code: ClassVar[str] = "error"

    def __init__(self, message: str, *, attempts: int = 1, method: str = "", url: str = "") -> None:
        super().__init__(message)
        self.attempts, self.method, self.url = attempts, method, url


class ConfigurationError(ClientError):
    """The client was set up wrongly."""

    code = "configuration"


class ConnectionFailed(ClientError):
    """No answer, or one that was cut short."""

    code = "connection"


class TimedOut(ClientError):
    code = "timeout"


class DecodeError(ClientError):
    """An answer that is not what it was to be."""

    code = "decode"


class StreamError(ClientError):
    """A stream of events that is none."""

    code = "stream"


class RedirectError(ClientError):
    """A redirect that is not followed; `status` is its status."""

    code = "redirect"

    def __init__(self, message: str, *, status: int = 0, **told: Any) -> None:
        super().__init__(message, **told)
        self.status = status


class GraphError(ClientError):
    """`errors` of GraphQL, and the `data` that came with them."""

    code = "graphql"

    def __init__(self, errors: list[dict[str, Any]], data: Any, *, status: int = 200, **told: Any) -> None:
        super().__init__("; ".join(str(one.get("message", one)) for one in errors) or "GraphQL refused", **told)
        self.errors, self.data, self.status = errors, data, status


class WebhookError(ClientError):
    """`reason` is missing, timestamp or mismatch."""

    code = "webhook_signature"

    def __init__(self, reason: str) -> None:
        super().__init__({
            "missing": "a header of the signature is missing", "timestamp": "the message is not of now",
            "mismatch": "no signature is right",
        }[reason])  # fmt: skip
        self.reason = reason


class Problem(dict[str, Any]):
    """Problem details (RFC 9457), all members of them."""

    @property
    def type(self) -> str:
        return str(self.get("type", "about:blank"))

    @property
    def title(self) -> str:
        return str(self.get("title", ""))

    @property
    def detail(self) -> str:
        return str(self.get("detail", ""))

    @property
    def instance(self) -> str:
        return str(self.get("instance", ""))


class StatusError(ClientError):
    """An answer that says no. `conditions` are the elements in DAV:error, as `{namespace}name`."""

    code = "client_error"

    def __init__(
        self, status: int, headers: Mapping[str, str], body: bytes, problem: Problem | None, conditions: list[str],
        **told: Any,
    ) -> None:  # fmt: skip
        said = (problem.detail or problem.title) if problem else ", ".join(conditions)
        super().__init__(
            f"{told.get('method', '')} {told.get('url', '')} → {status}" + (f": {said}" if said else ""), **told
        )
        self.status, self.headers, self.body = status, headers, body[:BODY_KEPT]
        self.problem, self.conditions = problem, conditions

    @property
    def request_id(self) -> str:
        return self.headers.get("x-request-id", "")


class NotModified(StatusError):
    """What was asked for is still what `if_none_match` named."""

    code = "not_modified"


class BadRequest(StatusError):
    code = "bad_request"


class Unauthorized(StatusError):
    code = "unauthorized"


class Forbidden(StatusError):
    code = "forbidden"


class NotFound(StatusError):
    code = "not_found"


class MethodNotAllowed(StatusError):
    code = "method_not_allowed"


class NotAcceptable(StatusError):
    code = "not_acceptable"


class Conflict(StatusError):
    code = "conflict"


class Gone(StatusError):
    code = "gone"


class PreconditionFailed(StatusError):
    code = "precondition_failed"


class ContentTooLarge(StatusError):
    code = "content_too_large"


class UnsupportedMediaType(StatusError):
    code = "unsupported_media_type"


class Unprocessable(StatusError):
    code = "unprocessable"


class Locked(StatusError):
    code = "locked"


class FailedDependency(StatusError):
    code = "failed_dependency"


class PreconditionRequired(StatusError):
    code = "precondition_required"


class RateLimited(StatusError):
    code = "rate_limited"


class ServerError(StatusError):
    code = "server_error"


class BadGateway(ServerError):
    code = "bad_gateway"


class Unavailable(ServerError):
    code = "unavailable"


class GatewayTimeout(ServerError):
    code = "gateway_timeout"


class InsufficientStorage(ServerError):
    code = "insufficient_storage"


BY_STATUS: dict[int, type[StatusError]] = {
    304: NotModified, 400: BadRequest, 401: Unauthorized, 403: Forbidden, 404: NotFound, 405: MethodNotAllowed,
    406: NotAcceptable, 409: Conflict, 410: Gone, 412: PreconditionFailed, 413: ContentTooLarge,
    415: UnsupportedMediaType, 422: Unprocessable, 423: Locked, 424: FailedDependency, 428: PreconditionRequired,
    429: RateLimited,
    500: ServerError, 502: BadGateway, 503: Unavailable, 504: GatewayTimeout, 507: InsufficientStorage,
}  # fmt: skip


def class_for(status: int) -> type[StatusError]:
    return BY_STATUS.get(status, ServerError if status >= 500 else StatusError)
