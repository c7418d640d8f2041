/** Who is asking: basic, a bearer token, or something that finds tokens. */

import { environment } from './surroundings.js';

/** @import { ClientOptions } from './options.js' */
/** @import { Clock, Transport } from './surroundings.js' */

/** What a source of tokens may use; `agent` is what this client calls itself.
 * @typedef {{ fetch: Transport, clock: Clock, signal: AbortSignal, agent?: string | undefined }} TokenContext */

/** A token, and when it ends in milliseconds since 1970. @typedef {{ token: string, expiresAt?: number }} Token */

/** Finds a token. It is asked again when the last one expires, and once when the server did not take it.
 * @typedef {(context: TokenContext) => string | Token | Promise<string | Token>} TokenSource */

/**
 * @typedef {object} Credentials
 * @property {(context: TokenContext) => Promise<string | undefined>} header The value of `Authorization`.
 * @property {((context: TokenContext, refused: string | undefined) => Promise<boolean>)} renew Whether another one
 *   may be tried after the server refused this one.
 */

const EARLY = 30_000;

/** @param {ClientOptions} options @returns {Credentials} */
export function credentials(options) {
  const { username, password } = options;
  if (username !== undefined && password !== undefined) return fixed(`Basic ${base64(`${username}:${password}`)}`);
  const token = options.token ?? environment('A3DAV_TOKEN');
  if (typeof token === 'function') return new Found(token);
  return fixed(token === undefined ? undefined : `Bearer ${token}`);
}

/** @param {string | undefined} header @returns {Credentials} */
const fixed = (header) => ({ header: async () => header, renew: async () => false });

/** Keeps the token of a source, and asks it once for all calls that wait. */
class Found {
  #source;
  /** @type {Promise<Token> | undefined} */
  #token;

  /** @param {TokenSource} source */
  constructor(source) {
    this.#source = source;
  }

  /** @param {TokenContext} context */
  async header(context) {
    const { token, expiresAt = Infinity } = await this.#found(context);
    if (expiresAt - EARLY > context.clock.now()) return `Bearer ${token}`;
    this.#token = undefined;
    return `Bearer ${(await this.#found(context)).token}`;
  }

  /** @param {TokenContext} context @param {string | undefined} refused */
  async renew(context, refused) {
    if (refused === (await this.header(context))) this.#token = undefined;
    await this.#found(context);
    return true;
  }

  /** @param {TokenContext} context @returns {Promise<Token>} */
  #found(context) {
    const asked = this.#token ?? this.#asked(context);
    this.#token = asked;
    asked.catch(() => {
      if (this.#token === asked) this.#token = undefined;
    });
    return asked;
  }

  /** @param {TokenContext} context @returns {Promise<Token>} */
  async #asked(context) {
    const found = await this.#source(context);
    return typeof found === 'string' ? { token: found } : found;
  }
}

/** @param {string} text */
function base64(text) {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
