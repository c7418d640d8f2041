/** When a request is sent once more, and after how long. */

import { ConnectionError, StatusError } from './errors.js';

/**
 * How safe it is to send a request twice: `keyed` ones carry an Idempotency-Key.
 * @typedef {'safe' | 'idempotent' | 'keyed' | 'never'} RetryClass
 */

const PASSING = new Set([408, 429, 502, 503, 504]);
const FIRST_WAIT = 500;

const SAFE = ['GET', 'HEAD', 'OPTIONS', 'PROPFIND', 'REPORT', 'QUERY', 'SEARCH'];
const IDEMPOTENT = ['PUT', 'DELETE', 'PROPPATCH', 'MKCOL', 'MKCALENDAR', 'COPY', 'MOVE', 'ACL', 'UNLOCK'];

/** What the IANA registry of methods says. @param {string} method @returns {RetryClass} */
export function retryClass(method) {
  if (SAFE.includes(method)) return 'safe';
  return IDEMPOTENT.includes(method) ? 'idempotent' : 'never';
}

/** Whether another attempt may end better. @param {unknown} error */
export function passing(error) {
  if (error instanceof StatusError) return PASSING.has(error.status);
  return error instanceof ConnectionError;
}

/**
 * @param {number} retry 1 for the first one.
 * @param {number} chance From 0 to 1.
 * @param {number} [first]
 */
export const backoff = (retry, chance, first = FIRST_WAIT) =>
  Math.min(8000, first * 2 ** Math.min(retry - 1, 30)) * (1 - 0.5 * chance);

/**
 * How long the server asked to wait.
 * @param {Headers} headers
 * @param {number} now
 * @returns {number | undefined} Milliseconds; `undefined` where it did not say, or not so that it makes sense.
 */
export function retryAfter(headers, now) {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,12}$/.test(value)) return Number(value) * 1000;
  const wait = HTTP_DATE.test(value) ? Date.parse(value) - now : NaN;
  return wait >= 0 ? wait : undefined;
}

const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * What the server asked for, else the usual.
 * @param {unknown} error
 * @param {number} now
 * @param {() => number} usual
 */
export function delay(error, now, usual) {
  return (error instanceof StatusError ? retryAfter(error.headers, now) : undefined) ?? usual();
}
