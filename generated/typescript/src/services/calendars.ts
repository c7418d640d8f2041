// Rendered from the description of the interface; not for editing.

import type * as models from '../models.js';
import type { Upload } from '../runtime/bodies.js';
import type { Calls } from '../runtime/calls.js';
import type { CallOptions } from '../runtime/options.js';
import type { Paged } from '../runtime/pages.js';
import type { TextResult } from '../runtime/results.js';
import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

export interface CalendarsListOptions extends CallOptions {
  /** How many entries a page has at most. */
  limit?: number | undefined;
  /** What `next` of the page before said; without it, the first page. */
  cursor?: string | undefined;
}

export interface CalendarsFreeBusyOptions extends CallOptions {
  /** The beginning of the range. */
  from: string;
  /** The end of the range, which is not part of it. */
  to: string;
}

export interface CalendarsImportOptions extends CallOptions {
  /** What to do with an object whose UID is there already. */
  ifExists?: models.IfExists | undefined;
}

export interface CalendarsFreeBusyOfAccountOptions extends CallOptions {
  /** The beginning of the range. */
  from: string;
  /** The end of the range, which is not part of it. */
  to: string;
  /** The identifier of somebody who lets others see when they are busy. */
  account?: string | undefined;
}

/** Calendars of one's own and those that others share. */
export class CalendarsService {
  readonly #calls: Calls;

  /** @internal */
  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /**
   * List calendars
   *
   * One's own calendars, and behind them those that others share.
   */
  list(options: CalendarsListOptions = {}): Paged<models.Calendar> {
    const { limit, cursor, ...calling } = options;
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
   */
  async create(body: models.NewCalendar, options?: CallOptions): Promise<models.Calendar> {
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
   * @param calendarId The calendar.
   */
  async get(calendarId: string, options?: CallOptions): Promise<models.Calendar> {
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
   * @param calendarId The calendar.
   */
  async delete(calendarId: string, options?: CallOptions): Promise<void> {
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
   * @param calendarId The calendar.
   */
  async update(calendarId: string, body: models.CalendarUpdate, options?: CallOptions): Promise<models.Calendar> {
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
   * @param calendarId The calendar.
   */
  async export(calendarId: string, options?: CallOptions): Promise<unknown[]> {
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
   * @param calendarId The calendar.
   */
  async exportAsCalendar(calendarId: string, options?: CallOptions): Promise<TextResult> {
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
   * @param calendarId The calendar.
   */
  async freeBusy(calendarId: string, options: CalendarsFreeBusyOptions): Promise<models.FreeBusy> {
    const { from, to, ...calling } = options;
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
   * @param calendarId The calendar.
   */
  async import(calendarId: string, body: Upload, options: CalendarsImportOptions = {}): Promise<models.ImportReport> {
    const { ifExists, ...calling } = options;
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
   */
  async freeBusyOfAccount(options: CalendarsFreeBusyOfAccountOptions): Promise<models.FreeBusy> {
    const { from, to, account, ...calling } = options;
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
