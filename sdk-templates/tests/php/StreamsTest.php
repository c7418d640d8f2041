<?php

declare(strict_types=1);

namespace A3dav\Client\Tests;

use A3dav\Client\CallOptions;
use A3dav\Client\Codecs;
use A3dav\Client\Event;
use A3dav\Client\Internal\Call;
use A3dav\Client\Internal\EventParser;
use A3dav\Client\Internal\Parameter;
use A3dav\Client\Internal\RawEvent;

final class StreamsTest extends ClientTestCase
{
    private const STREAM = ['Content-Type' => 'text/event-stream'];

    private function call(string $result, string $type = ''): Call
    {
        return new Call('x.y', 'GET', '/things', 'safe', $result, $type, Codecs::model(Thing::class));
    }

    public function testADownloadIsReadAsItComesAndACutOneIsAnError(): void
    {
        $this->serve([['body' => 'abc', 'headers' => ['Content-Length' => '6'], 'cut' => true]]);
        $found = $this->client->dav->download('/file');
        $content = '';
        $error = $this->failure(static function () use ($found, &$content): void {
            foreach ($found as $piece) {
                $content .= $piece;
            }
        });
        self::assertSame(['abc', 6, 'connection'], [$content, $found->length, $error->errorCode]);
        self::assertCount(1, $this->server->arrived());
    }

    public function testADownloadThatStopsIsATimeout(): void
    {
        $this->serve([['body' => 'abc', 'headers' => ['Content-Length' => '6']]], ['timeout' => 0.1]);
        $error = $this->failure(fn () => $this->client->dav->download('/file')->read());
        self::assertSame('timeout', $error->errorCode);
    }

    public function testALargeDownloadIsSavedInPieces(): void
    {
        $this->serve([['body' => str_repeat('0123456789', 200_000)]]);
        $file = tempnam(sys_get_temp_dir(), 'php-sdk');
        $this->client->dav->download('/file')->save($file);
        self::assertSame(2_000_000, filesize($file));
        unlink($file);
    }

    public function testOtherCallsGoOnWhileADownloadIsOpen(): void
    {
        $this->serve([['body' => 'first'], ['body' => 'second']]);
        $first = $this->client->dav->download('/1');
        self::assertSame('second', $this->client->dav->get('/2')->text);
        self::assertSame('first', $first->read());
    }

    public function testLinesAreValues(): void
    {
        $this->serve([['chunks' => ["{\"name\":\"a\"}\n\n{\"na", "me\":\"b\"}\r\n{\"name\":\"c\"}"]]]);
        $found = $this->caller()->lines($this->call('lines'), [], null, null);
        self::assertSame(['a', 'b', 'c'], array_column(iterator_to_array($found, false), 'name'));
    }

    private function listing(): Call
    {
        $cursor = new Parameter('cursor', 'cursor', 'query', 'form', true, Codecs::text());
        return new Call(
            'x.list',
            'GET',
            '/things',
            'safe',
            'json',
            '',
            Codecs::model(Thing::class),
            [$cursor],
            pages: ['cursor', 'items', 'next'],
        );
    }

    public function testACursorThatComesAgainEndsThePages(): void
    {
        $this->serve([['body' => '{"items": [{"name": "a"}], "next": "2"}']]);
        $pages = $this->caller()->pages($this->listing(), [], null, null);
        self::assertSame('decode', $this->failure(static fn () => iterator_to_array($pages, false))->errorCode);
        self::assertCount(2, $this->server->arrived());
    }

    public function testPagesAreAskedForWhenTheyAreNeeded(): void
    {
        $one = ['body' => '{"items": [{"name": "a"}, {"name": "b"}], "next": "2 &"}'];
        $this->serve([$one, ['body' => '{"items": [{"name": "c"}], "next": null}']]);
        $call = $this->listing();
        $pages = $this->caller()->pages($call, ['cursor' => null], null, null);
        foreach ($pages as $number => $item) {
            break;
        }
        self::assertCount(1, $this->server->arrived());
        $this->serve([$one, ['body' => '{"items": [{"name": "c"}], "next": null}']]);
        $pages = $this->caller()->pages($call, ['cursor' => null], null, null);
        self::assertSame([2, 1], array_map('count', iterator_to_array($pages->pages(), false)));
        self::assertSame('/things?cursor=2%20%26', $this->server->arrived()[1]->target);
    }

