// Rendered from the description of the interface; not for editing.

import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

/** @import { Calls } from '../runtime/calls.js' */
/** @import { CallOptions } from '../runtime/options.js' */
/** @import { Paged } from '../runtime/pages.js' */
/** @import * as models from '../models.js' */

/**
 * @typedef {object} SharesListParameters
 * @property {number | undefined} [limit] How many entries a page has at most.
 * @property {string | undefined} [cursor] What `next` of the page before said; without it, the first page.
 */

/** @typedef {CallOptions & SharesListParameters} SharesListOptions */

/** What one gives others of one's calendars and address books. */
export class SharesService {
  #calls;

  /** @internal @param {Calls} calls */
  constructor(calls) {
    this.#calls = calls;
  }

  /**
   * List who has a share
   *
   * Whom a calendar or an address book of one's own is shared with, the oldest share first.
   *
   * @param {string} collectionId A calendar or an address book.
   * @param {SharesListOptions} [options]
   * @returns {Paged<models.Share>}
   */
  list(collectionId, { limit, cursor, ...calling } = {}) {
    return this.#calls.paged(
      {
        method: 'GET',
        path: `/collections/${segment(collectionId)}/shares`,
        query: {
          limit,
          cursor,
        },
      },
      { cursor: 'cursor', items: 'items', next: 'next' },
      calling,
    );
  }

  /**
   * Share with somebody, or change what they may do
   *
   * Offers a calendar or an address book of one's own to an account or a group, each of whom is invited, or changes
   * what was offered. Whoever declined is asked again.
   *
   * @param {string} collectionId A calendar or an address book.
   * @param {string} accountId The account or the group it is shared with.
   * @param {models.NewShare} body
   * @param {CallOptions} [options]
   * @returns {Promise<models.Share>}
   */
  async put(collectionId, accountId, body, options) {
    return this.#calls.json(
      {
        method: 'PUT',
        path: `/collections/${segment(collectionId)}/shares/${segment(accountId)}`,
        headers: {
          'Content-Type': 'application/json',
        },
        body: writeJson(body),
      },
      options,
    );
  }

  /**
   * End a share
   *
   * Whoever has the collection by this share alone has it no more.
   *
   * @param {string} collectionId A calendar or an address book.
   * @param {string} accountId The account or the group it is shared with.
   * @param {CallOptions} [options]
   * @returns {Promise<void>}
   */
  async delete(collectionId, accountId, options) {
    return this.#calls.nothing(
      {
        method: 'DELETE',
        path: `/collections/${segment(collectionId)}/shares/${segment(accountId)}`,
      },
      options,
    );
  }
}
