// Rendered from the description of the interface; not for editing.

import type * as models from '../models.js';
import type { Upload } from '../runtime/bodies.js';
import type { Calls } from '../runtime/calls.js';
import type { CallOptions } from '../runtime/options.js';
import type { Paged } from '../runtime/pages.js';
import type { TextResult } from '../runtime/results.js';
import { segment } from '../runtime/addresses.js';
import { writeJson } from '../runtime/json.js';

export interface EventsListOptions extends CallOptions {
  /** The beginning of the range; without it, from the earliest. */
  from?: string | undefined;
  /** The end of the range, which is not part of it; without it, to the latest. */
  to?: string | undefined;
  /** Whether each instance is an entry of its own; needs `from` and `to`. */
  expand?: boolean | undefined;
  /** What title, description or location must contain, whatever the case. */
  text?: string | undefined;
  /** The kind of component. */
  component?: models.CalendarComponent | undefined;
  /** The UID that it must have. */
  uid?: string | undefined;
  /** Whether entries have `data`; without, a list is much quicker. */
  data?: boolean | undefined;
  /** How many entries a page has at most. */
  limit?: number | undefined;
  /** What `next` of the page before said; without it, the first page. */
  cursor?: string | undefined;
}

export interface EventsQueryOptions extends CallOptions {
  /** How many entries a page has at most. */
  limit?: number | undefined;
  /** What `next` of the page before said; without it, the first page. */
  cursor?: string | undefined;
}

export interface EventsGetOptions extends CallOptions {
  /** The entity tags none of which the object must have, or `*`. */
  ifNoneMatch?: string | undefined;
  /** The entity tags one of which the object must have, or `*` for whatever is there. */
  ifMatch?: string | undefined;
}

export interface EventsGetAsCalendarOptions extends CallOptions {
  /** The entity tags none of which the object must have, or `*`. */
  ifNoneMatch?: string | undefined;
  /** The entity tags one of which the object must have, or `*` for whatever is there. */
  ifMatch?: string | undefined;
}

export interface EventsReplaceOptions extends CallOptions {
  /** The entity tags one of which the object must have, or `*` for whatever is there; 428 without. */
  ifMatch: string;
}

export interface EventsReplaceFromJscalendarOptions extends CallOptions {
  /** The entity tags one of which the object must have, or `*` for whatever is there; 428 without. */
  ifMatch: string;
}

export interface EventsReplaceFromCalendarOptions extends CallOptions {
  /** The entity tags one of which the object must have, or `*` for whatever is there; 428 without. */
  ifMatch: string;
}

export interface EventsDeleteOptions extends CallOptions {
  /** The entity tags one of which the object must have, or `*` for whatever is there. */
  ifMatch?: string | undefined;
}

export interface EventsUpdateOptions extends CallOptions {
  /** The entity tags one of which the object must have, or `*` for whatever is there. */
  ifMatch?: string | undefined;
}

export interface EventsOccurrencesOptions extends CallOptions {
  /** The beginning of the range. */
  from: string;
  /** The end of the range, which is not part of it. */
  to: string;
  /** How many entries a page has at most. */
  limit?: number | undefined;
  /** What `next` of the page before said; without it, the first page. */
  cursor?: string | undefined;
}

/** Events, tasks and journals in calendars, as JSCalendar (RFC 8984) and as iCalendar (RFC 5545). */
export class EventsService {
  readonly #calls: Calls;

