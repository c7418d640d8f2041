// Rendered from the description of the interface; not for editing.

import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

/** @import { Upload } from '../runtime/bodies.js' */
/** @import { Calls } from '../runtime/calls.js' */
/** @import { CallOptions } from '../runtime/options.js' */
/** @import { Paged } from '../runtime/pages.js' */
/** @import { TextResult } from '../runtime/results.js' */
/** @import * as models from '../models.js' */

/**
 * @typedef {object} CalendarsListParameters
 * @property {number | undefined} [limit] How many entries a page has at most.
 * @property {string | undefined} [cursor] What `next` of the page before said; without it, the first page.
 */

/** @typedef {CallOptions & CalendarsListParameters} CalendarsListOptions */

/**
 * @typedef {object} CalendarsFreeBusyParameters
 * @property {string} from The beginning of the range.
 * @property {string} to The end of the range, which is not part of it.
 */

/** @typedef {CallOptions & CalendarsFreeBusyParameters} CalendarsFreeBusyOptions */

/**
 * @typedef {object} CalendarsImportParameters
 * @property {models.IfExists | undefined} [ifExists] What to do with an object whose UID is there already.
 */

/** @typedef {CallOptions & CalendarsImportParameters} CalendarsImportOptions */

/**
 * @typedef {object} CalendarsFreeBusyOfAccountParameters
 * @property {string} from The beginning of the range.
 * @property {string} to The end of the range, which is not part of it.
 * @property {string | undefined} [account] The identifier of somebody who lets others see when they are busy.
 */

/** @typedef {CallOptions & CalendarsFreeBusyOfAccountParameters} CalendarsFreeBusyOfAccountOptions */

/** Calendars of one's own and those that others share. */
export class CalendarsService {
  #calls;

  /** @internal @param {Calls} calls */
  constructor(calls) {
    this.#calls = calls;
  }

  /**
   * List calendars
   *
   * One's own calendars, and behind them those that others share.
   *
   * @param {CalendarsListOptions} [options]
   * @returns {Paged<models.Calendar>}
   */
  list({ limit, cursor, ...calling } = {}) {
    return this.#calls.paged(
      {
        method: 'GET',
        path: '/calendars',
        query: {
          limit,
          cursor,
        },
      },
      { cursor: 'cursor', items: 'items', next: 'next' },
      calling,
    );
  }

  /**
   * Make a calendar
   *
   * Makes a calendar of one's own.
   *
   * @param {models.NewCalendar} body
   * @param {CallOptions} [options]
   * @returns {Promise<models.Calendar>}
   */
  async create(body, options) {
    return this.#calls.json(
      {
        method: 'POST',
        path: '/calendars',
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
   * Fetch a calendar
   *
   * What is told of a calendar, without what it holds.
   *
   * @param {string} calendarId The calendar.
   * @param {CallOptions} [options]
   * @returns {Promise<models.Calendar>}
   */
  async get(calendarId, options) {
    return this.#calls.json(
      {
        method: 'GET',
        path: `/calendars/${segment(calendarId)}`,
      },
      options,
    );
  }

  /**
   * Remove a calendar
   *
   * Removes a calendar of one's own with everything in it. A calendar of somebody else is taken out of one's own list,
   * and stays as it is. The default calendar is emptied.
   *
   * @param {string} calendarId The calendar.
   * @param {CallOptions} [options]
   * @returns {Promise<void>}
   */
  async delete(calendarId, options) {
    return this.#calls.nothing(
      {
        method: 'DELETE',
        path: `/calendars/${segment(calendarId)}`,
      },
      options,
    );
  }

  /**
   * Change a calendar
   *
   * Changes what is given, and removes what is null (RFC 7396). Whoever a calendar is shared with changes how it is
   * shown to them alone.
   *
   * @param {string} calendarId The calendar.
   * @param {models.CalendarUpdate} body
   * @param {CallOptions} [options]
   * @returns {Promise<models.Calendar>}
   */
  async update(calendarId, body, options) {
    return this.#calls.json(
      {
        method: 'PATCH',
        path: `/calendars/${segment(calendarId)}`,
        headers: {
          'Content-Type': 'application/json',
        },
        body: writeJson(body),
        retry: 'idempotent',
      },
      options,
    );
  }

  /**
   * Export a calendar
   *
   * Everything in the calendar as one file.
   *
   * @param {string} calendarId The calendar.
   * @param {CallOptions} [options]
   * @returns {Promise<unknown[]>}
   */
  async export(calendarId, options) {
    return this.#calls.json(
      {
        method: 'GET',
        path: `/calendars/${segment(calendarId)}/export`,
        headers: {
          Accept: 'application/calendar+json',
        },
      },
      options,
    );
  }

  /**
   * Export a calendar
   *
   * Everything in the calendar as one file.
   *
   * @param {string} calendarId The calendar.
   * @param {CallOptions} [options]
   * @returns {Promise<TextResult>}
   */
  async exportAsCalendar(calendarId, options) {
    return this.#calls.text(
      {
        method: 'GET',
        path: `/calendars/${segment(calendarId)}/export`,
        headers: {
          Accept: 'text/calendar, application/problem+json;q=0.5',
        },
      },
      options,
    );
  }

  /**
   * Tell when a calendar makes busy
   *
   * When its owner is busy by what this calendar holds, and nothing about why.
   *
   * @param {string} calendarId The calendar.
   * @param {CalendarsFreeBusyOptions} options
   * @returns {Promise<models.FreeBusy>}
   */
  async freeBusy(calendarId, { from, to, ...calling }) {
    return this.#calls.json(
      {
        method: 'GET',
        path: `/calendars/${segment(calendarId)}/free-busy`,
        query: {
          from,
          to,
        },
      },
      calling,
    );
  }

  /**
   * Import a file
   *
   * Stores each object of a file, new or in the place of the one with its UID.
   *
   * @param {string} calendarId The calendar.
   * @param {Upload} body
   * @param {CalendarsImportOptions} [options]
   * @returns {Promise<models.ImportReport>}
   */
  async import(calendarId, body, { ifExists, ...calling } = {}) {
    return this.#calls.json(
      {
        method: 'POST',
        path: `/calendars/${segment(calendarId)}/import`,
        query: {
          'if-exists': ifExists,
        },
        headers: {
          'Content-Type': 'text/calendar',
        },
        body,
        retry: 'idempotent',
      },
      calling,
    );
  }

  /**
   * Tell when somebody is busy
   *
   * When an account is busy by all its calendars together, one's own without `account`.
   *
   * @param {CalendarsFreeBusyOfAccountOptions} options
   * @returns {Promise<models.FreeBusy>}
   */
  async freeBusyOfAccount({ from, to, account, ...calling }) {
    return this.#calls.json(
      {
        method: 'GET',
        path: '/free-busy',
        query: {
          from,
          to,
          account,
        },
      },
      calling,
    );
  }
}
