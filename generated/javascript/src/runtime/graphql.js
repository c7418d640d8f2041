/** Sends operations of GraphQL. */

import { DecodeError, GraphqlError, StatusError } from './errors.js';
import { Calls } from './calls.js';
import { parseJson, writeJson } from './json.js';

/** @import { GraphqlProblem } from './errors.js' */
/** @import { CallOptions } from './options.js' */

/** @typedef {{ data?: unknown, errors?: GraphqlProblem[] }} Answer */

/** A query may be sent again, a mutation may not.
 * @typedef {{ name: string, kind: 'query' | 'mutation', text: string }} GraphqlOperation */

export class Graphql {
  #calls;
  #path;

  /** @param {Calls} calls @param {string} path */
  constructor(calls, path) {
    this.#calls = calls;
    this.#path = path;
  }

  /**
   * @template T
   * @param {GraphqlOperation} operation
   * @param {object} variables
   * @param {CallOptions} [options]
   * @returns {Promise<T>}
   * @throws {GraphqlError} with what could be found out as its `data`
   */
  async run(operation, variables, options) {
    const call = {
      method: 'POST',
      path: this.#path,
      headers: { 'Content-Type': 'application/json', 'GraphQL-Require-Preflight': '1' },
      body: writeJson({ query: operation.text, variables, operationName: operation.name }),
      retry: operation.kind === 'query' ? /** @type {const} */ ('safe') : /** @type {const} */ ('never'),
    };
    return this.#calls.json(call, options, judged).catch(refused);
  }
}

/** @param {unknown} value @param {number} status */
function judged(value, status) {
  const answer = /** @type {Answer | undefined} */ (value);
  if (Array.isArray(answer?.errors)) throw new GraphqlError(answer.errors, answer.data, status);
  if (answer?.data == null) throw new DecodeError('the answer of GraphQL has neither data nor errors');
  return answer.data;
}

/** Errors of GraphQL may come with any status. @param {unknown} error @returns {never} */
function refused(error) {
  if (!(error instanceof StatusError)) throw error;
  const answer = told(error);
  if (!Array.isArray(answer?.errors)) throw error;
  const { method = '', url = '', attempts } = error;
  throw new GraphqlError(answer.errors, answer.data, error.status).during({ method, url, attempts });
}

/** @param {StatusError} error @returns {Answer | undefined} */
function told(error) {
  try {
    return /** @type {Answer} */ (parseJson(new TextDecoder().decode(error.body)));
  } catch {
    return undefined;
  }
}
