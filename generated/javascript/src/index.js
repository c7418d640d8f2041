// Rendered from the description of the interface; not for editing.

export { Client } from './client.js';
export { GraphqlService } from './graphql.js';
export * from './models.js';
export { untilUnchanged } from './runtime/conditional.js';
export { Download } from './runtime/downloads.js';
export * from './runtime/errors.js';
export { parseJson, writeJson } from './runtime/json.js';
export { OAuthError, oauth, startDeviceFlow } from './runtime/oauth.js';
export { Paged } from './runtime/pages.js';
export { TextResult } from './runtime/results.js';
export { EventStream } from './runtime/streams.js';
export * from './services/accounts.js';
export * from './services/address-books.js';
export * from './services/calendars.js';
export * from './services/changes.js';
export * from './services/contacts.js';
export * from './services/events.js';
export * from './services/files.js';
export * from './services/invitations.js';
export * from './services/session.js';
export * from './services/shares.js';
export * from './services/tokens.js';
export * from './services/webhooks.js';
export { verifyWebhook } from './webhooks.js';

/** The `type` of problems that this interface names. */
export const problems = /** @type {const} */ ({
  /** The request cannot be read */
  badRequest: '/problems/bad-request',
  /** The cursor belongs to another question */
  invalidCursor: '/problems/invalid-cursor',
  /** The body is not JSON */
  invalidJson: '/problems/invalid-json',
  /** A parameter is not what it must be */
  invalidParameters: '/problems/invalid-parameters',
  /** The range of time is none */
  invalidRange: '/problems/invalid-range',
  /** Sign in */
  unauthorized: '/problems/unauthorized',
  /** Not for these credentials */
  forbidden: '/problems/forbidden',
  /** This is not the password */
  wrongPassword: '/problems/wrong-password',
  /** Nothing is here */
  notFound: '/problems/not-found',
  /** There is no such method here */
  methodNotAllowed: '/problems/method-not-allowed',
  /** There is no such form of the answer */
  notAcceptable: '/problems/not-acceptable',
  /** The request with this Idempotency-Key was carried out before */
  answerLost: '/problems/answer-lost',
  /** It does not go together with what is there */
  conflict: '/problems/conflict',
  /** The request with this Idempotency-Key is being carried out */
  inProgress: '/problems/in-progress',
  /** There must be an administrator */
  lastAdministrator: '/problems/last-administrator',
  /** There are as many as there may be */
  limitReached: '/problems/limit-reached',
  /** There is something of this name */
  nameTaken: '/problems/name-taken',
  /** The password is not kept here */
  passwordKeptElsewhere: '/problems/password-kept-elsewhere',
  /** Another account has it */
  taken: '/problems/taken',
  /** A condition does not hold */
  preconditionFailed: '/problems/precondition-failed',
  /** The body is too large */
  contentTooLarge: '/problems/content-too-large',
  /** The body is of another media type */
  unsupportedMediaType: '/problems/unsupported-media-type',
  /** There is no such part */
  rangeNotSatisfiable: '/problems/range-not-satisfiable',
  /** The Idempotency-Key was sent with another request */
  idempotencyKeyReused: '/problems/idempotency-key-reused',
  /** The body is not what it must be */
  invalidBody: '/problems/invalid-body',
  /** The content cannot be taken */
  unprocessableContent: '/problems/unprocessable-content',
  /** Somebody holds a lock */
  locked: '/problems/locked',
  /** Say which version the change is for */
  preconditionRequired: '/problems/precondition-required',
  /** Too many requests */
  tooManyRequests: '/problems/too-many-requests',
  /** Not now */
  serviceUnavailable: '/problems/service-unavailable',
  /** There is no room */
  insufficientStorage: '/problems/insufficient-storage',
});

/** @typedef {import('./runtime/options.js').ClientOptions} ClientOptions */
/** @typedef {import('./runtime/options.js').CallOptions} CallOptions */
/** @typedef {import('./runtime/auth.js').TokenSource} TokenSource */
/** @typedef {import('./runtime/surroundings.js').Clock} Clock */
/** @typedef {import('./runtime/webhooks.js').WebhookRequest} WebhookRequest */
/** @typedef {import('./webhooks.js').WebhookEvent} WebhookEvent */
