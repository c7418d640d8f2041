/** Changes that never overwrite the change of somebody else. */

import { PreconditionFailedError } from './errors.js';

const MOST_TRIES = 5;

/**
 * Reads, changes and writes, and does all three again when somebody else was faster: five times at most.
 * @template T, U
 * @param {() => Promise<T>} read
 * @param {(current: T) => Promise<U>} write Throws a `PreconditionFailedError` when it came too late.
 * @returns {Promise<U>}
 */
export async function untilUnchanged(read, write) {
  for (let tries = 1; ; tries += 1) {
    const current = await read();
    try {
      return await write(current);
    } catch (error) {
      if (!(error instanceof PreconditionFailedError) || tries >= MOST_TRIES) throw error;
    }
  }
}
