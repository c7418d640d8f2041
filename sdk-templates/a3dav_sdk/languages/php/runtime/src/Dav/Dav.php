<?php

declare(strict_types=1);

namespace A3dav\Client\Dav;

use A3dav\Client\CallOptions;
use A3dav\Client\Download;
use A3dav\Client\Errors\DecodeException;
use A3dav\Client\Errors\MethodNotAllowedException;
use A3dav\Client\Errors\NotFoundException;
use A3dav\Client\Errors\PreconditionFailedException;
use A3dav\Client\Internal\Bodies;
use A3dav\Client\Internal\Core;
use A3dav\Client\Internal\Prepared;
use A3dav\Client\Text;
use A3dav\Client\Upload;

/** WebDAV, CalDAV and CardDAV. Paths are those of the server, encoded; results have them too. */
final class Dav
{
    private const BATCH = 50;
    private const TRIES = 5;
    private const CALENDAR = 'text/calendar; charset=utf-8';
    private const CALDAV = 'urn:ietf:params:xml:ns:caldav';
    private const PRINCIPAL = '{DAV:}current-user-principal';
    private const HOMES = ['{' . self::CALDAV . '}calendar-home-set', self::BOOK_HOME];
    private const BOOK_HOME = '{urn:ietf:params:xml:ns:carddav}addressbook-home-set';

    private readonly Requests $requests;

    /** @internal */
    public function __construct(Core $core)
    {
        $this->requests = new Requests($core);
    }

    /** Who asks, and where their calendars and address books are (RFC 6764). */
    public function discover(?CallOptions $options = null): Home
    {
        try {
            $found = $this->propfind('/.well-known/caldav', [self::PRINCIPAL], 0, $options);
        } catch (NotFoundException | MethodNotAllowedException) {
            $found = $this->propfind('/', [self::PRINCIPAL], 0, $options);
        }
        $principal = $this->paths($found, self::PRINCIPAL)[0] ?? null;
        if ($principal === null) {
            throw new DecodeException('the server names no principal for this account');
        }
        $homes = $this->propfind($principal, self::HOMES, 0, $options);
        return new Home($principal, $this->paths($homes, self::HOMES[0]), $this->paths($homes, self::HOMES[1]));
    }

    /**
     * Properties; all that are told without being asked for if none is named.
     *
     * @param list<string> $properties as `{namespace}name`
     * @return list<Response>
     */
    public function propfind(
        string $path,
        array $properties = [],
        int|string $depth = 0,
        ?CallOptions $options = null,
    ): array {
        $inside = $properties === [] ? Xml::element('{DAV:}allprop') : self::prop($properties);
        $body = Xml::element('{DAV:}propfind', $inside);
        return $this->requests->multistatus('PROPFIND', $path, $body, (string) $depth, $options)->responses;
    }

    /**
     * @param array<string, string> $set texts by `{namespace}name`
     * @param list<string> $remove
     * @return list<Response>
     */
    public function proppatch(string $path, array $set = [], array $remove = [], ?CallOptions $options = null): array
    {
        $parts = $set === [] ? [] : [self::set($set)];
        if ($remove !== []) {
            $parts[] = Xml::element('{DAV:}remove', self::prop($remove));
        }
        $body = Xml::element('{DAV:}propertyupdate', ...$parts);
        return $this->requests->multistatus('PROPPATCH', $path, $body, null, $options)->responses;
    }

    /** @param array<string, string> $properties texts by `{namespace}name` */
    public function mkcalendar(string $path, array $properties = [], ?CallOptions $options = null): void
    {
        $this->make('MKCALENDAR', '{' . self::CALDAV . '}mkcalendar', $path, $properties, $options);
    }

    /** @param array<string, string> $properties texts by `{namespace}name` */
    public function mkcol(string $path, array $properties = [], ?CallOptions $options = null): void
    {
        $this->make('MKCOL', '{DAV:}mkcol', $path, $properties, $options);
    }

    /**
     * Any report.
     *
     * @param string $body XML, which `Xml::element` writes
     * @return list<Response>
     */
    public function report(string $path, string $body, int|string $depth = 0, ?CallOptions $options = null): array
    {
        return $this->requests->multistatus('REPORT', $path, $body, (string) $depth, $options)->responses;
    }

    public function get(string $path, ?CallOptions $options = null): Text
    {
        $answer = $this->requests->send('GET', $path, [], options: $options);
        return new Text($answer->text(), $answer->headers->get('etag'), $answer->headers->get('content-type'));
    }

    /** Any size, as it comes. */
    public function download(string $path, ?CallOptions $options = null): Download
    {
        return new Download($this->requests->send('GET', $path, [], options: $options, streams: true));
    }

    /**
     * Stores something; the new ETag, empty where the server stored other bytes than these.
     *
     * @param bool $create refuses to replace
     */
    public function put(
        string $path,
        string|Upload $body,
        string $contentType = self::CALENDAR,
        ?string $ifMatch = null,
        bool $create = false,
        ?CallOptions $options = null,
    ): string {
        $headers = self::condition($ifMatch) + ($create ? ['if-none-match' => '*'] : []);
        $answer = $this->requests->send('PUT', $path, $headers, Bodies::whole($body, $contentType), $options);
        return $answer->headers->get('etag');
    }

