/** Sends a request until there is an answer that counts: credentials, redirects, another attempt, a log. */

import { address, sameOrigin } from './addresses.js';
import { credentials } from './auth.js';
import { sendable } from './bodies.js';
import { Deadline } from './deadlines.js';
import { A3davError, CancelledError, ConfigurationError, StatusError } from './errors.js';
import { failure } from './failures.js';
import { redacted } from './logging.js';
import { settings } from './options.js';
import { nextHop, refusal } from './redirects.js';
import { backoff, delay, passing, retryClass } from './retrying.js';
import { inPage, randomHex } from './surroundings.js';

/** @import { ParameterValue, Plain } from './addresses.js' */
/** @import { Credentials, TokenContext } from './auth.js' */
/** @import { Sendable, Upload } from './bodies.js' */
/** @import { CallOptions, ClientOptions, Settings } from './options.js' */
/** @import { Hop } from './redirects.js' */
/** @import { RetryClass } from './retrying.js' */

/**
 * What is to be sent.
 * @typedef {object} Call
 * @property {string} method
 * @property {string | URL} path Below the base, or a whole address, which gets no credentials if its origin is another.
 * @property {Readonly<Record<string, ParameterValue>> | undefined} [query]
 * @property {Readonly<Record<string, Plain>>} [headers]
 * @property {Upload | undefined} [body]
 * @property {RetryClass} [retry] What the method says, unless given.
 */

/** Takes what is wanted from an answer that is a success; it ends the deadline or hands it on.
 * @template T @typedef {(response: Response, deadline: Deadline) => Promise<T>} Taking */

/** What stays the same through all attempts of one call.
 * @typedef {object} Errand
 * @property {Call} call
 * @property {CallOptions} options
 * @property {URL} url
 * @property {RetryClass} retry
 * @property {Headers} own Headers of this package.
 * @property {Headers} callers Headers of the caller, which no other origin gets.
 * @property {Sendable | undefined} body
 * @property {number} retries
 * @property {number} end When the time for all attempts is over.
 */

export class Sender {
  /** @type {Settings} */
  settings;
  /** @type {Credentials} */
  #credentials;
  #agent;
  #closing = new AbortController();

  /** @param {ClientOptions} options @param {string} agent */
  constructor(options, agent) {
    this.settings = settings(options);
    this.#credentials = credentials(options);
    this.#agent = inPage() ? undefined : agent;
  }

  /** Ends what is under way; nothing can be sent any more. */
  close() {
    this.#closing.abort(new CancelledError('the client is closed'));
  }

  /** Milliseconds. @param {CallOptions} options */
  timeout(options) {
    return options.timeout ?? this.settings.timeout;
  }

  /** @param {CallOptions} options */
  deadline(options) {
    return new Deadline([options.signal, this.#closing.signal]);
  }

  /**
   * @template T
   * @param {Call} call
   * @param {CallOptions} options
   * @param {Taking<T>} take
   * @returns {Promise<T>}
   */
  async send(call, options, take) {
    const errand = this.#errand(call, options);
    const wanted = this.deadline(options);
    try {
      return await this.#tried(errand, wanted.signal, take);
    } finally {
      wanted.done();
    }
  }

  /** @template T @param {Errand} errand @param {AbortSignal} signal @param {Taking<T>} take @returns {Promise<T>} */
  async #tried(errand, signal, take) {
    let renewed = false;
    for (let attempt = 1; ; attempt += 1) {
      const authorization = await this.#authorization(errand, signal);
      try {
        return await this.#attempt(errand, authorization, attempt - Number(renewed), take);
      } catch (error) {
        if (!renewed && (await this.#renewed(errand, error, authorization, signal))) renewed = true;
        else await this.#pause(errand, error, attempt - Number(renewed), signal);
      }
    }
  }

  /** @param {Errand} errand @param {unknown} error @param {number} retry @param {AbortSignal} signal */
  async #pause(errand, error, retry, signal) {
    const { clock, random } = this.settings;
    if (errand.retry === 'never' || retry > errand.retries || !passing(error)) throw error;
    const wait = delay(error, clock.now(), () => backoff(retry, random()));
    if (wait > LONGEST_WAIT || wait >= errand.end - clock.now()) throw error;
    if (wait > 0) await clock.sleep(wait, signal);
    signal.throwIfAborted();
  }

  /** @template T @param {Errand} errand @param {string | undefined} authorization @param {number} attempt @param {Taking<T>} take */
  async #attempt(errand, authorization, attempt, take) {
    const deadline = this.deadline(errand.options);
    const begun = this.settings.clock.now();
    const { method } = errand.call;
    const url = redacted(errand.url);
    /** @param {number | undefined} status @param {string} [error] */
    const log = (status, error) =>
      this.settings.log?.({ method, url, status, attempt, duration: this.settings.clock.now() - begun, error });
    try {
      deadline.restart(Math.max(0, errand.end - begun));
      const response = await this.#followed(errand, authorization, deadline);
      deadline.began = true;
      if (response.status >= 300) throw await failure(response, deadline);
      const result = await take(response, deadline);
      const { status, headers } = response;
      log(status);
      errand.options.onResponse?.({ status, headers, attempts: attempt });
      return result;
    } catch (error) {
      deadline.abandon();
      if (!(error instanceof A3davError)) throw error;
      log(error instanceof StatusError ? error.status : undefined, error.code);
      throw error.during({ method, url, attempts: attempt });
    }
  }

  /** @param {Errand} errand @param {string | undefined} authorization @param {Deadline} deadline */
  async #followed(errand, authorization, deadline) {
    const away = !sameOrigin(errand.url, this.settings.baseUrl);
    /** @type {Hop | undefined} */
    let hop = { method: errand.call.method, url: errand.url, body: errand.body, away };
    for (let followed = 0; ; followed += 1) {
      const headers = headersOf(errand, hop, authorization);
      const response = await this.#fetched(hop, headers, errand.retry, deadline);
      const next = nextHop(response, hop, errand.retry, followed);
      if (next === undefined) return response;
      await response.body?.cancel();
      hop = next;
    }
  }

