/** Events as they happen, over as many connections as that takes. */

import { pieces } from './bodies.js';
import { StreamError, TimeoutError } from './errors.js';
import { parseJson } from './json.js';
import { backoff, delay, passing } from './retrying.js';
import { Sender } from './sender.js';
import { EventParser } from './sse.js';

/** @import { CallOptions } from './options.js' */
/** @import { Call } from './sender.js' */

/**
 * @template T
 * @typedef {object} ServerEvent
 * @property {string} event Its kind, `message` unless the server says more.
 * @property {T} data
 * @property {string} id Give it as `lastEventId` to go on behind this event.
 */

/**
 * `for await (const event of stream)`: reconnects by itself, and ends when the server says that there is no more.
 * @template T
 * @implements {AsyncIterable<ServerEvent<T>>}
 */
export class EventStream {
  #sender;
  #call;
  #options;

  /** @param {Sender} sender @param {Call} call @param {CallOptions & { lastEventId?: string | undefined }} options */
  constructor(sender, call, options) {
    this.#sender = sender;
    this.#call = call;
    this.#options = options;
  }

  /** @returns {AsyncGenerator<ServerEvent<T>, void, undefined>} */
  async *[Symbol.asyncIterator]() {
    const parser = new EventParser(this.#options.lastEventId);
    const wanted = this.#sender.deadline(this.#options);
    const state = { failures: 0, error: /** @type {unknown} */ (undefined) };
    try {
      while (!(yield* this.#connection(parser, state))) await this.#pause(parser, state, wanted.signal);
    } finally {
      wanted.done();
    }
  }

  /**
   * @param {EventParser} parser
   * @param {{ failures: number, error: unknown }} state
   * @returns {AsyncGenerator<ServerEvent<T>, boolean, undefined>} Whether that was all.
   */
  async *#connection(parser, state) {
    state.error = undefined;
    try {
      const answer = await this.#connected(parser);
      if (answer === undefined) return true;
      for await (const piece of answer) {
        for (const event of parser.push(piece)) {
          state.failures = 0;
          yield { ...event, data: typed(event.data) };
        }
      }
    } catch (error) {
      if (!lost(error)) throw error;
      state.error = error;
    }
    return false;
  }

  /** @param {EventParser} parser */
  #connected(parser) {
    parser.restart();
    const headers = { ...this.#call.headers, 'Last-Event-ID': parser.id || undefined };
    const options = { ...this.#options, retries: 0 };
    return this.#sender.send({ ...this.#call, headers }, options, async (response, deadline) => {
      deadline.pause();
      if (response.status === 204) deadline.abandon();
      else if (isStream(response)) return pieces(response, deadline, this.#sender.timeout(this.#options));
      else throw new StreamError('the answer is not a stream of events');
      return undefined;
    });
  }

  /** @param {EventParser} parser @param {{ failures: number, error: unknown }} state @param {AbortSignal} signal */
  async #pause(parser, state, signal) {
    const { clock, random } = this.#sender.settings;
    state.failures += 1;
    const wait = delay(state.error, clock.now(), () => backoff(state.failures, random(), parser.retry));
    await clock.sleep(wait, signal);
    signal.throwIfAborted();
  }
}

/** @param {string} data */
function typed(data) {
  try {
    return /** @type {any} */ (parseJson(data));
  } catch (error) {
    throw new StreamError('an event is no JSON', { cause: error });
  }
}

/** @param {Response} response */
const isStream = (response) => /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');

/** Whether a new connection may do better; a stream that fell silent is lost, too. @param {unknown} error */
const lost = (error) => passing(error) || error instanceof TimeoutError;
