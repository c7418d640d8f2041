/** What can go wrong: one base, a class for each status that means something, and one for each way to get no answer. */

/**
 * The RFC 9457 description of an error.
 * @typedef {object} Problem
 * @property {string} type `about:blank` where the answer names none.
 * @property {string} [title]
 * @property {string} [detail]
 * @property {string} [instance]
 * @property {Readonly<Record<string, unknown>>} extensions Every other member.
 */

/**
 * What is known of the call that failed.
 * @typedef {object} CallFacts
 * @property {string} method
 * @property {string} url Without user information and without the secrets of its query.
 * @property {number} attempts How often the request was sent.
 */

/** The answer that is an error. @typedef {object} FailedAnswer
 * @property {number} status
 * @property {Headers} headers
 * @property {Uint8Array} body At most the first 64 KiB.
 * @property {Problem} [problem]
 * @property {readonly string[]} [conditions] Preconditions of WebDAV as `{namespace}name`.
 */

/** Every error of this package. */
export class A3davError extends Error {
  /** A word that is the same in every language: `not_found`, `timeout`, ... @type {string} */
  code = 'error';
  /** @type {string | undefined} */
  method;
  /** @type {string | undefined} */
  url;
  /** How often the request was sent. */
  attempts = 0;

  /** @param {string} message @param {{ cause?: unknown }} [options] */
  constructor(message, options) {
    super(message, options);
    this.name = new.target.name;
  }

  /**
   * Says which call failed.
   * @internal
   * @param {CallFacts} facts
   */
  during(facts) {
    this.method = facts.method;
    this.url = facts.url;
    this.attempts = facts.attempts;
    return this;
  }
}

/** The client was set up wrongly. */
export class ConfigurationError extends A3davError {
  code = 'configuration';
}

/** The server answered, with a status of 400 or above, or 304. */
export class StatusError extends A3davError {
  /** @type {number} */
  status;
  /** @type {Headers} */
  headers;
  /** At most the first 64 KiB. @type {Uint8Array} */
  body;
  /** @type {Problem | undefined} */
  problem;
  /** Preconditions of WebDAV as `{namespace}name`. @type {readonly string[]} */
  conditions;

  /** @param {FailedAnswer} answer */
  constructor(answer) {
    const { status, problem, conditions = [] } = answer;
    super([`status ${status}`, problem?.title, problem?.detail, ...conditions].filter(Boolean).join(': '));
    this.code = status < 500 ? 'client_error' : 'server_error';
    this.status = status;
    this.headers = answer.headers;
    this.body = answer.body;
    this.problem = problem;
    this.conditions = conditions;
  }

  /** The first precondition. */
  get condition() {
    return this.conditions[0];
  }

  /** What the server calls this request. */
  get requestId() {
    return this.headers.get('x-request-id') ?? undefined;
  }
}

/** 304: what one has is still what there is. */
export class NotModifiedError extends StatusError {
  code = 'not_modified';
}
/** 400 */
export class BadRequestError extends StatusError {
  code = 'bad_request';
}
/** 401 */
export class UnauthorizedError extends StatusError {
  code = 'unauthorized';
}
/** 403 */
export class ForbiddenError extends StatusError {
  code = 'forbidden';
}
/** 404 */
export class NotFoundError extends StatusError {
  code = 'not_found';
}
/** 405 */
export class MethodNotAllowedError extends StatusError {
  code = 'method_not_allowed';
}
/** 406 */
export class NotAcceptableError extends StatusError {
  code = 'not_acceptable';
}
/** 409 */
export class ConflictError extends StatusError {
  code = 'conflict';
}
/** 410 */
export class GoneError extends StatusError {
  code = 'gone';
}
/** 412 */
export class PreconditionFailedError extends StatusError {
  code = 'precondition_failed';
}
/** 413 */
export class ContentTooLargeError extends StatusError {
  code = 'content_too_large';
}
/** 415 */
export class UnsupportedMediaTypeError extends StatusError {
  code = 'unsupported_media_type';
}
/** 422 */
export class UnprocessableError extends StatusError {
  code = 'unprocessable';
}
/** 423 */
export class LockedError extends StatusError {
  code = 'locked';
}
/** 424 */
export class FailedDependencyError extends StatusError {
  code = 'failed_dependency';
}
/** 428 */
export class PreconditionRequiredError extends StatusError {
  code = 'precondition_required';
}
/** 429 */
export class RateLimitedError extends StatusError {
  code = 'rate_limited';
}
/** 500, and every status above it that has no class of its own */
export class ServerError extends StatusError {
  code = 'server_error';
}
/** 502 */
export class BadGatewayError extends StatusError {
  code = 'bad_gateway';
}
/** 503 */
export class UnavailableError extends StatusError {
  code = 'unavailable';
}
/** 504 */
export class GatewayTimeoutError extends StatusError {
  code = 'gateway_timeout';
}
/** 507 */
export class InsufficientStorageError extends StatusError {
  code = 'insufficient_storage';
}

