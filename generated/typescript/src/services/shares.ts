// Rendered from the description of the interface; not for editing.

import type * as models from '../models.js';
import type { Calls } from '../runtime/calls.js';
import type { CallOptions } from '../runtime/options.js';
import type { Paged } from '../runtime/pages.js';
import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

export interface SharesListOptions extends CallOptions {
  /** How many entries a page has at most. */
  limit?: number | undefined;
  /** What `next` of the page before said; without it, the first page. */
  cursor?: string | undefined;
}

/** What one gives others of one's calendars and address books. */
export class SharesService {
  readonly #calls: Calls;

  /** @internal */
  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /**
   * List who has a share
   *
   * Whom a calendar or an address book of one's own is shared with, the oldest share first.
   *
   * @param collectionId A calendar or an address book.
   */
  list(collectionId: string, options: SharesListOptions = {}): Paged<models.Share> {
    const { limit, cursor, ...calling } = options;
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
   * @param collectionId A calendar or an address book.
   * @param accountId The account or the group it is shared with.
   */
  async put(
    collectionId: string,
    accountId: string,
    body: models.NewShare,
    options?: CallOptions,
  ): Promise<models.Share> {
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
   * @param collectionId A calendar or an address book.
   * @param accountId The account or the group it is shared with.
   */
  async delete(collectionId: string, accountId: string, options?: CallOptions): Promise<void> {
    return this.#calls.nothing(
      {
        method: 'DELETE',
        path: `/collections/${segment(collectionId)}/shares/${segment(accountId)}`,
      },
      options,
    );
  }
}
