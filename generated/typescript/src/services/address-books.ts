// Rendered from the description of the interface; not for editing.

import type * as models from '../models.js';
import type { Upload } from '../runtime/bodies.js';
import type { Calls } from '../runtime/calls.js';
import type { CallOptions } from '../runtime/options.js';
import type { Paged } from '../runtime/pages.js';
import type { TextResult } from '../runtime/results.js';
import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

export interface AddressBooksListOptions extends CallOptions {
  /** How many entries a page has at most. */
  limit?: number | undefined;
  /** What `next` of the page before said; without it, the first page. */
  cursor?: string | undefined;
}

export interface AddressBooksImportOptions extends CallOptions {
  /** What to do with an object whose UID is there already. */
  ifExists?: models.IfExists | undefined;
}

/** Address books of one's own and those that others share. */
export class AddressBooksService {
  readonly #calls: Calls;

  /** @internal */
  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /**
   * List address books
   *
   * One's own address books, and behind them those that others share.
   */
  list(options: AddressBooksListOptions = {}): Paged<models.AddressBook> {
    const { limit, cursor, ...calling } = options;
    return this.#calls.paged(
      {
        method: 'GET',
        path: '/address-books',
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
   * Make an address book
   *
   * Makes an address book of one's own.
   */
  async create(body: models.NewAddressBook, options?: CallOptions): Promise<models.AddressBook> {
    return this.#calls.json(
      {
        method: 'POST',
        path: '/address-books',
        headers: {
          'Content-Type': 'application/json',
        },
        body: writeJson(body),
        retry: 'keyed',
      },
      options,
    );
  }

  /**
   * Fetch an address book
   *
   * What is told of an address book, without what it holds.
   *
   * @param addressBookId The address book.
   */
  async get(addressBookId: string, options?: CallOptions): Promise<models.AddressBook> {
    return this.#calls.json(
      {
        method: 'GET',
        path: `/address-books/${segment(addressBookId)}`,
      },
      options,
    );
  }

  /**
   * Remove an address book
   *
   * Removes an address book of one's own with everything in it. An address book of somebody else is taken out of one's
   * own list, and stays as it is. The default address book is emptied.
   *
   * @param addressBookId The address book.
   */
  async delete(addressBookId: string, options?: CallOptions): Promise<void> {
    return this.#calls.nothing(
      {
        method: 'DELETE',
        path: `/address-books/${segment(addressBookId)}`,
      },
      options,
    );
  }

  /**
   * Change an address book
   *
   * Changes what is given, and removes what is null (RFC 7396). Whoever an address book is shared with changes how it
   * is shown to them alone.
   *
   * @param addressBookId The address book.
   */
  async update(
    addressBookId: string,
    body: models.AddressBookUpdate,
    options?: CallOptions,
  ): Promise<models.AddressBook> {
    return this.#calls.json(
      {
        method: 'PATCH',
        path: `/address-books/${segment(addressBookId)}`,
        headers: {
          'Content-Type': 'application/json',
        },
        body: writeJson(body),
        retry: 'idempotent',
      },
      options,
    );
  }

  /**
   * Export an address book
   *
   * Everything in the address book as one file.
   *
   * @param addressBookId The address book.
   */
  async export(addressBookId: string, options?: CallOptions): Promise<TextResult> {
    return this.#calls.text(
      {
        method: 'GET',
        path: `/address-books/${segment(addressBookId)}/export`,
        headers: {
          Accept: 'text/vcard, application/problem+json;q=0.5',
        },
      },
      options,
    );
  }

  /**
   * Import a file
   *
   * Stores each object of a file, new or in the place of the one with its UID.
   *
   * @param addressBookId The address book.
   */
  async import(
    addressBookId: string,
    body: Upload,
    options: AddressBooksImportOptions = {},
  ): Promise<models.ImportReport> {
    const { ifExists, ...calling } = options;
    return this.#calls.json(
      {
        method: 'POST',
        path: `/address-books/${segment(addressBookId)}/import`,
        query: {
          'if-exists': ifExists,
        },
        headers: {
          'Content-Type': 'text/vcard',
        },
        body,
        retry: 'idempotent',
      },
      calling,
    );
  }
}
