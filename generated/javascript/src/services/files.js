// Rendered from the description of the interface; not for editing.

import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

/** @import { Upload } from '../runtime/bodies.js' */
/** @import { Calls } from '../runtime/calls.js' */
/** @import { Download } from '../runtime/downloads.js' */
/** @import { CallOptions } from '../runtime/options.js' */
/** @import { Paged } from '../runtime/pages.js' */
/** @import * as models from '../models.js' */

/**
 * @typedef {object} FilesListParameters
 * @property {string | undefined} [folder] The folder; without it, the one that holds all others of whoever asks.
 * @property {string | undefined} [text] What a name has to contain, without regard to case.
 * @property {number | undefined} [limit] How many entries a page has at most.
 * @property {string | undefined} [cursor] What `next` of the page before said; without it, the first page.
 */

/** @typedef {CallOptions & FilesListParameters} FilesListOptions */

/**
 * @typedef {object} FilesUploadParameters
 * @property {string | undefined} [folder] The folder; without it, the one that holds all others of whoever asks.
 * @property {string} name The name of the file.
 */

/** @typedef {CallOptions & FilesUploadParameters} FilesUploadOptions */

/**
 * @typedef {object} FilesDeleteParameters
 * @property {string | undefined} [ifMatch] The entity tags one of which the object must have, or `*` for whatever is there.
 */

/** @typedef {CallOptions & FilesDeleteParameters} FilesDeleteOptions */

/**
 * @typedef {object} FilesUpdateParameters
 * @property {string | undefined} [ifMatch] The entity tags one of which the object must have, or `*` for whatever is there.
 */

/** @typedef {CallOptions & FilesUpdateParameters} FilesUpdateOptions */

/**
 * @typedef {object} FilesDownloadParameters
 * @property {string | undefined} [range] The part that is wanted, in bytes.
 * @property {string | undefined} [ifRange] The entity tag, or the date, of the version that a range is wanted of; the whole is sent of another one.
 * @property {string | undefined} [ifMatch] The entity tags one of which the object must have, or `*` for whatever is there.
 * @property {string | undefined} [ifNoneMatch] The entity tags none of which the object must have, or `*`.
 */

/** @typedef {CallOptions & FilesDownloadParameters} FilesDownloadOptions */

/**
 * @typedef {object} FilesReplaceParameters
 * @property {string} ifMatch The entity tags one of which the object must have, or `*` for whatever is there; 428 without.
 */

/** @typedef {CallOptions & FilesReplaceParameters} FilesReplaceOptions */

/** Folders and files of one's own, and those that others let one see. */
export class FilesService {
  #calls;

  /** @internal @param {Calls} calls */
  constructor(calls) {
    this.#calls = calls;
  }

