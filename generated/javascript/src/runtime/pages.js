/** Lists that come in pages: each page is asked for when the one before it is used up. */

import { DecodeError } from './errors.js';

/** The members of a page.
 * @typedef {{ cursor: string, items: string, next: string }} Pagination */

/** @template T @typedef {{ readonly items: readonly T[], readonly next: string | undefined }} Page */

/**
 * The items of all pages, one by one: `for await (const item of list)`.
 * @template T
 * @implements {AsyncIterable<T>}
 */
export class Paged {
  #ask;

  /** @param {(cursor: string | undefined) => Promise<Page<T>>} ask */
  constructor(ask) {
    this.#ask = ask;
  }

  /** Page by page. @returns {AsyncGenerator<Page<T>, void, undefined>} */
  async *pages() {
    const seen = new Set();
    for (let cursor; ;) {
      const page = await this.#ask(cursor);
      if (seen.has(page.next)) throw new DecodeError('the pages go round in a circle');
      yield page;
      if (page.next === undefined) return;
      seen.add((cursor = page.next));
    }
  }

  /** @returns {AsyncGenerator<T, void, undefined>} */
  async *[Symbol.asyncIterator]() {
    for await (const page of this.pages()) yield* page.items;
  }

  /** All items at once. @returns {Promise<T[]>} */
  async toArray() {
    const all = [];
    for await (const item of this) all.push(item);
    return all;
  }
}

/** @template T @param {unknown} answer @param {Pagination} pagination @returns {Page<T>} */
export function pageOf(answer, pagination) {
  const page = /** @type {Record<string, unknown> | null | undefined} */ (answer);
  const items = page?.[pagination.items];
  const next = page?.[pagination.next];
  if (!Array.isArray(items)) throw new DecodeError(`the page has no list "${pagination.items}"`);
  if (next == null || next === '') return { items, next: undefined };
  if (typeof next === 'object') throw new DecodeError('the cursor of a page is no text');
  return { items, next: String(next) };
}
