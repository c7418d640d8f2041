/** Reads server-sent events as the WHATWG says, wherever the pieces are cut. */

import { StreamError } from './errors.js';

/** @typedef {{ event: string, data: string, id: string }} RawEvent */

const LONGEST = 16 * 1024 * 1024;

export class EventParser {
  /** The `id` of the last event that was whole, which a new connection begins after. */
  id = '';
  #newId = '';
  /** What the server asked to wait before a new connection, in milliseconds. @type {number | undefined} */
  retry;
  #decoder = new TextDecoder();
  #rest = '';
  /** A line that ended with CR may still get its LF. */
  #afterReturn = false;
  #type = '';
  /** @type {string[]} */
  #data = [];
  #size = 0;

  /** @param {string} [id] */
  constructor(id = '') {
    this.id = this.#newId = id;
  }

  /** @param {Uint8Array} piece @returns {Generator<RawEvent, void, undefined>} */
  *push(piece) {
    let text = this.#decoder.decode(piece, { stream: true });
    if (text === '') return;
    if (this.#afterReturn && text.startsWith('\n')) text = text.slice(1);
    this.#afterReturn = text.endsWith('\r');
    const lines = (this.#rest + text).split(/\r\n|\n|\r/);
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > LONGEST) throw new StreamError(`a line of the stream is longer than ${LONGEST}`);
    for (const line of lines) {
      const event = this.#line(line);
      if (event) yield event;
    }
  }

  /** A new connection forgets what the old one left unfinished. */
  restart() {
    this.#decoder = new TextDecoder();
    this.#rest = '';
    this.#afterReturn = false;
    this.#newId = this.id;
    this.#clear();
  }

  /** @param {string} line */
  #line(line) {
    if (line === '') return this.#dispatched();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#add(value);
    else if (field === 'event') this.#type = value;
    else if (field === 'id' && !value.includes('\0')) this.#newId = value;
    else if (field === 'retry' && /^\d{1,9}$/.test(value)) this.retry = Number(value);
    return undefined;
  }

  /** @param {string} value */
  #add(value) {
    this.#size += value.length;
    if (this.#size > LONGEST) throw new StreamError(`an event of the stream is longer than ${LONGEST}`);
    this.#data.push(value);
  }

  #dispatched() {
    this.id = this.#newId;
    const event = this.#data.length > 0 && { event: this.#type || 'message', data: this.#data.join('\n'), id: this.id };
    this.#clear();
    return event || undefined;
  }

  #clear() {
    this.#type = '';
    this.#data = [];
    this.#size = 0;
  }
}
