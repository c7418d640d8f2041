/** Answers that come piece by piece. */

import { joined, pieces } from './bodies.js';

/** @import { Deadline } from './deadlines.js' */

/**
 * `for await (const piece of download)`; read it to the end, leave the loop, or call `cancel`.
 * @implements {AsyncIterable<Uint8Array>}
 */
export class Download {
  /** @type {number} */
  status;
  /** @type {Headers} */
  headers;
  #deadline;
  #pieces;

  /** @internal @param {Response} response @param {Deadline} deadline @param {number} milliseconds */
  constructor(response, deadline, milliseconds) {
    this.status = response.status;
    this.headers = response.headers;
    this.#deadline = deadline;
    this.#pieces = pieces(response, deadline, milliseconds);
  }

  get etag() {
    return this.headers.get('etag') ?? undefined;
  }

  get contentType() {
    return this.headers.get('content-type') ?? undefined;
  }

  /** Bytes, where the server told. */
  get length() {
    const told = this.headers.get('content-length');
    return told === null || this.headers.has('content-encoding') ? undefined : Number(told);
  }

  /** @returns {AsyncGenerator<Uint8Array, void, undefined>} */
  [Symbol.asyncIterator]() {
    return this.#pieces;
  }

  /** All of it. */
  async bytes() {
    /** @type {Uint8Array[]} */
    const parts = [];
    for await (const piece of this.#pieces) parts.push(piece);
    return joined(parts);
  }

  /** All of it, where it is UTF-8. */
  async text() {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await this.bytes());
  }

  /** Ends it, whatever is still to come. */
  async cancel() {
    this.#deadline.abandon();
    await this.#pieces.return();
  }
}
