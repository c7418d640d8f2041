// Rendered from the description of the interface; not for editing.

import type * as models from '../models.js';
import type { Upload } from '../runtime/bodies.js';
import type { Calls } from '../runtime/calls.js';
import type { Download } from '../runtime/downloads.js';
import type { CallOptions } from '../runtime/options.js';
import type { Paged } from '../runtime/pages.js';
import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

export interface FilesListOptions extends CallOptions {
  /** The folder; without it, the one that holds all others of whoever asks. */
  folder?: string | undefined;
  /** What a name has to contain, without regard to case. */
  text?: string | undefined;
  /** How many entries a page has at most. */
  limit?: number | undefined;
  /** What `next` of the page before said; without it, the first page. */
  cursor?: string | undefined;
}

export interface FilesUploadOptions extends CallOptions {
  /** The folder; without it, the one that holds all others of whoever asks. */
  folder?: string | undefined;
  /** The name of the file. */
  name: string;
}

export interface FilesDeleteOptions extends CallOptions {
  /** The entity tags one of which the object must have, or `*` for whatever is there. */
  ifMatch?: string | undefined;
}

export interface FilesUpdateOptions extends CallOptions {
  /** The entity tags one of which the object must have, or `*` for whatever is there. */
  ifMatch?: string | undefined;
}

export interface FilesDownloadOptions extends CallOptions {
  /** The part that is wanted, in bytes. */
  range?: string | undefined;
  /** The entity tag, or the date, of the version that a range is wanted of; the whole is sent of another one. */
  ifRange?: string | undefined;
  /** The entity tags one of which the object must have, or `*` for whatever is there. */
  ifMatch?: string | undefined;
  /** The entity tags none of which the object must have, or `*`. */
  ifNoneMatch?: string | undefined;
}

export interface FilesReplaceOptions extends CallOptions {
  /** The entity tags one of which the object must have, or `*` for whatever is there; 428 without. */
  ifMatch: string;
}

/** Folders and files of one's own, and those that others let one see. */
export class FilesService {
  readonly #calls: Calls;

  /** @internal */
  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /**
   * List a folder
   *
   * The folders and files in a folder, the oldest first. With `text`, everything among one's own files the name of
   * which contains it, in whatever folder it is; a page of such an answer may have few entries, or none, and not be the
   * last.
   */
  list(options: FilesListOptions = {}): Paged<models.File> {
    const { folder, text, limit, cursor, ...calling } = options;
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
   */
  async create(body: models.NewFolder, options?: CallOptions): Promise<models.File> {
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
   */
  async upload(body: undefined | Upload, options: FilesUploadOptions): Promise<models.File> {
    const { folder, name, ...calling } = options;
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
   */
  async root(options?: CallOptions): Promise<models.File> {
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
   * @param fileId The folder or the file.
   */
  async get(fileId: string, options?: CallOptions): Promise<models.File> {
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
   * @param fileId The folder or the file.
   */
  async delete(fileId: string, options: FilesDeleteOptions = {}): Promise<void> {
    const { ifMatch, ...calling } = options;
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
   * @param fileId The folder or the file.
   */
  async update(fileId: string, body: models.FileUpdate, options: FilesUpdateOptions = {}): Promise<models.File> {
    const { ifMatch, ...calling } = options;
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
   * @param fileId The folder or the file.
   */
  async download(fileId: string, options: FilesDownloadOptions = {}): Promise<Download> {
    const { range, ifRange, ifMatch, ifNoneMatch, ...calling } = options;
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
   * @param fileId The folder or the file.
   */
  async replace(fileId: string, body: undefined | Upload, options: FilesReplaceOptions): Promise<models.File> {
    const { ifMatch, ...calling } = options;
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
