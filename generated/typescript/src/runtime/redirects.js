/** Which redirects are followed, and with what. */

import { sameOrigin } from './addresses.js';
import { RedirectError } from './errors.js';

/** @import { Sendable } from './bodies.js' */
/** @import { RetryClass } from './retrying.js' */

/** @typedef {{ method: string, url: URL, body: Sendable | undefined, away: boolean }} Hop `away` is another origin. */

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const NOT_MODIFIED = 304;

export const MOST_REDIRECTS = 5;

/**
 * @param {Response} response
 * @param {Hop} hop What was sent.
 * @param {RetryClass} retry
 * @param {number} followed
 * @returns {Hop | undefined} What to send next, `undefined` where this is the answer.
 */
export function nextHop(response, hop, retry, followed) {
  if (response.status < 300 || response.status === NOT_MODIFIED || response.status >= 400) return undefined;
  const location = response.headers.get('location') ?? undefined;
  const refuse = (/** @type {string} */ why) => refusal(why, response.status, location);
  if (!REDIRECTS.has(response.status)) throw refuse('it is of no known kind');
  if (retry !== 'safe') throw refuse(`${hop.method} is not sent again elsewhere`);
  if (location === undefined || !URL.canParse(location, hop.url)) throw refuse('it leads nowhere');
  if (followed >= MOST_REDIRECTS) throw refuse(`it is one after ${MOST_REDIRECTS} others`);
  const url = new URL(location, hop.url);
  if (url.protocol !== 'https:' && url.protocol !== hop.url.protocol) throw refuse('it leads out of HTTPS');
  const asGet = response.status === 303 && hop.method !== 'HEAD';
  const method = asGet ? 'GET' : hop.method;
  const away = hop.away || !sameOrigin(url, hop.url);
  if (away && method !== 'GET' && method !== 'HEAD') throw refuse(`${method} is not sent to another origin`);
  return { method, url, body: asGet ? undefined : hop.body, away };
}

/** @param {string} why @param {number} status @param {string} [location] */
export function refusal(why, status, location) {
  const error = new RedirectError(`a redirect was not followed: ${why}`);
  error.status = status;
  error.location = location;
  return error;
}
