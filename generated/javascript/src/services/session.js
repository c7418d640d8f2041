// Rendered from the description of the interface; not for editing.

/** @import { Calls } from '../runtime/calls.js' */
/** @import { CallOptions } from '../runtime/options.js' */
/** @import * as models from '../models.js' */

/** Who is signed in, and what there is to call. */
export class SessionService {
  #calls;

  /** @internal @param {Calls} calls */
  constructor(calls) {
    this.#calls = calls;
  }

  /**
   * Fetch this document in OpenAPI 3.1
   *
   * The same for tools that know no later version; what 3.1 cannot say stands in extensions.
   *
   * @param {CallOptions} [options]
   * @returns {Promise<Record<string, unknown>>}
   */
  async document31(options) {
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
   *
   * @param {CallOptions} [options]
   * @returns {Promise<Record<string, unknown>>}
   */
  async document(options) {
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
   *
   * @param {CallOptions} [options]
   * @returns {Promise<models.Session>}
   */
  async get(options) {
    return this.#calls.json(
      {
        method: 'GET',
        path: '/session',
      },
      options,
    );
  }
}
