/** What a client and a single call can be told. */

import { ConfigurationError } from './errors.js';
import { environment, systemClock, systemRandom } from './surroundings.js';

/** @import { Clock, Random, Transport } from './surroundings.js' */
/** @import { TokenSource } from './auth.js' */
/** @import { LogEntry } from './logging.js' */

/**
 * @typedef {object} ClientOptions
 * @property {string | URL | undefined} [baseUrl] Where the server is; else the environment's `A3DAV_URL`.
 * @property {string | TokenSource | undefined} [token] A bearer token, or what gives one: asked first when a token is needed and
 *   once more after a 401. Without any of the three the environment's `A3DAV_TOKEN`.
 * @property {string | undefined} [username] Together with `password`.
 * @property {string | undefined} [password]
 * @property {number | undefined} [timeout] Milliseconds for a call with all its attempts; for a stream until its first
 *   byte, and again between two pieces. 60,000 unless said.
 * @property {number | undefined} [retries] Attempts after the first one. 2 unless said.
 * @property {number | undefined} [maxBytes] How large an answer may be that is held in memory. 64 MiB unless said.
 * @property {Readonly<Record<string, string>> | undefined} [headers] Sent with every request.
 * @property {Transport | undefined} [fetch]
 * @property {Clock | undefined} [clock]
 * @property {Random | undefined} [random]
 * @property {((entry: LogEntry) => void) | undefined} [log] Called after each attempt; secrets are left out.
 */

/** @typedef {{ status: number, headers: Headers, attempts: number }} Answered */

/**
 * @typedef {object} CallOptions
 * @property {AbortSignal | undefined} [signal] Ends the call with a `CancelledError`.
 * @property {number | undefined} [timeout]
 * @property {number | undefined} [retries]
 * @property {number | undefined} [maxBytes]
 * @property {Readonly<Record<string, string>> | undefined} [headers]
 * @property {string | undefined} [requestId] Sent as `X-Request-Id`.
 * @property {string | undefined} [idempotencyKey] Where the operation takes one; made up unless given.
 * @property {((answer: Answered) => void) | undefined} [onResponse] Told the head of the answer.
 */

/**
 * @typedef {object} Settings
 * @property {URL} baseUrl
 * @property {number} timeout
 * @property {number} retries
 * @property {number} maxBytes
 * @property {Readonly<Record<string, string>>} headers
 * @property {Transport} fetch
 * @property {Clock} clock
 * @property {Random} random
 * @property {((entry: LogEntry) => void) | undefined} log
 */

/** @param {ClientOptions} options @returns {Settings} */
export function settings(options) {
  return {
    baseUrl: base(options.baseUrl ?? environment('A3DAV_URL')),
    timeout: options.timeout ?? 60_000,
    retries: options.retries ?? 2,
    maxBytes: options.maxBytes ?? 64 * 1024 * 1024,
    headers: options.headers ?? {},
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    clock: options.clock ?? systemClock,
    random: options.random ?? systemRandom,
    log: options.log,
  };
}

/** @param {string | URL | undefined} given */
function base(given) {
  if (given === undefined) throw new ConfigurationError('no address of a server: give baseUrl or set A3DAV_URL');
  const url = new URL(given);
  if (url.username || url.password)
    throw new ConfigurationError('give username and password as options, not in the address');
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}
