// Rendered from the description of the interface; not for editing.

import type * as models from '../models.js';
import type { Calls } from '../runtime/calls.js';
import type { CallOptions } from '../runtime/options.js';

/** Who is signed in, and what there is to call. */
export class SessionService {
  readonly #calls: Calls;

  /** @internal */
  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /**
   * Fetch this document in OpenAPI 3.1
   *
   * The same for tools that know no later version; what 3.1 cannot say stands in extensions.
   */
  async document31(options?: CallOptions): Promise<Record<string, unknown>> {
    return this.#calls.json(
      {
        method: 'GET',
        path: '/openapi-3.1.json',
      },
      options,
    );
  }

  /**
   * Fetch this document
   *
   * The OpenAPI 3.2 document of everything that this server serves below this place.
   */
  async document(options?: CallOptions): Promise<Record<string, unknown>> {
    return this.#calls.json(
      {
        method: 'GET',
        path: '/openapi.json',
      },
      options,
    );
  }

  /**
   * Tell who is signed in
   *
   * The account that the credential of this request belongs to, what this credential may be used for, and what the
   * server takes.
   */
  async get(options?: CallOptions): Promise<models.Session> {
    return this.#calls.json(
      {
        method: 'GET',
        path: '/session',
      },
      options,
    );
  }
}