    public function splits(): array
    {
        $text = "\xef\xbb\xbfid: 1\r\ndata: a\r\ndata:b\r\r\n: c\nevent: e\ndata\n\nid: x\0y\nretry: 20\nretry: 2x\ndata: ü\n\n"
            . "id: 9\ndata: lost";
        return array_map(static fn (int $size): array => [str_split($text, $size)], [1 => 1, 2, 3, 5, 1000]);
    }

    /** @dataProvider splits */
    public function testEventsAreTheSameHoweverTheyAreSplit(array $pieces): void
    {
        $parser = new EventParser();
        $found = array_merge(...array_map($parser->feed(...), $pieces));
        $wanted = [new RawEvent('1', 'message', "a\nb"), new RawEvent('1', 'e', ''), new RawEvent('1', 'message', 'ü')];
        self::assertEquals($wanted, $found);
        self::assertSame([0.02, '1'], [$parser->retry, $parser->lastId]);
    }

    public function testBytesThatAreNoTextAreReplaced(): void
    {
        $found = (new EventParser())->feed("data: \"\xff\xc3\"\n\n");
        self::assertSame("\"\u{fffd}\u{fffd}\"", $found[0]->data);
    }

    public function testAStreamConnectsAgainWhereItWas(): void
    {
        $this->serve([
            ['headers' => self::STREAM, 'chunks' => ["id: 1\ndata: {\"name\":\"a\"}\n\n"], 'cut' => true],
            ['close' => true],
            ['status' => 503, 'headers' => ['Retry-After' => '70']],
            ['headers' => self::STREAM, 'chunks' => ["retry: 1000\ndata: [1]\n\n"]],
            ['status' => 204],
        ]);
        $stream = $this->caller()->events($this->call('events', 'text/event-stream'), [], null, null);
        $found = array_map(static fn (Event $one): array => [$one->id, $one->data], iterator_to_array($stream, false));
        self::assertEquals([['1', new Thing('a')], ['1', [1]]], $found);
        self::assertSame([0.375, 0.75, 70.0, 0.75], $this->clock->sleeps);
        $ids = array_map(static fn (Arrived $one) => $one->headers['last-event-id'] ?? '', $this->server->arrived());
        self::assertSame(['', '1', '1', '1', '1'], $ids);
    }

    public function testAnEventThatIsNoJsonIsAnErrorOfTheStream(): void
    {
        $this->serve([['headers' => self::STREAM, 'chunks' => ["data: x\n\n"]]]);
        $stream = $this->caller()->events($this->call('events', 'text/event-stream'), [], null, null);
        self::assertSame('stream', $this->failure(static fn () => iterator_to_array($stream))->errorCode);
    }

    public function testAStreamThatIsCancelledEnds(): void
    {
        $this->serve([['headers' => self::STREAM, 'body' => "data: {}\n", 'chunks' => null]]);
        $asked = 0;
        $options = new CallOptions(isCancelled: static function () use (&$asked): bool {
            return ++$asked > 40;
        });
        $stream = $this->caller()->events($this->call('events', 'text/event-stream'), [], null, $options);
        self::assertSame('cancelled', $this->failure(static fn () => iterator_to_array($stream))->errorCode);
    }

    public function testAStreamThatWasClosedAsksNoMore(): void
    {
        $this->serve([['headers' => self::STREAM, 'chunks' => ["data: {\"name\":\"a\"}\n\n", "data: {}\n\n"]]]);
        $stream = $this->caller()->events($this->call('events', 'text/event-stream'), [], null, null);
        foreach ($stream as $event) {
            $stream->close();
        }
        self::assertCount(1, $this->server->arrived());
    }
}
