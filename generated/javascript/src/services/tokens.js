// Rendered from the description of the interface; not for editing.

import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

/** @import { Calls } from '../runtime/calls.js' */
/** @import { CallOptions } from '../runtime/options.js' */
/** @import * as models from '../models.js' */

/** What programs sign in with, each for some things alone. */
export class TokensService {
  #calls;

  /** @internal @param {Calls} calls */
  constructor(calls) {
    this.#calls = calls;
  }

  /**
   * List one's tokens
   *
   * The tokens of the account, without what they are; those that expired are there for a month.
   *
   * @param {CallOptions} [options]
   * @returns {Promise<models.TokenPage>}
   */
  async list(options) {
    return this.#calls.json(
      {
        method: 'GET',
        path: '/tokens',
      },
      options,
    );
  }

  /**
   * Make a token
   *
   * What the token is stands in the answer, and is told nowhere else again. A token makes no token that is for more
   * than it is for itself, or that lasts longer.
   *
   * @param {models.NewToken} body
   * @param {CallOptions} [options]
   * @returns {Promise<models.MadeToken>}
   */
  async create(body, options) {
    return this.#calls.json(
      {
        method: 'POST',
        path: '/tokens',
        headers: {
          'Content-Type': 'application/json',
        },
        body: writeJson(body),
      },
      options,
    );
  }

  /**
   * Revoke a token
   *
   * It is worthless at once, everywhere.
   *
   * @param {string} token The id of the token.
   * @param {CallOptions} [options]
   * @returns {Promise<void>}
   */
  async delete(token, options) {
    return this.#calls.nothing(
      {
        method: 'DELETE',
        path: `/tokens/${segment(token)}`,
      },
      options,
    );
  }
}
