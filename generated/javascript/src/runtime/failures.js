/** Reads an answer that is an error: its problem (RFC 9457) or the preconditions in its DAV:error (RFC 4918 16). */

import { beginning } from './bodies.js';
import { statusError } from './errors.js';
import { parseJson } from './json.js';
import { parseXml } from './xml.js';

/** @import { Deadline } from './deadlines.js' */
/** @import { Problem } from './errors.js' */

const BODY_LIMIT = 64 * 1024;

/** @param {Response} response @param {Deadline} deadline */
export async function failure(response, deadline) {
  const { status, headers } = response;
  const body = await beginning(response, deadline, BODY_LIMIT);
  const type = headers.get('content-type') ?? '';
  const problem = /\bjson\b/i.test(type) ? problemIn(body) : undefined;
  const named = problem?.extensions['condition'];
  const conditions = /\bxml\b/i.test(type) ? conditionsIn(body) : typeof named === 'string' ? [named] : [];
  return statusError({ status, headers, body, conditions, ...(problem && { problem }) });
}

/** @param {Uint8Array} body @returns {Problem | undefined} */
function problemIn(body) {
  const value = attempt(() => parseJson(new TextDecoder().decode(body)));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { type, title, detail, instance, status: _, ...extensions } = /** @type {Record<string, unknown>} */ (value);
  return {
    type: typeof type === 'string' ? type : 'about:blank',
    ...(typeof title === 'string' && { title }),
    ...(typeof detail === 'string' && { detail }),
    ...(typeof instance === 'string' && { instance }),
    extensions,
  };
}

/** @param {Uint8Array} body @returns {string[]} */
function conditionsIn(body) {
  const root = attempt(() => parseXml(new TextDecoder().decode(body)));
  return root?.name === '{DAV:}error' ? root.elements.map((element) => element.name) : [];
}

/** An error is told even where its body cannot be read. @template T @param {() => T} read @returns {T | undefined} */
function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}
