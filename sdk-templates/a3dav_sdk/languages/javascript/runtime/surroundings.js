/** What the outside brings: a way to send, a clock, chance, and the environment. Each may be replaced. */

/**
 * Sends a request: `fetch`, or what does as it does.
 * @callback Transport
 * @param {string} url
 * @param {RequestInit & { duplex?: 'half' }} init
 * @returns {Promise<Response>}
 */

/**
 * @typedef {object} Clock
 * @property {() => number} now Milliseconds since 1970.
 * @property {(milliseconds: number, signal: AbortSignal) => Promise<void>} sleep Ends early, with the reason of the
 *   signal as error, when the signal is aborted.
 */

/** A number from 0 up to, but not including, 1. @typedef {() => number} Random */

/** @type {Clock} */
export const systemClock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const stop = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal.addEventListener('abort', stop, { once: true });
    }),
};

/** @type {Random} */
export const systemRandom = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

/** @param {Random} random */
export const randomHex = (random) => Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');

/** @param {string} name @returns {string | undefined} */
export function environment(name) {
  const { process } = /** @type {{ process?: { env?: Record<string, string | undefined> } }} */ (globalThis);
  return process?.env?.[name] || undefined;
}

/** Whether this is the page of a browser, which has an own mind about some headers. */
export const inPage = () => 'document' in globalThis;
