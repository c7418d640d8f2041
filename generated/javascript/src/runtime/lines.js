/** Answers of one JSON text after the other, each on its line. */

import { StreamError } from './errors.js';
import { parseJson } from './json.js';

const LONGEST = 16 * 1024 * 1024;

/**
 * @template T
 * @param {() => Promise<AsyncIterable<Uint8Array>>} opened
 * @returns {AsyncGenerator<T, void, undefined>}
 */
export async function* jsonLines(opened) {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of await opened()) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split(/[\n\u001e]/);
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST) throw new StreamError(`a line of the answer is longer than ${LONGEST}`);
    for (const line of lines) if (line.trim() !== '') yield /** @type {T} */ (parseJson(line));
  }
  if (rest.trim() !== '') yield /** @type {T} */ (parseJson(rest));
}