/** @type {Readonly<Record<number, new (answer: FailedAnswer) => StatusError>>} */
const CLASSES = {
  304: NotModifiedError,
  400: BadRequestError,
  401: UnauthorizedError,
  403: ForbiddenError,
  404: NotFoundError,
  405: MethodNotAllowedError,
  406: NotAcceptableError,
  409: ConflictError,
  410: GoneError,
  412: PreconditionFailedError,
  413: ContentTooLargeError,
  415: UnsupportedMediaTypeError,
  422: UnprocessableError,
  423: LockedError,
  424: FailedDependencyError,
  428: PreconditionRequiredError,
  429: RateLimitedError,
  502: BadGatewayError,
  503: UnavailableError,
  504: GatewayTimeoutError,
  507: InsufficientStorageError,
};

/** @param {FailedAnswer} answer @returns {StatusError} */
export function statusError(answer) {
  const known = CLASSES[answer.status] ?? (answer.status < 500 ? StatusError : ServerError);
  return new known(answer);
}

/** No connection, or one that ended before the answer did. */
export class ConnectionError extends A3davError {
  code = 'connection';
}

/** The time for the call ran out, or a stream fell silent. */
export class TimeoutError extends A3davError {
  code = 'timeout';
}

/** The signal of the caller was aborted, or the client was closed. */
export class CancelledError extends A3davError {
  code = 'cancelled';
}

/** The answer came whole but is not what it should be. */
export class DecodeError extends A3davError {
  code = 'decode';
}

/** A redirect that is not followed. */
export class RedirectError extends A3davError {
  code = 'redirect';
  /** @type {number | undefined} */
  status;
  /** @type {string | undefined} */
  location;
}

/**
 * One error of a GraphQL answer.
 * @typedef {object} GraphqlProblem
 * @property {string} message
 * @property {readonly (string | number)[]} [path]
 * @property {readonly { line: number, column: number }[]} [locations]
 * @property {Readonly<Record<string, unknown>>} [extensions]
 */

/** GraphQL answered with errors; what it could find out is kept. */
export class GraphqlError extends A3davError {
  code = 'graphql';
  /** @type {readonly GraphqlProblem[]} */
  errors;
  /** @type {unknown} */
  data;
  /** @type {number} */
  status;

  /** @param {readonly GraphqlProblem[]} errors @param {unknown} data @param {number} status */
  constructor(errors, data, status) {
    super(errors.map((error) => error.message).join('; ') || 'GraphQL answered with an error');
    this.errors = errors;
    this.data = data;
    this.status = status;
  }
}

/** Why a webhook is not believed. @typedef {'missing' | 'timestamp' | 'mismatch'} WebhookReason */

/** A webhook that this secret did not sign, or not just now. */
export class WebhookSignatureError extends A3davError {
  code = 'webhook_signature';
  /** @type {WebhookReason} */
  reason;

  /** @param {WebhookReason} reason @param {string} message */
  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }
}

/** A stream of events that cannot go on. */
export class StreamError extends A3davError {
  code = 'stream';
}
