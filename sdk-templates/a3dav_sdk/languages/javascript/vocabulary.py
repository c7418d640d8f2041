"""Words that are taken in JavaScript, in TypeScript, or by the runtime."""

RESERVED = frozenset(
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends "
    "false finally for function if implements import in instanceof interface let new null package private protected "
    "public return static super switch this throw true try typeof undefined var void while with yield".split()
)
CALLING = frozenset(
    "signal timeout retries maxBytes headers requestId idempotencyKey onResponse lastEventId body options calling "
    "models segment cookies exploded joined spread asJson writeJson formBody multipartBody variables".split()
)
"""Options of every call, and names that a method uses."""
TYPES = frozenset(
    "Any Array AsyncGenerator Blob Date Error FormData Headers Int64 Map Never Number Object Partial Pick Promise "
    "Readonly ReadonlyArray ReadableStream Record Response Set String Symbol Uint8Array URL Unknown "
    "UnknownTag Unrecognized Upload Answered CallOptions Calls Client ClientOptions Clock Dav DavResponse DeviceLogin "
    "Download EventStream Graphql GraphqlProblem GraphqlService LogEntry OAuthError Page Paged Problem Random Sender "
    "ServerEvent SyncEvent TextResult Token TokenContext TokenSource Tokens Transport WebhookEvent WebhookReason "
    "WebhookRequest "
    "A3davError StatusError NotModifiedError BadRequestError UnauthorizedError ForbiddenError NotFoundError "
    "MethodNotAllowedError "
    "NotAcceptableError ConflictError GoneError PreconditionFailedError ContentTooLargeError UnsupportedMediaTypeError "
    "UnprocessableError LockedError FailedDependencyError PreconditionRequiredError RateLimitedError ServerError "
    "BadGatewayError UnavailableError GatewayTimeoutError InsufficientStorageError ConnectionError TimeoutError "
    "CancelledError DecodeError RedirectError GraphqlError WebhookSignatureError StreamError ConfigurationError "
    "FailedAnswer CallFacts".split()
)
MODULES = {
    "Upload": "bodies", "TextResult": "results", "Download": "downloads", "Int64": "json", "Paged": "pages",
    "EventStream": "streams",
}  # fmt: skip
"""Where the runtime keeps the types that methods name."""