    public function delete(string $path, ?string $ifMatch = null, ?CallOptions $options = null): void
    {
        $this->requests->send('DELETE', $path, self::condition($ifMatch), options: $options);
    }

    /**
     * Many members at once, in the order of `$hrefs`.
     *
     * @param list<string> $hrefs
     * @return list<Item>
     */
    public function multiget(
        string $path,
        array $hrefs,
        Kind $kind = Kind::Calendar,
        ?CallOptions $options = null,
    ): array {
        $items = [];
        foreach (array_chunk($hrefs, self::BATCH) as $batch) {
            $wanted = array_map(static fn (string $one) => Xml::element('{DAV:}href', Xml::text($one)), $batch);
            $body = Xml::element($kind->report(), self::prop(['{DAV:}getetag', $kind->data()]), ...$wanted);
            $found = [];
            foreach ($this->requests->multistatus('REPORT', $path, $body, '0', $options)->responses as $one) {
                $found[Multistatus::key($one->href)] = $one;
            }
            foreach ($batch as $href) {
                $items[] = self::item($href, $found[Multistatus::key($href)] ?? null, $kind->data());
            }
        }
        return $items;
    }

    /** The text that the server gives; `$start` and `$end` as iCalendar has them: 20260101T000000Z. */
    public function freeBusy(string $path, string $start, string $end, ?CallOptions $options = null): string
    {
        $between = '<x:time-range start="' . Xml::text($start) . '" end="' . Xml::text($end) . '"/>';
        $body = Xml::document('<x:free-busy-query xmlns:x="' . self::CALDAV . "\">$between</x:free-busy-query>");
        $headers = ['accept' => 'text/calendar', 'depth' => '1'];
        return $this->requests->send('REPORT', $path, $headers, new Prepared($body, Requests::TYPE), $options)->text();
    }

    /**
     * What changed since a token; without one, all there is. The last item has the token for the next time.
     *
     * @param list<string> $properties
     * @return \Generator<int, Changed|Removed|Reset|Synced>
     */
    public function sync(
        string $path,
        string $token = '',
        array $properties = ['{DAV:}getetag'],
        ?CallOptions $options = null,
    ): \Generator {
        return (new Syncing($this->requests, $path, $token, $properties, $options))->items();
    }

    /**
     * Stores what `$change` makes of the text, never over somebody else's change; the ETag.
     *
     * @param \Closure(string): ?string $change null leaves it as it is
     */
    public function updateWith(string $path, \Closure $change, ?CallOptions $options = null): string
    {
        for ($tries = 1; true; $tries++) {
            $found = $this->get($path, $options);
            $new = $change($found->text);
            if ($new === null) {
                return $found->etag;
            }
            try {
                return $this->put($path, $new, $found->contentType ?: self::CALENDAR, $found->etag, false, $options);
            } catch (PreconditionFailedException $error) {
                if ($tries === self::TRIES) {
                    throw $error;
                }
            }
        }
    }

    /** @param array<string, string> $given */
    private function make(string $method, string $root, string $path, array $given, ?CallOptions $options): void
    {
        $xml = $given === [] ? null : Xml::document(Xml::element($root, self::set($given)));
        $body = $xml === null ? new Prepared() : new Prepared($xml, Requests::TYPE);
        $this->requests->send($method, $path, $xml === null ? [] : ['accept' => 'application/xml'], $body, $options);
    }

    /** @param list<string> $names */
    private static function prop(array $names): string
    {
        return Xml::element('{DAV:}prop', ...array_map(static fn (string $one) => Xml::element($one), $names));
    }

    /** @param array<string, string> $given */
    private static function set(array $given): string
    {
        $inside = [];
        foreach ($given as $name => $value) {
            $inside[] = Xml::element($name, Xml::text($value));
        }
        return Xml::element('{DAV:}set', Xml::element('{DAV:}prop', ...$inside));
    }

    /** @return array<string, string> */
    private static function condition(?string $ifMatch): array
    {
        return $ifMatch === null || $ifMatch === '' ? [] : ['if-match' => $ifMatch];
    }

    private static function item(string $href, ?Response $found, string $data): Item
    {
        $content = $found?->value($data);
        if ($found === null || $content === null) {
            $status = $found?->status ?: $found?->properties[$data]->status ?? 404;
            return new Item($found->href ?? $href, $status);
        }
        return new Item($found->href, 200, trim($found->value('{DAV:}getetag')?->text() ?? ''), $content->text());
    }

    /**
     * @param list<Response> $found
     * @return list<string>
     */
    private function paths(array $found, string $name): array
    {
        $paths = [];
        foreach ($found as $one) {
            foreach ($one->value($name)?->hrefs() ?? [] as $href) {
                $paths[] = Multistatus::path($href, $this->requests->core->base);
            }
        }
        return array_values(array_filter($paths));
    }
}
