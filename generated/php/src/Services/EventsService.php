<?php

declare(strict_types=1);

namespace A3dav\Client\Services;

use A3dav\Client\CallOptions;
use A3dav\Client\Codecs;
use A3dav\Client\Internal\Call;
use A3dav\Client\Internal\Caller;
use A3dav\Client\Internal\Parameter;
use A3dav\Client\Models;
use A3dav\Client\Pages;
use A3dav\Client\Text;
use A3dav\Client\Upload;

/** Events, tasks and journals in calendars, as JSCalendar (RFC 8984) and as iCalendar (RFC 5545). */
final class EventsService
{
    /** @internal */
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * List events
     *
     * The events of a calendar, all or those of a range, in no order of time. With `expand`, each instance of a
     * series in the range is an entry of its own, with `recurrenceId`, `start` and `end`.
     *
     * A page may have fewer entries than `limit`, even none, and a next one.
     *
     * @param string $calendarId The calendar.
     * @param string|null $from The beginning of the range; without it, from the earliest.
     * @param string|null $to The end of the range, which is not part of it; without it, to the latest.
     * @param bool|null $expand Whether each instance is an entry of its own; needs `from` and `to`.
     * @param string|null $text What title, description or location must contain, whatever the case.
     * @param Models\CalendarComponent|string|null $component The kind of component.
     * @param string|null $uid The UID that it must have.
     * @param bool|null $data Whether entries have `data`; without, a list is much quicker.
     * @param int|null $limit How many entries a page has at most.
     * @param string|null $cursor What `next` of the page before said; without it, the first page.
     * @return Pages<Models\CalendarEvent>
     */
    public function list(
        string $calendarId,
        ?string $from = null,
        ?string $to = null,
        ?bool $expand = null,
        ?string $text = null,
        Models\CalendarComponent|string|null $component = null,
        ?string $uid = null,
        ?bool $data = null,
        ?int $limit = null,
        ?string $cursor = null,
        ?CallOptions $options = null,
    ): Pages {
        $call = new Call(
            'events.list',
            'GET',
            '/calendars/{calendarId}/events',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\CalendarEvent::class),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
                new Parameter('query:from', 'from', 'query', 'form', true, Codecs::text()),
                new Parameter('query:to', 'to', 'query', 'form', true, Codecs::text()),
                new Parameter('query:expand', 'expand', 'query', 'form', true, Codecs::boolean()),
                new Parameter('query:text', 'text', 'query', 'form', true, Codecs::text()),
                new Parameter(
                    'query:component',
                    'component',
                    'query',
                    'form',
                    true,
                    Codecs::textEnum(Models\CalendarComponent::class),
                ),
                new Parameter('query:uid', 'uid', 'query', 'form', true, Codecs::text()),
                new Parameter('query:data', 'data', 'query', 'form', true, Codecs::boolean()),
                new Parameter('query:limit', 'limit', 'query', 'form', true, Codecs::integer()),
                new Parameter('query:cursor', 'cursor', 'query', 'form', true, Codecs::text()),
            ],
            pages: ['query:cursor', 'items', 'next'],
        );
        return $this->caller->pages($call, [
            'path:calendarId' => $calendarId,
            'query:from' => $from,
            'query:to' => $to,
            'query:expand' => $expand,
            'query:text' => $text,
            'query:component' => $component,
            'query:uid' => $uid,
            'query:data' => $data,
            'query:limit' => $limit,
            'query:cursor' => $cursor,
        ], null, $options);
    }

    /**
     * Add an event
     *
     * Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who is
     * invited is told as it is in CalDAV.
     *
     * @param string $calendarId The calendar.
     */
    public function create(
        string $calendarId,
        Models\NewCalendarEvent $body,
        ?CallOptions $options = null,
    ): Models\CalendarEvent {
        $call = new Call(
            'events.create',
            'POST',
            '/calendars/{calendarId}/events',
            'keyed',
            'json',
            'application/json',
            Codecs::model(Models\CalendarEvent::class),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/json', Codecs::model(Models\NewCalendarEvent::class)],
        );
        return $this->caller->call($call, [
            'path:calendarId' => $calendarId,
        ], $body, $options);
    }

    /**
     * Add an event
     *
     * Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who is
     * invited is told as it is in CalDAV.
     *
     * @param string $calendarId The calendar.
     */
    public function createFromJscalendar(
        string $calendarId,
        Models\JsCalendar $body,
        ?CallOptions $options = null,
    ): Models\CalendarEvent {
        $call = new Call(
            'events.create_from_jscalendar',
            'POST',
            '/calendars/{calendarId}/events',
            'keyed',
            'json',
            'application/json',
            Codecs::model(Models\CalendarEvent::class),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/jscalendar+json', Codecs::model(Models\JsCalendar::class)],
        );
        return $this->caller->call($call, [
            'path:calendarId' => $calendarId,
        ], $body, $options);
    }

    /**
     * Add an event
     *
     * Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who is
     * invited is told as it is in CalDAV.
     *
     * @param string $calendarId The calendar.
     */
    public function createFromCalendar(
        string $calendarId,
        string|Upload $body,
        ?CallOptions $options = null,
    ): Models\CalendarEvent {
        $call = new Call(
            'events.create_from_calendar',
            'POST',
            '/calendars/{calendarId}/events',
            'keyed',
            'json',
            'application/json',
            Codecs::model(Models\CalendarEvent::class),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
            ],
            body: ['text', 'text/calendar', Codecs::any()],
        );
        return $this->caller->call($call, [
            'path:calendarId' => $calendarId,
        ], $body, $options);
    }

    /**
     * Find events
     *
     * The same list, by more than fits into a URL. All members of the question must hold at once, of one component.
     *
     * @param string $calendarId The calendar.
     * @param int|null $limit How many entries a page has at most.
     * @param string|null $cursor What `next` of the page before said; without it, the first page.
     * @return Pages<Models\CalendarEvent>
     */
    public function query(
        string $calendarId,
        Models\EventQuery $body,
        ?int $limit = null,
        ?string $cursor = null,
        ?CallOptions $options = null,
    ): Pages {
        $call = new Call(
            'events.query',
            'QUERY',
            '/calendars/{calendarId}/events',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\CalendarEvent::class),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
                new Parameter('query:limit', 'limit', 'query', 'form', true, Codecs::integer()),
                new Parameter('query:cursor', 'cursor', 'query', 'form', true, Codecs::text()),
            ],
            body: ['json', 'application/json', Codecs::model(Models\EventQuery::class)],
            pages: ['query:cursor', 'items', 'next'],
        );
        return $this->caller->pages($call, [
            'path:calendarId' => $calendarId,
            'query:limit' => $limit,
            'query:cursor' => $cursor,
        ], $body, $options);
    }

    /**
     * Fetch an event
     *
     * The event in the form that Accept asks for; as `text/calendar` it is byte for byte what was stored.
     *
     * @param string $calendarId The calendar.
     * @param string $eventId The event.
     * @param string|null $ifNoneMatch The entity tags none of which the object must have, or `*`.
     * @param string|null $ifMatch The entity tags one of which the object must have, or `*` for whatever is there.
     */
    public function get(
        string $calendarId,
        string $eventId,
        ?string $ifNoneMatch = null,
        ?string $ifMatch = null,
        ?CallOptions $options = null,
    ): Models\CalendarEvent {
        $call = new Call(
            'events.get',
            'GET',
            '/calendars/{calendarId}/events/{eventId}',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\CalendarEvent::class),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:eventId', 'eventId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-None-Match', 'If-None-Match', 'header', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
        );
        return $this->caller->call($call, [
            'path:calendarId' => $calendarId,
            'path:eventId' => $eventId,
            'header:If-None-Match' => $ifNoneMatch,
            'header:If-Match' => $ifMatch,
        ], null, $options);
    }

    /**
     * Fetch an event
     *
     * The event in the form that Accept asks for; as `text/calendar` it is byte for byte what was stored.
     *
     * @param string $calendarId The calendar.
     * @param string $eventId The event.
     * @param string|null $ifNoneMatch The entity tags none of which the object must have, or `*`.
     * @param string|null $ifMatch The entity tags one of which the object must have, or `*` for whatever is there.
     */
    public function getAsCalendar(
        string $calendarId,
        string $eventId,
        ?string $ifNoneMatch = null,
        ?string $ifMatch = null,
        ?CallOptions $options = null,
    ): Text {
        $call = new Call(
            'events.get_as_calendar',
            'GET',
            '/calendars/{calendarId}/events/{eventId}',
            'safe',
            'text',
            'text/calendar',
            Codecs::text(),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:eventId', 'eventId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-None-Match', 'If-None-Match', 'header', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
        );
        return $this->caller->call($call, [
            'path:calendarId' => $calendarId,
            'path:eventId' => $eventId,
            'header:If-None-Match' => $ifNoneMatch,
            'header:If-Match' => $ifMatch,
        ], null, $options);
    }

    /**
     * Replace an event
     *
     * Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning changed, so
     * that what JSCalendar cannot say is kept; iCalendar is stored as it is. `If-Match` is required; `*` stands for
     * any version.
     *
     * @param string $calendarId The calendar.
     * @param string $eventId The event.
     * @param string $ifMatch The entity tags one of which the object must have, or `*` for whatever is there; 428
     *   without.
     */
    public function replace(
        string $calendarId,
        string $eventId,
        Models\CalendarEventChange $body,
        string $ifMatch,
        ?CallOptions $options = null,
    ): Models\CalendarEvent {
        $call = new Call(
            'events.replace',
            'PUT',
            '/calendars/{calendarId}/events/{eventId}',
            'idempotent',
            'json',
            'application/json',
            Codecs::model(Models\CalendarEvent::class),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:eventId', 'eventId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/json', Codecs::model(Models\CalendarEventChange::class)],
        );
        return $this->caller->call($call, [
            'path:calendarId' => $calendarId,
            'path:eventId' => $eventId,
            'header:If-Match' => $ifMatch,
        ], $body, $options);
    }

    /**
     * Replace an event
     *
     * Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning changed, so
     * that what JSCalendar cannot say is kept; iCalendar is stored as it is. `If-Match` is required; `*` stands for
     * any version.
     *
     * @param string $calendarId The calendar.
     * @param string $eventId The event.
     * @param string $ifMatch The entity tags one of which the object must have, or `*` for whatever is there; 428
     *   without.
     */
    public function replaceFromJscalendar(
        string $calendarId,
        string $eventId,
        Models\JsCalendar $body,
        string $ifMatch,
        ?CallOptions $options = null,
    ): Models\CalendarEvent {
        $call = new Call(
            'events.replace_from_jscalendar',
            'PUT',
            '/calendars/{calendarId}/events/{eventId}',
            'idempotent',
            'json',
            'application/json',
            Codecs::model(Models\CalendarEvent::class),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:eventId', 'eventId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/jscalendar+json', Codecs::model(Models\JsCalendar::class)],
        );
        return $this->caller->call($call, [
            'path:calendarId' => $calendarId,
            'path:eventId' => $eventId,
            'header:If-Match' => $ifMatch,
        ], $body, $options);
    }

    /**
     * Replace an event
     *
     * Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning changed, so
     * that what JSCalendar cannot say is kept; iCalendar is stored as it is. `If-Match` is required; `*` stands for
     * any version.
     *
     * @param string $calendarId The calendar.
     * @param string $eventId The event.
     * @param string $ifMatch The entity tags one of which the object must have, or `*` for whatever is there; 428
     *   without.
     */
    public function replaceFromCalendar(
        string $calendarId,
        string $eventId,
        string|Upload $body,
        string $ifMatch,
        ?CallOptions $options = null,
    ): Models\CalendarEvent {
        $call = new Call(
            'events.replace_from_calendar',
            'PUT',
            '/calendars/{calendarId}/events/{eventId}',
            'idempotent',
            'json',
            'application/json',
            Codecs::model(Models\CalendarEvent::class),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:eventId', 'eventId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
            body: ['text', 'text/calendar', Codecs::any()],
        );
        return $this->caller->call($call, [
            'path:calendarId' => $calendarId,
            'path:eventId' => $eventId,
            'header:If-Match' => $ifMatch,
        ], $body, $options);
    }

    /**
     * Remove an event
     *
     * Removes an event; who was invited is told as it is in CalDAV.
     *
     * @param string $calendarId The calendar.
     * @param string $eventId The event.
     * @param string|null $ifMatch The entity tags one of which the object must have, or `*` for whatever is there.
     */
    public function delete(
        string $calendarId,
        string $eventId,
        ?string $ifMatch = null,
        ?CallOptions $options = null,
    ): void {
        $call = new Call(
            'events.delete',
            'DELETE',
            '/calendars/{calendarId}/events/{eventId}',
            'idempotent',
            'none',
            '',
            Codecs::any(),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:eventId', 'eventId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
        );
        $this->caller->call($call, [
            'path:calendarId' => $calendarId,
            'path:eventId' => $eventId,
            'header:If-Match' => $ifMatch,
        ], null, $options);
    }

    /**
     * Change an event
     *
     * Changes parts of an event: by a merge patch of its JSCalendar (RFC 7396), or by a PatchObject (RFC 8984
     * §1.4.9), which reaches deeper members by pointers such as `locations/1/name`. Without `If-Match`, the change is
     * made to the version that is there.
     *
     * @param string $calendarId The calendar.
     * @param string $eventId The event.
     * @param string|null $ifMatch The entity tags one of which the object must have, or `*` for whatever is there.
     * @param array<string, mixed> $body
     */
    public function update(
        string $calendarId,
        string $eventId,
        array $body,
        ?string $ifMatch = null,
        ?CallOptions $options = null,
    ): Models\CalendarEvent {
        $call = new Call(
            'events.update',
            'PATCH',
            '/calendars/{calendarId}/events/{eventId}',
            'keyed',
            'json',
            'application/json',
            Codecs::model(Models\CalendarEvent::class),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:eventId', 'eventId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/json', Codecs::mapOf(Codecs::any())],
        );
        return $this->caller->call($call, [
            'path:calendarId' => $calendarId,
            'path:eventId' => $eventId,
            'header:If-Match' => $ifMatch,
        ], $body, $options);
    }

    /**
     * List the instances of an event
     *
     * When an event happens in a range, in order of time.
     *
     * @param string $calendarId The calendar.
     * @param string $eventId The event.
     * @param string $from The beginning of the range.
     * @param string $to The end of the range, which is not part of it.
     * @param int|null $limit How many entries a page has at most.
     * @param string|null $cursor What `next` of the page before said; without it, the first page.
     * @return Pages<Models\Occurrence>
     */
    public function occurrences(
        string $calendarId,
        string $eventId,
        string $from,
        string $to,
        ?int $limit = null,
        ?string $cursor = null,
        ?CallOptions $options = null,
    ): Pages {
        $call = new Call(
            'events.occurrences',
            'GET',
            '/calendars/{calendarId}/events/{eventId}/occurrences',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\Occurrence::class),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:eventId', 'eventId', 'path', 'simple', false, Codecs::text()),
                new Parameter('query:from', 'from', 'query', 'form', true, Codecs::text()),
                new Parameter('query:to', 'to', 'query', 'form', true, Codecs::text()),
                new Parameter('query:limit', 'limit', 'query', 'form', true, Codecs::integer()),
                new Parameter('query:cursor', 'cursor', 'query', 'form', true, Codecs::text()),
            ],
            pages: ['query:cursor', 'items', 'next'],
        );
        return $this->caller->pages($call, [
            'path:calendarId' => $calendarId,
            'path:eventId' => $eventId,
            'query:from' => $from,
            'query:to' => $to,
            'query:limit' => $limit,
            'query:cursor' => $cursor,
        ], null, $options);
    }
}
