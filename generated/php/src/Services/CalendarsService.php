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

/** Calendars of one's own and those that others share. */
final class CalendarsService
{
    /** @internal */
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * List calendars
     *
     * One's own calendars, and behind them those that others share.
     *
     * @param int|null $limit How many entries a page has at most.
     * @param string|null $cursor What `next` of the page before said; without it, the first page.
     * @return Pages<Models\Calendar>
     */
    public function list(
        ?int $limit = null,
        ?string $cursor = null,
        ?CallOptions $options = null,
    ): Pages {
        $call = new Call(
            'calendars.list',
            'GET',
            '/calendars',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\Calendar::class),
            [
                new Parameter('query:limit', 'limit', 'query', 'form', true, Codecs::integer()),
                new Parameter('query:cursor', 'cursor', 'query', 'form', true, Codecs::text()),
            ],
            pages: ['query:cursor', 'items', 'next'],
        );
        return $this->caller->pages($call, [
            'query:limit' => $limit,
            'query:cursor' => $cursor,
        ], null, $options);
    }

    /**
     * Make a calendar
     *
     * Makes a calendar of one's own.
     */
    public function create(
        Models\NewCalendar $body,
        ?CallOptions $options = null,
    ): Models\Calendar {
        $call = new Call(
            'calendars.create',
            'POST',
            '/calendars',
            'keyed',
            'json',
            'application/json',
            Codecs::model(Models\Calendar::class),
            body: ['json', 'application/json', Codecs::model(Models\NewCalendar::class)],
        );
        return $this->caller->call($call, [], $body, $options);
    }

    /**
     * Fetch a calendar
     *
     * What is told of a calendar, without what it holds.
     *
     * @param string $calendarId The calendar.
     */
    public function get(
        string $calendarId,
        ?CallOptions $options = null,
    ): Models\Calendar {
        $call = new Call(
            'calendars.get',
            'GET',
            '/calendars/{calendarId}',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\Calendar::class),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
            ],
        );
        return $this->caller->call($call, [
            'path:calendarId' => $calendarId,
        ], null, $options);
    }

    /**
     * Remove a calendar
     *
     * Removes a calendar of one's own with everything in it. A calendar of somebody else is taken out of one's own
     * list, and stays as it is. The default calendar is emptied.
     *
     * @param string $calendarId The calendar.
     */
    public function delete(
        string $calendarId,
        ?CallOptions $options = null,
    ): void {
        $call = new Call(
            'calendars.delete',
            'DELETE',
            '/calendars/{calendarId}',
            'idempotent',
            'none',
            '',
            Codecs::any(),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
            ],
        );
        $this->caller->call($call, [
            'path:calendarId' => $calendarId,
        ], null, $options);
    }

    /**
     * Change a calendar
     *
     * Changes what is given, and removes what is null (RFC 7396). Whoever a calendar is shared with changes how it is
     * shown to them alone.
     *
     * @param string $calendarId The calendar.
     */
    public function update(
        string $calendarId,
        Models\CalendarUpdate $body,
        ?CallOptions $options = null,
    ): Models\Calendar {
        $call = new Call(
            'calendars.update',
            'PATCH',
            '/calendars/{calendarId}',
            'idempotent',
            'json',
            'application/json',
            Codecs::model(Models\Calendar::class),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/json', Codecs::model(Models\CalendarUpdate::class)],
        );
        return $this->caller->call($call, [
            'path:calendarId' => $calendarId,
        ], $body, $options);
    }

    /**
     * Export a calendar
     *
     * Everything in the calendar as one file.
     *
     * @param string $calendarId The calendar.
     * @return list<mixed>
     */
    public function export(
        string $calendarId,
        ?CallOptions $options = null,
    ): array {
        $call = new Call(
            'calendars.export',
            'GET',
            '/calendars/{calendarId}/export',
            'safe',
            'json',
            'application/calendar+json',
            Codecs::listOf(Codecs::any()),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
            ],
        );
        return $this->caller->call($call, [
            'path:calendarId' => $calendarId,
        ], null, $options);
    }

    /**
     * Export a calendar
     *
     * Everything in the calendar as one file.
     *
     * @param string $calendarId The calendar.
     */
    public function exportAsCalendar(
        string $calendarId,
        ?CallOptions $options = null,
    ): Text {
        $call = new Call(
            'calendars.export_as_calendar',
            'GET',
            '/calendars/{calendarId}/export',
            'safe',
            'text',
            'text/calendar',
            Codecs::text(),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
            ],
        );
        return $this->caller->call($call, [
            'path:calendarId' => $calendarId,
        ], null, $options);
    }

    /**
     * Tell when a calendar makes busy
     *
     * When its owner is busy by what this calendar holds, and nothing about why.
     *
     * @param string $calendarId The calendar.
     * @param string $from The beginning of the range.
     * @param string $to The end of the range, which is not part of it.
     */
    public function freeBusy(
        string $calendarId,
        string $from,
        string $to,
        ?CallOptions $options = null,
    ): Models\FreeBusy {
        $call = new Call(
            'calendars.freeBusy',
            'GET',
            '/calendars/{calendarId}/free-busy',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\FreeBusy::class),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
                new Parameter('query:from', 'from', 'query', 'form', true, Codecs::text()),
                new Parameter('query:to', 'to', 'query', 'form', true, Codecs::text()),
            ],
        );
        return $this->caller->call($call, [
            'path:calendarId' => $calendarId,
            'query:from' => $from,
            'query:to' => $to,
        ], null, $options);
    }

    /**
     * Import a file
     *
     * Stores each object of a file, new or in the place of the one with its UID.
     *
     * @param string $calendarId The calendar.
     * @param Models\IfExists|string|null $ifExists What to do with an object whose UID is there already.
     */
    public function import(
        string $calendarId,
        string|Upload $body,
        Models\IfExists|string|null $ifExists = null,
        ?CallOptions $options = null,
    ): Models\ImportReport {
        $call = new Call(
            'calendars.import',
            'POST',
            '/calendars/{calendarId}/import',
            'idempotent',
            'json',
            'application/json',
            Codecs::model(Models\ImportReport::class),
            [
                new Parameter('path:calendarId', 'calendarId', 'path', 'simple', false, Codecs::text()),
                new Parameter(
                    'query:if-exists',
                    'if-exists',
                    'query',
                    'form',
                    true,
                    Codecs::textEnum(Models\IfExists::class),
                ),
            ],
            body: ['text', 'text/calendar', Codecs::any()],
        );
        return $this->caller->call($call, [
            'path:calendarId' => $calendarId,
            'query:if-exists' => $ifExists,
        ], $body, $options);
    }

    /**
     * Tell when somebody is busy
     *
     * When an account is busy by all its calendars together, one's own without `account`.
     *
     * @param string $from The beginning of the range.
     * @param string $to The end of the range, which is not part of it.
     * @param string|null $account The identifier of somebody who lets others see when they are busy.
     */
    public function freeBusyOfAccount(
        string $from,
        string $to,
        ?string $account = null,
        ?CallOptions $options = null,
    ): Models\FreeBusy {
        $call = new Call(
            'calendars.freeBusyOfAccount',
            'GET',
            '/free-busy',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\FreeBusy::class),
            [
                new Parameter('query:from', 'from', 'query', 'form', true, Codecs::text()),
                new Parameter('query:to', 'to', 'query', 'form', true, Codecs::text()),
                new Parameter('query:account', 'account', 'query', 'form', true, Codecs::text()),
            ],
        );
        return $this->caller->call($call, [
            'query:from' => $from,
            'query:to' => $to,
            'query:account' => $account,
        ], null, $options);
    }
}
