// Rendered from the description of the interface; not for editing.

/** @import { Calls } from '../runtime/calls.js' */
/** @import { CallOptions } from '../runtime/options.js' */
/** @import { Paged } from '../runtime/pages.js' */
/** @import { EventStream } from '../runtime/streams.js' */
/** @import * as models from '../models.js' */

/**
 * @typedef {object} ChangesListParameters
 * @property {number | undefined} [limit] How many entries a page has at most.
 * @property {string | undefined} [cursor] The `cursor` or `next` of a page before, or the one of a change; without it, the beginning.
 * @property {boolean | undefined} [tail] Tells no changes, and the cursor behind the latest.
 * @property {string[] | undefined} [collection] The ids of collections whose changes alone are told; they may be any that one may read.
 */

/** @typedef {CallOptions & ChangesListParameters} ChangesListOptions */

/**
 * @typedef {object} ChangesStreamParameters
 * @property {string | undefined} [cursor] The same for a first connection; Last-Event-ID goes before it.
 * @property {string[] | undefined} [collection] The ids of collections whose changes alone are told; they may be any that one may read.
 */

/** @typedef {CallOptions & { lastEventId?: string | undefined } & ChangesStreamParameters} ChangesStreamOptions */

/** What changed of what one may see, as pages and as a stream. */
export class ChangesService {
  #calls;

  /** @internal @param {Calls} calls */
  constructor(calls) {
    this.#calls = calls;
  }

  /**
   * List changes
   *
   * What changed of what one may see, in the order in which it happened: one's own collections, and those of others
   * that are shared with one. It is told that something changed, and not what is in it. What one may see is decided
   * anew with each page. Keep `cursor` and come back with it; `next` is null where there is no more for now.
   *
   * @param {ChangesListOptions} [options]
   * @returns {Paged<models.Change>}
   */
  list({ limit, cursor, tail, collection, ...calling } = {}) {
    return this.#calls.paged(
      {
        method: 'GET',
        path: '/changes',
        query: {
          limit,
          cursor,
          tail,
          collection,
        },
      },
      { cursor: 'cursor', items: 'items', next: 'next' },
      calling,
    );
  }

  /**
   * Follow changes
   *
   * The same as server-sent events, as they happen. Each event `change` has the cursor behind it as its `id`, with
   * which a client that was cut off comes back in `Last-Event-ID`. The event `reset` says that this place is no longer
   * known: look at everything again, and go on from the `id` of that event. A comment comes where there is nothing to
   * tell for a while. The stream ends when the credentials that opened it are changed or revoked, and when the server
   * is restarted;
   * `retry` says when to come back.
   *
   * @param {ChangesStreamOptions} [options]
   * @returns {EventStream<models.Change>}
   */
  stream({ cursor, collection, ...calling } = {}) {
    return this.#calls.events(
      {
        method: 'GET',
        path: '/changes/stream',
        query: {
          cursor,
          collection,
        },
        headers: {
          Accept: 'text/event-stream, application/problem+json;q=0.5',
        },
      },
      calling,
    );
  }
}
