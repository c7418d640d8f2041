/** Bodies: what may be sent, and answers read whole within a bound or piece by piece. */

import { ConnectionError, DecodeError } from './errors.js';

/** @import { Deadline } from './deadlines.js' */

/** What can be uploaded. A stream is sent once: a call with one is not tried again.
 * @typedef {string | Uint8Array | ArrayBuffer | Blob | FormData | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>} Upload */

/** What `fetch` takes. @typedef {NonNullable<RequestInit['body']>} Sendable */

/** @param {Upload} body @returns {{ body: Sendable, once: boolean }} */
export function sendable(body) {
  if (body instanceof ReadableStream) return { body, once: true };
  if (typeof body === 'object' && Symbol.asyncIterator in body) return { body: streamOf(body), once: true };
  return { body: /** @type {Sendable} */ (body), once: false };
}

/** @param {AsyncIterable<Uint8Array>} pieces @returns {ReadableStream<Uint8Array>} */
function streamOf(pieces) {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

/**
 * The pieces of an answer as they come.
 * @param {Response} response
 * @param {Deadline} deadline
 * @param {number} [milliseconds] For each of them; unless given, the deadline goes on for all.
 * @returns {AsyncGenerator<Uint8Array, void, undefined>}
 */
export async function* pieces(response, deadline, milliseconds) {
  const reader = response.body?.getReader();
  let whole = reader === undefined;
  let size = 0;
  try {
    while (reader && !whole) {
      if (milliseconds !== undefined) deadline.restart(milliseconds);
      const { done, value } = await reader.read().catch((error) => {
        throw deadline.meaning(error);
      });
      if (milliseconds !== undefined) deadline.pause();
      whole = done;
      size += value?.length ?? 0;
      if (value?.length) yield value;
    }
    checkLength(response, size);
  } finally {
    if (whole) deadline.done();
    else deadline.abandon();
  }
}

/**
 * @param {Response} response
 * @param {Deadline} deadline
 * @param {number} most
 * @returns {Promise<Uint8Array>}
 */
export async function wholeBody(response, deadline, most) {
  const { bytes, more } = await gathered(response, deadline, most);
  if (more) throw new DecodeError(`the answer is larger than ${most} bytes`);
  checkLength(response, bytes.length);
  return bytes;
}

/** The first bytes, as many as are wanted. @param {Response} response @param {Deadline} deadline @param {number} most */
export async function beginning(response, deadline, most) {
  return (await gathered(response, deadline, most)).bytes;
}

/** @param {Response} response @param {Deadline} deadline @param {number} most */
async function gathered(response, deadline, most) {
  /** @type {Uint8Array[]} */
  const parts = [];
  let size = 0;
  const reader = response.body?.getReader();
  try {
    for (;;) {
      const { value } = (await reader?.read()) ?? {};
      if (value === undefined) return { bytes: joined(parts), more: false };
      parts.push(value.subarray(0, most - size));
      size += value.length;
      if (size > most) return { bytes: joined(parts), more: true };
    }
  } catch (error) {
    throw deadline.meaning(error);
  }
}

/** @param {Uint8Array[]} parts */
export function joined(parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Some transports end quietly when a connection breaks. @param {Response} response @param {number} size */
function checkLength(response, size) {
  const announced = response.headers.get('content-length');
  if (announced === null || response.headers.has('content-encoding')) return;
  if (/^\d+$/.test(announced) && size < Number(announced)) {
    throw new ConnectionError(`the answer ended after ${size} of ${announced} bytes`);
  }
}

/** @param {Uint8Array} bytes */
export function utf8(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new DecodeError('the answer is not UTF-8', { cause: error });
  }
}
