/** What the log hook is told: enough to find a fault, and no secret. */

/**
 * @typedef {object} LogEntry
 * @property {string} method
 * @property {string} url Without user information and without the secrets of its query.
 * @property {number | undefined} status `undefined` where no answer came.
 * @property {number} attempt 1 is the first.
 * @property {number} duration Milliseconds.
 * @property {string | undefined} error The `code` of the error.
 */

const SECRET = /^(?:access_token|token|code|secret|password|signature|key)$/i;

/** @param {string | URL} address */
export function redacted(address) {
  const url = new URL(address);
  url.username = url.password = url.hash = '';
  const query = url.search.slice(1).split('&');
  const told = query.map((pair) => (SECRET.test(pair.replace(/=.*/s, '')) ? pair.replace(/=.*/s, '=…') : pair));
  url.search = '';
  return url.href + (query[0] ? `?${told.join('&')}` : '');
}