  /** @param {Hop} hop @param {Headers} headers @param {RetryClass} retry @param {Deadline} deadline */
  async #fetched(hop, headers, retry, deadline) {
    const { method, url, body } = hop;
    const duplex = body instanceof ReadableStream ? { duplex: /** @type {const} */ ('half') } : {};
    const asked = { method, headers, signal: deadline.signal, ...(body !== undefined && { body }), ...duplex };
    /** @param {RequestRedirect} redirect */
    const fetched = (redirect) =>
      this.settings.fetch(url.href, { ...asked, redirect }).catch((error) => {
        throw deadline.meaning(error);
      });
    const response = await fetched('manual');
    if (response.type !== 'opaqueredirect') return response;
    // Pages of browsers are not shown where a redirect leads; they take credentials from other origins themselves.
    if (retry === 'safe' && (method === 'GET' || method === 'HEAD')) return fetched('follow');
    throw refusal('a browser hides where it leads', 0);
  }

  /** @param {Call} call @param {CallOptions} options @returns {Errand} */
  #errand(call, options) {
    const retry = call.retry ?? retryClass(call.method);
    const { body, once } = call.body === undefined ? { body: undefined, once: false } : sendable(call.body);
    const key = retry === 'keyed' ? (options.idempotencyKey ?? randomHex(this.settings.random)) : undefined;
    const own = {
      ...call.headers,
      'User-Agent': this.#agent,
      'Idempotency-Key': key,
      'X-Request-Id': options.requestId,
    };
    const { path, query } = call;
    return {
      call,
      options,
      url: path instanceof URL ? path : address(this.settings.baseUrl, path, query),
      retry,
      own: headersFrom(own),
      callers: headersFrom({ ...this.settings.headers, ...options.headers }),
      body,
      retries: once ? 0 : (options.retries ?? this.settings.retries),
      end: this.settings.clock.now() + this.timeout(options),
    };
  }

  /** @param {Errand} errand @param {AbortSignal} signal */
  async #authorization(errand, signal) {
    if (!sameOrigin(errand.url, this.settings.baseUrl)) return undefined;
    return this.#credentials.header(this.#tokenContext(signal));
  }

  /** @param {Errand} errand @param {unknown} error @param {string | undefined} refused @param {AbortSignal} signal */
  async #renewed(errand, error, refused, signal) {
    if (!(error instanceof StatusError) || error.status !== 401 || errand.body instanceof ReadableStream) return false;
    return refused !== undefined && this.#credentials.renew(this.#tokenContext(signal), refused);
  }

  /** @param {AbortSignal} signal @returns {TokenContext} */
  #tokenContext(signal) {
    const { fetch, clock } = this.settings;
    return { fetch, clock, signal, agent: this.#agent };
  }
}

const LONGEST_WAIT = 60_000;
const SECRETS = ['cookie', 'idempotency-key'];

/** @param {Readonly<Record<string, Plain>>} values */
function headersFrom(values) {
  const given = Object.entries(values).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]]));
  try {
    return new Headers(/** @type {[string, string][]} */ (given));
  } catch (error) {
    throw new ConfigurationError('a header cannot be sent', { cause: error });
  }
}

/** @param {Errand} errand @param {Hop} hop @param {string | undefined} authorization */
function headersOf(errand, hop, authorization) {
  const headers = new Headers(errand.own);
  if (hop.body === undefined) headers.delete('content-type');
  if (hop.away) {
    for (const name of SECRETS) headers.delete(name);
    return headers;
  }
  if (authorization !== undefined) headers.set('authorization', authorization);
  for (const [name, value] of errand.callers) headers.set(name, value);
  return headers;
}
