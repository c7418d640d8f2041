/** Ends what takes too long, what the caller no longer wants, and what a closed client still has under way. */

import { CancelledError, ConnectionError, TimeoutError } from './errors.js';

const LONGEST_TIMER = 2 ** 31 - 1;

export class Deadline {
  /** Whether the head of the answer has come. */
  began = false;
  #abort = new AbortController();
  #milliseconds = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {(() => void)[]} */
  #unsubscribe = [];

  /** @param {readonly (AbortSignal | undefined)[]} callers */
  constructor(callers) {
    for (const caller of callers) if (caller) this.#follow(caller);
  }

  get signal() {
    return this.#abort.signal;
  }

  /** Starts the clock, or starts it again as a piece has come. @param {number} [milliseconds] */
  restart(milliseconds = this.#milliseconds) {
    clearTimeout(this.#timer);
    this.#milliseconds = milliseconds;
    if (milliseconds > LONGEST_TIMER) return;
    this.#timer = setTimeout(() => this.#abort.abort(this.#late()), milliseconds);
  }

  /** Stops the clock, as nothing is waited for. */
  pause() {
    clearTimeout(this.#timer);
  }

  /** Lets go of everything. */
  done() {
    this.pause();
    for (const unsubscribe of this.#unsubscribe.splice(0)) unsubscribe();
  }

  /** Ends the exchange, as nobody wants the rest. */
  abandon() {
    this.done();
    this.#abort.abort();
  }

  /** What a failed `fetch` or read means. @param {unknown} error */
  meaning(error) {
    if (this.signal.aborted) return this.signal.reason;
    const { cause } = /** @type {{ cause?: { message?: string } }} */ (error);
    return new ConnectionError(cause?.message || String(error), { cause: error });
  }

  #late() {
    return new TimeoutError(`no ${this.began ? 'more of the answer' : 'answer'} within ${this.#milliseconds} ms`);
  }

  /** @param {AbortSignal} caller */
  #follow(caller) {
    const stop = () => this.#abort.abort(cancelled(caller));
    if (caller.aborted) stop();
    caller.addEventListener('abort', stop, { once: true });
    this.#unsubscribe.push(() => caller.removeEventListener('abort', stop));
  }
}

/** @param {AbortSignal} signal */
export function cancelled(signal) {
  const { reason } = signal;
  return reason instanceof CancelledError ? reason : new CancelledError('the call was cancelled', { cause: reason });
}