  /**
   * List a folder
   *
   * The folders and files in a folder, the oldest first. With `text`, everything among one's own files the name of
   * which contains it, in whatever folder it is; a page of such an answer may have few entries, or none, and not be the
   * last.
   *
   * @param {FilesListOptions} [options]
   * @returns {Paged<models.File>}
   */
  list({ folder, text, limit, cursor, ...calling } = {}) {
    return this.#calls.paged(
      {
        method: 'GET',
        path: '/files',
        query: {
          folder,
          text,
          limit,
          cursor,
        },
      },
      { cursor: 'cursor', items: 'items', next: 'next' },
      calling,
    );
  }

  /**
   * Make a folder
   *
   * Makes an empty folder.
   *
   * @param {models.NewFolder} body
   * @param {CallOptions} [options]
   * @returns {Promise<models.File>}
   */
  async create(body, options) {
    return this.#calls.json(
      {
        method: 'POST',
        path: '/files',
        headers: {
          'Content-Type': 'application/json',
        },
        body: writeJson(body),
        retry: 'keyed',
      },
      options,
    );
  }

  /**
   * Upload a new file
   *
   * Stores the body, byte for byte, as a new file. Nothing is ever overwritten: for a name that is taken the answer is
   * 409 with the type `/problems/name-taken`. What is too large, or more than there is room for, is refused before the
   * body is sent by a client that waits for `100 Continue`.
   *
   * @param {Upload | undefined} body
   * @param {FilesUploadOptions} options
   * @returns {Promise<models.File>}
   */
  async upload(body, { folder, name, ...calling }) {
    return this.#calls.json(
      {
        method: 'POST',
        path: '/files/content',
        query: {
          folder,
          name,
        },
        headers: {
          'Content-Type': 'application/octet-stream',
        },
        body,
        retry: 'keyed',
      },
      calling,
    );
  }

  /**
   * Fetch the folder that holds all others
   *
   * The folder of whoever asks that everything of theirs is in.
   *
   * @param {CallOptions} [options]
   * @returns {Promise<models.File>}
   */
  async root(options) {
    return this.#calls.json(
      {
        method: 'GET',
        path: '/files/root',
      },
      options,
    );
  }

  /**
   * Fetch what is told of a folder or a file
   *
   * Name, size, media type, times and rights, without content.
   *
   * @param {string} fileId The folder or the file.
   * @param {CallOptions} [options]
   * @returns {Promise<models.File>}
   */
  async get(fileId, options) {
    return this.#calls.json(
      {
        method: 'GET',
        path: `/files/${segment(fileId)}`,
      },
      options,
    );
  }

  /**
   * Remove a folder or a file
   *
   * Removes a file, or a folder with all that is in it. A folder of somebody else that stands among one's own is taken
   * out, and stays as it is.
   *
   * @param {string} fileId The folder or the file.
   * @param {FilesDeleteOptions} [options]
   * @returns {Promise<void>}
   */
  async delete(fileId, { ifMatch, ...calling } = {}) {
    return this.#calls.nothing(
      {
        method: 'DELETE',
        path: `/files/${segment(fileId)}`,
        headers: {
          'If-Match': ifMatch,
        },
      },
      calling,
    );
  }

  /**
   * Rename or move a folder or a file
   *
   * Gives another name, puts it into another folder, or both (RFC 7396); a folder goes with all that is in it. Nothing
   * is ever overwritten: for a name that is taken the answer is 409 with the type `/problems/name-taken`. Identifiers
   * stay.
   *
   * @param {string} fileId The folder or the file.
   * @param {models.FileUpdate} body
   * @param {FilesUpdateOptions} [options]
   * @returns {Promise<models.File>}
   */
  async update(fileId, body, { ifMatch, ...calling } = {}) {
    return this.#calls.json(
      {
        method: 'PATCH',
        path: `/files/${segment(fileId)}`,
        headers: {
          'Content-Type': 'application/json',
          'If-Match': ifMatch,
        },
        body: writeJson(body),
        retry: 'idempotent',
      },
      calling,
    );
  }

  /**
   * Download a file
   *
   * The bytes as they were uploaded, or the range of them that is asked for (RFC 9110 §14).
   *
   * @param {string} fileId The folder or the file.
   * @param {FilesDownloadOptions} [options]
   * @returns {Promise<Download>}
   */
  async download(fileId, { range, ifRange, ifMatch, ifNoneMatch, ...calling } = {}) {
    return this.#calls.download(
      {
        method: 'GET',
        path: `/files/${segment(fileId)}/content`,
        headers: {
          Accept: '*\u002f*, application/problem+json;q=0.5',
          Range: range,
          'If-Range': ifRange,
          'If-Match': ifMatch,
          'If-None-Match': ifNoneMatch,
        },
      },
      calling,
    );
  }

  /**
   * Replace the content of a file
   *
   * Stores the body, byte for byte, as the next version of the file. `If-Match` says which version that is of, or `*`
   * for whatever is there; of two that name the same version one is refused.
   *
   * @param {string} fileId The folder or the file.
   * @param {Upload | undefined} body
   * @param {FilesReplaceOptions} options
   * @returns {Promise<models.File>}
   */
  async replace(fileId, body, { ifMatch, ...calling }) {
    return this.#calls.json(
      {
        method: 'PUT',
        path: `/files/${segment(fileId)}/content`,
        headers: {
          'Content-Type': 'application/octet-stream',
          'If-Match': ifMatch,
        },
        body,
      },
      calling,
    );
  }
}
