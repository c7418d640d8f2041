// Rendered from the description of the interface; not for editing.

import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

/** @import { Upload } from '../runtime/bodies.js' */
/** @import { Calls } from '../runtime/calls.js' */
/** @import { CallOptions } from '../runtime/options.js' */
/** @import { Paged } from '../runtime/pages.js' */
/** @import { TextResult } from '../runtime/results.js' */
/** @import * as models from '../models.js' */

/**
 * @typedef {object} AddressBooksListParameters
 * @property {number | undefined} [limit] How many entries a page has at most.
 * @property {string | undefined} [cursor] What `next` of the page before said; without it, the first page.
 */

/** @typedef {CallOptions & AddressBooksListParameters} AddressBooksListOptions */

/**
 * @typedef {object} AddressBooksImportParameters
 * @property {models.IfExists | undefined} [ifExists] What to do with an object whose UID is there already.
 */

/** @typedef {CallOptions & AddressBooksImportParameters} AddressBooksImportOptions */

/** Address books of one's own and those that others share. */
export class AddressBooksService {
  #calls;

  /** @internal @param {Calls} calls */
  constructor(calls) {
    this.#calls = calls;
  }

  /**
   * List address books
   *
   * One's own address books, and behind them those that others share.
   *
   * @param {AddressBooksListOptions} [options]
   * @returns {Paged<models.AddressBook>}
   */
  list({ limit, cursor, ...calling } = {}) {
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
   *
   * @param {models.NewAddressBook} body
   * @param {CallOptions} [options]
   * @returns {Promise<models.AddressBook>}
   */
  async create(body, options) {
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
   * @param {string} addressBookId The address book.
   * @param {CallOptions} [options]
   * @returns {Promise<models.AddressBook>}
   */
  async get(addressBookId, options) {
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
   * @param {string} addressBookId The address book.
   * @param {CallOptions} [options]
   * @returns {Promise<void>}
   */
  async delete(addressBookId, options) {
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
   * @param {string} addressBookId The address book.
   * @param {models.AddressBookUpdate} body
   * @param {CallOptions} [options]
   * @returns {Promise<models.AddressBook>}
   */
  async update(addressBookId, body, options) {
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
   * @param {string} addressBookId The address book.
   * @param {CallOptions} [options]
   * @returns {Promise<TextResult>}
   */
  async export(addressBookId, options) {
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
   * @param {string} addressBookId The address book.
   * @param {Upload} body
   * @param {AddressBooksImportOptions} [options]
   * @returns {Promise<models.ImportReport>}
   */
  async import(addressBookId, body, { ifExists, ...calling } = {}) {
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