  /** @internal */
  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /**
   * List events
   *
   * The events of a calendar, all or those of a range, in no order of time. With `expand`, each instance of a series in
   * the range is an entry of its own, with `recurrenceId`, `start` and `end`.
   *
   * A page may have fewer entries than `limit`, even none, and a next one.
   *
   * @param calendarId The calendar.
   */
  list(calendarId: string, options: EventsListOptions = {}): Paged<models.CalendarEvent> {
    const { from, to, expand, text, component, uid, data, limit, cursor, ...calling } = options;
    return this.#calls.paged(
      {
        method: 'GET',
        path: `/calendars/${segment(calendarId)}/events`,
        query: {
          from,
          to,
          expand,
          text,
          component,
          uid,
          data,
          limit,
          cursor,
        },
      },
      { cursor: 'cursor', items: 'items', next: 'next' },
      calling,
    );
  }

  /**
   * Add an event
   *
   * Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who is invited
   * is told as it is in CalDAV.
   *
   * @param calendarId The calendar.
   */
  async create(
    calendarId: string,
    body: models.NewCalendarEvent,
    options?: CallOptions,
  ): Promise<models.CalendarEvent> {
    return this.#calls.json(
      {
        method: 'POST',
        path: `/calendars/${segment(calendarId)}/events`,
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
   * Add an event
   *
   * Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who is invited
   * is told as it is in CalDAV.
   *
   * @param calendarId The calendar.
   */
  async createFromJscalendar(
    calendarId: string,
    body: models.JsCalendar,
    options?: CallOptions,
  ): Promise<models.CalendarEvent> {
    return this.#calls.json(
      {
        method: 'POST',
        path: `/calendars/${segment(calendarId)}/events`,
        headers: {
          'Content-Type': 'application/jscalendar+json',
        },
        body: writeJson(body),
        retry: 'keyed',
      },
      options,
    );
  }

  /**
   * Add an event
   *
   * Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who is invited
   * is told as it is in CalDAV.
   *
   * @param calendarId The calendar.
   */
  async createFromCalendar(calendarId: string, body: Upload, options?: CallOptions): Promise<models.CalendarEvent> {
    return this.#calls.json(
      {
        method: 'POST',
        path: `/calendars/${segment(calendarId)}/events`,
        headers: {
          'Content-Type': 'text/calendar',
        },
        body,
        retry: 'keyed',
      },
      options,
    );
  }

  /**
   * Find events
   *
   * The same list, by more than fits into a URL. All members of the question must hold at once, of one component.
   *
   * @param calendarId The calendar.
   */
  query(calendarId: string, body: models.EventQuery, options: EventsQueryOptions = {}): Paged<models.CalendarEvent> {
    const { limit, cursor, ...calling } = options;
    return this.#calls.paged(
      {
        method: 'QUERY',
        path: `/calendars/${segment(calendarId)}/events`,
        query: {
          limit,
          cursor,
        },
        headers: {
          'Content-Type': 'application/json',
        },
        body: writeJson(body),
      },
      { cursor: 'cursor', items: 'items', next: 'next' },
      calling,
    );
  }

  /**
   * Fetch an event
   *
   * The event in the form that Accept asks for; as `text/calendar` it is byte for byte what was stored.
   *
   * @param calendarId The calendar.
   * @param eventId The event.
   */
  async get(calendarId: string, eventId: string, options: EventsGetOptions = {}): Promise<models.CalendarEvent> {
    const { ifNoneMatch, ifMatch, ...calling } = options;
    return this.#calls.json(
      {
        method: 'GET',
        path: `/calendars/${segment(calendarId)}/events/${segment(eventId)}`,
        headers: {
          'If-None-Match': ifNoneMatch,
          'If-Match': ifMatch,
        },
      },
      calling,
    );
  }

  /**
   * Fetch an event
   *
   * The event in the form that Accept asks for; as `text/calendar` it is byte for byte what was stored.
   *
   * @param calendarId The calendar.
   * @param eventId The event.
   */
  async getAsCalendar(
    calendarId: string,
    eventId: string,
    options: EventsGetAsCalendarOptions = {},
  ): Promise<TextResult> {
    const { ifNoneMatch, ifMatch, ...calling } = options;
    return this.#calls.text(
      {
        method: 'GET',
        path: `/calendars/${segment(calendarId)}/events/${segment(eventId)}`,
        headers: {
          Accept: 'text/calendar, application/problem+json;q=0.5',
          'If-None-Match': ifNoneMatch,
          'If-Match': ifMatch,
        },
      },
      calling,
    );
  }

  /**
   * Replace an event
   *
   * Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning changed, so that
   * what JSCalendar cannot say is kept; iCalendar is stored as it is. `If-Match` is required; `*` stands for any
   * version.
   *
   * @param calendarId The calendar.
   * @param eventId The event.
   */
  async replace(
    calendarId: string,
    eventId: string,
    body: models.CalendarEventChange,
    options: EventsReplaceOptions,
  ): Promise<models.CalendarEvent> {
    const { ifMatch, ...calling } = options;
    return this.#calls.json(
      {
        method: 'PUT',
        path: `/calendars/${segment(calendarId)}/events/${segment(eventId)}`,
        headers: {
          'Content-Type': 'application/json',
          'If-Match': ifMatch,
        },
        body: writeJson(body),
      },
      calling,
    );
  }

  /**
   * Replace an event
   *
   * Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning changed, so that
   * what JSCalendar cannot say is kept; iCalendar is stored as it is. `If-Match` is required; `*` stands for any
   * version.
   *
   * @param calendarId The calendar.
   * @param eventId The event.
   */
  async replaceFromJscalendar(
    calendarId: string,
    eventId: string,
    body: models.JsCalendar,
    options: EventsReplaceFromJscalendarOptions,
  ): Promise<models.CalendarEvent> {
    const { ifMatch, ...calling } = options;
    return this.#calls.json(
      {
        method: 'PUT',
        path: `/calendars/${segment(calendarId)}/events/${segment(eventId)}`,
        headers: {
          'Content-Type': 'application/jscalendar+json',
          'If-Match': ifMatch,
        },
        body: writeJson(body),
      },
      calling,
    );
  }

  /**
   * Replace an event
   *
   * Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning changed, so that
   * what JSCalendar cannot say is kept; iCalendar is stored as it is. `If-Match` is required; `*` stands for any
   * version.
   *
   * @param calendarId The calendar.
   * @param eventId The event.
   */
  async replaceFromCalendar(
    calendarId: string,
    eventId: string,
    body: Upload,
    options: EventsReplaceFromCalendarOptions,
  ): Promise<models.CalendarEvent> {
    const { ifMatch, ...calling } = options;
    return this.#calls.json(
      {
        method: 'PUT',
        path: `/calendars/${segment(calendarId)}/events/${segment(eventId)}`,
        headers: {
          'Content-Type': 'text/calendar',
          'If-Match': ifMatch,
        },
        body,
      },
      calling,
    );
  }

  /**
   * Remove an event
   *
   * Removes an event; who was invited is told as it is in CalDAV.
   *
   * @param calendarId The calendar.
   * @param eventId The event.
   */
  async delete(calendarId: string, eventId: string, options: EventsDeleteOptions = {}): Promise<void> {
    const { ifMatch, ...calling } = options;
    return this.#calls.nothing(
      {
        method: 'DELETE',
        path: `/calendars/${segment(calendarId)}/events/${segment(eventId)}`,
        headers: {
          'If-Match': ifMatch,
        },
      },
      calling,
    );
  }

  /**
   * Change an event
   *
   * Changes parts of an event: by a merge patch of its JSCalendar (RFC 7396), or by a PatchObject (RFC 8984 §1.4.9),
   * which reaches deeper members by pointers such as `locations/1/name`. Without `If-Match`, the change is made to the
   * version that is there.
   *
   * @param calendarId The calendar.
   * @param eventId The event.
   */
  async update(
    calendarId: string,
    eventId: string,
    body: Record<string, unknown>,
    options: EventsUpdateOptions = {},
  ): Promise<models.CalendarEvent> {
    const { ifMatch, ...calling } = options;
    return this.#calls.json(
      {
        method: 'PATCH',
        path: `/calendars/${segment(calendarId)}/events/${segment(eventId)}`,
        headers: {
          'Content-Type': 'application/json',
          'If-Match': ifMatch,
        },
        body: writeJson(body),
        retry: 'keyed',
      },
      calling,
    );
  }

  /**
   * List the instances of an event
   *
   * When an event happens in a range, in order of time.
   *
   * @param calendarId The calendar.
   * @param eventId The event.
   */
  occurrences(calendarId: string, eventId: string, options: EventsOccurrencesOptions): Paged<models.Occurrence> {
    const { from, to, limit, cursor, ...calling } = options;
    return this.#calls.paged(
      {
        method: 'GET',
        path: `/calendars/${segment(calendarId)}/events/${segment(eventId)}/occurrences`,
        query: {
          from,
          to,
          limit,
          cursor,
        },
      },
      { cursor: 'cursor', items: 'items', next: 'next' },
      calling,
    );
  }
}
