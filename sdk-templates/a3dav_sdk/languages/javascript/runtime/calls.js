/** The calls that services are made of: one for each kind of answer. */

import { utf8, wholeBody } from './bodies.js';
import { Download } from './downloads.js';
import { parseJson } from './json.js';
import { jsonLines } from './lines.js';
import { Paged, pageOf } from './pages.js';
import { TextResult } from './results.js';
import { Sender } from './sender.js';
import { EventStream } from './streams.js';

/** @import { Deadline } from './deadlines.js' */
/** @import { CallOptions } from './options.js' */
/** @import { Pagination } from './pages.js' */
/** @import { Call, Taking } from './sender.js' */

export class Calls {
  sender;
  #prefix;

  /** @param {Sender} sender @param {string} [prefix] Of the paths. */
  constructor(sender, prefix = '') {
    this.sender = sender;
    this.#prefix = prefix;
  }

  /**
   * @template T
   * @param {Call} call
   * @param {CallOptions} [options]
   * @param {(value: unknown, status: number) => unknown} [judged] What is wanted of the value; it may throw.
   * @returns {Promise<T>}
   */
  json(call, options = {}, judged = (value) => value) {
    return this.#sent(call, options, async (response, deadline) => {
      const text = utf8(await this.#whole(response, deadline, options));
      return /** @type {T} */ (judged(text === '' ? undefined : parseJson(text), response.status));
    });
  }

  /** @param {Call} call @param {CallOptions} [options] @returns {Promise<TextResult>} */
  text(call, options = {}) {
    return this.#sent(call, options, async (response, deadline) => {
      const text = utf8(await this.#whole(response, deadline, options));
      return new TextResult(text, header(response, 'etag'), header(response, 'content-type'));
    });
  }

  /** @param {Call} call @param {CallOptions} [options] @returns {Promise<void>} */
  async nothing(call, options = {}) {
    await this.#sent(call, options, (response, deadline) => this.#whole(response, deadline, options));
  }

  /** @param {Call} call @param {CallOptions} [options] @returns {Promise<Download>} */
  download(call, options = {}) {
    return this.#sent(call, options, async (response, deadline) => {
      deadline.pause();
      return new Download(response, deadline, this.sender.timeout(options));
    });
  }

  /** @template T @param {Call} call @param {Pagination} pagination @param {CallOptions} [options] @returns {Paged<T>} */
  paged(call, pagination, options = {}) {
    return new Paged(async (cursor) => {
      const query = cursor === undefined ? call.query : { ...call.query, [pagination.cursor]: cursor };
      return pageOf(await this.json({ ...call, ...(query && { query }) }, options), pagination);
    });
  }

  /** @template T @param {Call} call @param {CallOptions & { lastEventId?: string | undefined }} [options] @returns {EventStream<T>} */
  events(call, options = {}) {
    return new EventStream(this.sender, this.#below(call), options);
  }

  /** @template T @param {Call} call @param {CallOptions} [options] @returns {AsyncGenerator<T, void, undefined>} */
  lines(call, options = {}) {
    return jsonLines(() => this.download(call, options));
  }

  /** @template T @param {Call} call @param {CallOptions} options @param {Taking<T>} take */
  #sent(call, options, take) {
    return this.sender.send(this.#below(call), options, take);
  }

  /** @param {Call} call @returns {Call} */
  #below(call) {
    const headers = { Accept: 'application/json', ...call.headers };
    return { ...call, headers, path: typeof call.path === 'string' ? this.#prefix + call.path : call.path };
  }

  /** @param {Response} response @param {Deadline} deadline @param {CallOptions} options */
  async #whole(response, deadline, options) {
    const bytes = await wholeBody(response, deadline, options.maxBytes ?? this.sender.settings.maxBytes);
    deadline.done();
    return bytes;
  }
}

/** @param {Response} response @param {string} name */
const header = (response, name) => response.headers.get(name) ?? undefined;
