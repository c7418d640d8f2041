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
 * @typedef {object} EventsListParameters
 * @property {string | undefined} [from] The beginning of the range; without it, from the earliest.
 * @property {string | undefined} [to] The end of the range, which is not part of it; without it, to the latest.
 * @property {boolean | undefined} [expand] Whether each instance is an entry of its own; needs `from` and `to`.
 * @property {string | undefined} [text] What title, description or location must contain, whatever the case.
 * @property {models.CalendarComponent | undefined} [component] The kind of component.
 * @property {string | undefined} [uid] The UID that it must have.
 * @property {boolean | undefined} [data] Whether entries have `data`; without, a list is much quicker.
 * @property {number | undefined} [limit] How many entries a page has at most.
 * @property {string | undefined} [cursor] What `next` of the page before said; without it, the first page.
 */

/** @typedef {CallOptions & EventsListParameters} EventsListOptions */

/**
 * @typedef {object} EventsQueryParameters
 * @property {number | undefined} [limit] How many entries a page has at most.
 * @property {string | undefined} [cursor] What `next` of the page before said; without it, the first page.
 */

/** @typedef {CallOptions & EventsQueryParameters} EventsQueryOptions */

/**
 * @typedef {object} EventsGetParameters
 * @property {string | undefined} [ifNoneMatch] The entity tags none of which the object must have, or `*`.
 * @property {string | undefined} [ifMatch] The entity tags one of which the object must have, or `*` for whatever is there.
 */

/** @typedef {CallOptions & EventsGetParameters} EventsGetOptions */

/**
 * @typedef {object} EventsGetAsCalendarParameters
 * @property {string | undefined} [ifNoneMatch] The entity tags none of which the object must have, or `*`.
 * @property {string | undefined} [ifMatch] The entity tags one of which the object must have, or `*` for whatever is there.
 */

/** @typedef {CallOptions & EventsGetAsCalendarParameters} EventsGetAsCalendarOptions */

/**
 * @typedef {object} EventsReplaceParameters
 * @property {string} ifMatch The entity tags one of which the object must have, or `*` for whatever is there; 428 without.
 */

/** @typedef {CallOptions & EventsReplaceParameters} EventsReplaceOptions */

/**
 * @typedef {object} EventsReplaceFromJscalendarParameters
 * @property {string} ifMatch The entity tags one of which the object must have, or `*` for whatever is there; 428 without.
 */

/** @typedef {CallOptions & EventsReplaceFromJscalendarParameters} EventsReplaceFromJscalendarOptions */

/**
 * @typedef {object} EventsReplaceFromCalendarParameters
 * @property {string} ifMatch The entity tags one of which the object must have, or `*` for whatever is there; 428 without.
 */

/** @typedef {CallOptions & EventsReplaceFromCalendarParameters} EventsReplaceFromCalendarOptions */

/**
 * @typedef {object} EventsDeleteParameters
 * @property {string | undefined} [ifMatch] The entity tags one of which the object must have, or `*` for whatever is there.
 */

/** @typedef {CallOptions & EventsDeleteParameters} EventsDeleteOptions */

/**
 * @typedef {object} EventsUpdateParameters
 * @property {string | undefined} [ifMatch] The entity tags one of which the object must have, or `*` for whatever is there.
 */

/** @typedef {CallOptions & EventsUpdateParameters} EventsUpdateOptions */

/**
 * @typedef {object} EventsOccurrencesParameters
 * @property {string} from The beginning of the range.
 * @property {string} to The end of the range, which is not part of it.
 * @property {number | undefined} [limit] How many entries a page has at most.
 * @property {string | undefined} [cursor] What `next` of the page before said; without it, the first page.
 */

/** @typedef {CallOptions & EventsOccurrencesParameters} EventsOccurrencesOptions */

/** Events, tasks and journals in calendars, as JSCalendar (RFC 8984) and as iCalendar (RFC 5545). */
export class EventsService {
  #calls;

  /** @internal @param {Calls} calls */
  constructor(calls) {
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
   * @param {string} calendarId The calendar.
   * @param {EventsListOptions} [options]
   * @returns {Paged<models.CalendarEvent>}
   */
  list(calendarId, { from, to, expand, text, component, uid, data, limit, cursor, ...calling } = {}) {
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
   * @param {string} calendarId The calendar.
   * @param {models.NewCalendarEvent} body
   * @param {CallOptions} [options]
   * @returns {Promise<models.CalendarEvent>}
   */
  async create(calendarId, body, options) {
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
   * @param {string} calendarId The calendar.
   * @param {models.JsCalendar} body
   * @param {CallOptions} [options]
   * @returns {Promise<models.CalendarEvent>}
   */
  async createFromJscalendar(calendarId, body, options) {
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
   * @param {string} calendarId The calendar.
   * @param {Upload} body
   * @param {CallOptions} [options]
   * @returns {Promise<models.CalendarEvent>}
   */
  async createFromCalendar(calendarId, body, options) {
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
   * @param {string} calendarId The calendar.
   * @param {models.EventQuery} body
   * @param {EventsQueryOptions} [options]
   * @returns {Paged<models.CalendarEvent>}
   */
  query(calendarId, body, { limit, cursor, ...calling } = {}) {
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
   * @param {string} calendarId The calendar.
   * @param {string} eventId The event.
   * @param {EventsGetOptions} [options]
   * @returns {Promise<models.CalendarEvent>}
   */
  async get(calendarId, eventId, { ifNoneMatch, ifMatch, ...calling } = {}) {
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
   * @param {string} calendarId The calendar.
   * @param {string} eventId The event.
   * @param {EventsGetAsCalendarOptions} [options]
   * @returns {Promise<TextResult>}
   */
  async getAsCalendar(calendarId, eventId, { ifNoneMatch, ifMatch, ...calling } = {}) {
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
   * @param {string} calendarId The calendar.
   * @param {string} eventId The event.
   * @param {models.CalendarEventChange} body
   * @param {EventsReplaceOptions} options
   * @returns {Promise<models.CalendarEvent>}
   */
  async replace(calendarId, eventId, body, { ifMatch, ...calling }) {
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
   * @param {string} calendarId The calendar.
   * @param {string} eventId The event.
   * @param {models.JsCalendar} body
   * @param {EventsReplaceFromJscalendarOptions} options
   * @returns {Promise<models.CalendarEvent>}
   */
  async replaceFromJscalendar(calendarId, eventId, body, { ifMatch, ...calling }) {
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
   * @param {string} calendarId The calendar.
   * @param {string} eventId The event.
   * @param {Upload} body
   * @param {EventsReplaceFromCalendarOptions} options
   * @returns {Promise<models.CalendarEvent>}
   */
  async replaceFromCalendar(calendarId, eventId, body, { ifMatch, ...calling }) {
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
   * @param {string} calendarId The calendar.
   * @param {string} eventId The event.
   * @param {EventsDeleteOptions} [options]
   * @returns {Promise<void>}
   */
  async delete(calendarId, eventId, { ifMatch, ...calling } = {}) {
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
   * @param {string} calendarId The calendar.
   * @param {string} eventId The event.
   * @param {Record<string, unknown>} body
   * @param {EventsUpdateOptions} [options]
   * @returns {Promise<models.CalendarEvent>}
   */
  async update(calendarId, eventId, body, { ifMatch, ...calling } = {}) {
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
   * @param {string} calendarId The calendar.
   * @param {string} eventId The event.
   * @param {EventsOccurrencesOptions} options
   * @returns {Paged<models.Occurrence>}
   */
  occurrences(calendarId, eventId, { from, to, limit, cursor, ...calling }) {
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
