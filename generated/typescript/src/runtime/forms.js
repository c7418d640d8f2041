/** Bodies as forms send them. */

import { encoded } from './addresses.js';
import { writeJson } from './json.js';

/** @param {object} fields */
export function formBody(fields) {
  return entries(fields)
    .map(([name, value]) => `${encoded(name)}=${encoded(text(value))}`)
    .join('&');
}

/** Files are `Blob`s or `File`s, or bytes. @param {object} fields */
export function multipartBody(fields) {
  const form = new FormData();
  for (const [name, value] of entries(fields)) {
    if (value instanceof Blob) form.append(name, value);
    else if (value instanceof Uint8Array) form.append(name, new Blob([/** @type {BlobPart} */ (value)]));
    else form.append(name, text(value));
  }
  return form;
}

/** Lists are repeated. @param {object} fields @returns {[string, unknown][]} */
const entries = (fields) =>
  Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) =>
      one === undefined ? [] : [/** @type {[string, unknown]} */ ([name, one])],
    ),
  );

/** @param {unknown} value */
const text = (value) => (typeof value === 'object' ? writeJson(value) : String(value));
