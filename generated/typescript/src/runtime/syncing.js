/** What changed in a collection since last time (RFC 6578). */

import { DecodeError, StatusError } from './errors.js';
import { sameHref } from './hrefs.js';
import { DAV, element } from './qualified.js';

/** @import { Dav } from './dav.js' */
/** @import { CallOptions } from './options.js' */
/** @import { DavResponse } from './multistatus.js' */

/**
 * `reset`: the server no longer knows the token. All that is there follows as `changed`; what does not come is gone.
 * `token`: everything is told; keep it for the next time.
 * @typedef {{ type: 'changed', href: string, etag: string | undefined, response: DavResponse }
 *   | { type: 'removed', href: string }
 *   | { type: 'reset' }
 *   | { type: 'token', token: string }} SyncEvent
 */

const INSUFFICIENT_STORAGE = 507;

/** @typedef {CallOptions & { properties?: readonly string[] | undefined }} SyncOptions */

/**
 * @param {Dav} dav
 * @param {string | URL} collection
 * @param {string} token
 * @param {SyncOptions} options
 * @returns {AsyncGenerator<SyncEvent, void, undefined>}
 */
export async function* syncing(dav, collection, token, options) {
  const seen = new Set([token]);
  for (let more = true; more;) {
    const page = await asked(dav, collection, token, options);
    if (page === undefined) {
      yield { type: 'reset' };
      token = '';
      continue;
    }
    const { responses, syncToken } = page;
    if (!syncToken) throw new DecodeError('the answer has no sync-token');
    const own = responses.filter(({ href }) => sameHref(href, collection, dav.base));
    more = own.some(({ status }) => status === INSUFFICIENT_STORAGE); // RFC 6578 3.6
    if (more && seen.has(syncToken)) throw new DecodeError('the pages of the changes go round in a circle');
    for (const response of responses) if (!own.includes(response)) yield told(response);
    seen.add((token = syncToken));
  }
  yield { type: 'token', token };
}

/** @param {Dav} dav @param {string | URL} collection @param {string} token @param {SyncOptions} options */
async function asked(dav, collection, token, { properties = [DAV('getetag')], ...options }) {
  const wanted = properties.map((name) => element(name));
  const body = element(DAV('sync-collection'), [
    element(DAV('sync-token'), token === '' ? [] : [token]),
    element(DAV('sync-level'), ['1']),
    element(DAV('prop'), wanted),
  ]);
  try {
    return await dav.report(collection, body, { depth: 0, ...options });
  } catch (error) {
    if (token !== '' && forgotten(error)) return undefined;
    throw error;
  }
}

/** Whether the server no longer knows the token. @param {unknown} error */
function forgotten(error) {
  if (!(error instanceof StatusError)) return false;
  if (error.status === 410 || error.status === 412) return true;
  return [403, 409].includes(error.status) && error.conditions.includes(DAV('valid-sync-token'));
}

/** @param {DavResponse} response @returns {SyncEvent} */
function told(response) {
  const { href, status, etag } = response;
  if (status === 404) return { type: 'removed', href };
  if (status !== undefined && status >= 300) throw new DecodeError(`a change of ${href} has the status ${status}`);
  return { type: 'changed', href, etag, response };
}
