// Rendered from the description of the interface; not for editing.

import type * as models from '../models.js';
import type { Calls } from '../runtime/calls.js';
import type { CallOptions } from '../runtime/options.js';
import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

/** What programs sign in with, each for some things alone. */
export class TokensService {
  readonly #calls: Calls;

  /** @internal */
  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /**
   * List one's tokens
   *
   * The tokens of the account, without what they are; those that expired are there for a month.
   */
  async list(options?: CallOptions): Promise<models.TokenPage> {
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
   */
  async create(body: models.NewToken, options?: CallOptions): Promise<models.MadeToken> {
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
   * @param token The id of the token.
   */
  async delete(token: string, options?: CallOptions): Promise<void> {
    return this.#calls.nothing(
      {
        method: 'DELETE',
        path: `/tokens/${segment(token)}`,
      },
      options,
    );
  }
}
