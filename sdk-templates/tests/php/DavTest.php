<?php

declare(strict_types=1);

namespace A3dav\Client\Tests;

use A3dav\Client\Codecs;
use A3dav\Client\Dav\Kind;
use A3dav\Client\Dav\Multistatus;
use A3dav\Client\Dav\Removed;
use A3dav\Client\Dav\Reset;
use A3dav\Client\Dav\Synced;
use A3dav\Client\Dav\Xml;
use A3dav\Client\Errors\DecodeException;
use A3dav\Client\Errors\GraphQLException;
use A3dav\Client\Errors\StatusException;
use A3dav\Client\Internal\Graph;

final class DavTest extends ClientTestCase
{
    private const XML = ['Content-Type' => 'application/xml'];

    private function many(string $inside, int $status = 207): array
    {
        $body = "<d:multistatus xmlns:d='DAV:' xmlns:c='urn:ietf:params:xml:ns:caldav'>$inside</d:multistatus>";
        return ['status' => $status, 'headers' => self::XML, 'body' => $body];
    }

    private function member(string $href, string $prop, string $status = '200 OK'): string
    {
        return "<d:response><d:href>$href</d:href><d:propstat><d:prop>$prop</d:prop>"
            . "<d:status>HTTP/1.1 $status</d:status></d:propstat></d:response>";
    }

    public function hostile(): array
    {
        $deep = str_repeat('<a>', 65) . str_repeat('</a>', 65);
        $utf16 = mb_convert_encoding('<?xml version="1.0"?><!DOCTYPE a><a/>', 'UTF-16');
        return [
            'a DTD' => ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
            'a DTD behind a comment' => ["<?xml version='1.0'?>\n<!-- > --><?x y?><!DOCTYPE a><a/>"],
            'an external entity' => ['<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
            'a DTD in another encoding' => ['<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'],
            'a DTD in UTF-16' => [$utf16], 'an entity of nobody' => ['<a>&b;</a>'], 'depth' => [$deep],
            'no end' => ['<a><b></a>'], 'nothing' => [''], 'no namespace' => ['<x:a/>'], 'bytes' => ["<a>\xff</a>"],
            'two roots' => ['<a/><b/>'], 'text' => ['hello'],
        ];
    }

    /** @dataProvider hostile */
    public function testHostileXmlIsRefused(string $xml): void
    {
        $this->expectException(DecodeException::class);
        Xml::parse($xml);
    }

    public function testSixtyFourLevelsAreRead(): void
    {
        $root = Xml::parse(str_repeat('<a>', 64) . 'x' . str_repeat('</a>', 64));
        self::assertSame('x', $root->text());
    }

    public function testTextComesBackAsItWas(): void
    {
        $text = "a\r\n\tb & <c> \"d\" ]]> ❤ ";
        $root = Xml::parse(Xml::document(Xml::element('{urn:x}a', Xml::text($text), '<![CDATA[<!DOCTYPE]]>')));
        self::assertSame(['{urn:x}a', "$text<!DOCTYPE"], [$root->name, $root->text()]);
    }

    /**
     * @testWith ["a"]
     *           ["{DAV:}a b"]
     *           ["{DAV:}a/><b"]
     *           ["{DAV:}x:a"]
     */
    public function testAWrongNameIsRefused(string $name): void
    {
        self::assertSame('configuration', $this->failure(static fn () => Xml::element($name))->errorCode);
    }

    public function testACharacterThatXmlCannotHoldIsRefused(): void
    {
        self::assertSame('configuration', $this->failure(static fn () => Xml::text("a\0b"))->errorCode);
    }

    public function testHrefsOfOtherServersAreLeftOut(): void
    {
        $inside = $this->member('http://a.example/x%20y', '<d:a/>') . $this->member('http://b.example/x', '<d:a/>')
            . $this->member('z', '<d:a/>') . $this->member('//a.example:80/w?q', '<d:a/>');
        $found = Multistatus::read($this->many($inside)['body'], 'http://a.example/c/');
        self::assertSame(['/x%20y', '/c/z', '/w'], array_column($found->responses, 'href'));
    }

    public function testMembersAreFetchedInBatchesAndInTheirOrder(): void
    {
        $hrefs = array_map(static fn (int $number): string => "/c/$number.vcf", range(1, 51));
        $data = "<d:getetag>\"1\"</d:getetag><v:address-data xmlns:v='urn:ietf:params:xml:ns:carddav'>V</v:address-data>";
        $this->serve([
            $this->many($this->member('/c/%32.vcf', $data)),
            $this->many('<d:response><d:href>/c/51.vcf</d:href><d:status>HTTP/1.1 403 No</d:status></d:response>'),
        ]);
        $items = $this->client->dav->multiget('/c/', $hrefs, Kind::AddressBook);
        self::assertSame([404, 200, 403], [$items[0]->status, $items[1]->status, $items[50]->status]);
        self::assertSame(['V', '"1"', '/c/3.vcf'], [$items[1]->data, $items[1]->etag, $items[2]->href]);
        $asked = array_map(static fn (Arrived $one) => substr_count($one->body, ':href>'), $this->server->arrived());
        self::assertSame([50, 1], $asked);
        self::assertSame('0', $this->server->arrived()[0]->headers['depth']);
    }

    public function testSyncGoesOnAndBeginsAnewOnce(): void
    {
        $invalid = '<d:error xmlns:d="DAV:"><d:valid-sync-token/></d:error>';
        $more = '<d:response><d:href>/c</d:href><d:status>HTTP/1.1 507 Full</d:status></d:response>';
        $gone = '<d:response><d:href>/c/b</d:href><d:status>HTTP/1.1 404 No</d:status></d:response>';
        $this->serve([
            ['status' => 409, 'headers' => self::XML, 'body' => $invalid],
            $this->many($this->member('/c/a', '<d:getetag>"1"</d:getetag>') . "$more<d:sync-token>t1</d:sync-token>"),
            $this->many("$gone<d:sync-token>t2</d:sync-token>"),
        ]);
        $items = iterator_to_array($this->client->dav->sync('/c/', 'old'), false);
        self::assertEquals([new Reset(), new Removed('/c/b'), new Synced('t2')], [$items[0], $items[2], $items[3]]);
        self::assertSame(['/c/a', '"1"'], [$items[1]->href, $items[1]->etag]);
        $tokens = array_map(static function (Arrived $one): string {
            return Xml::parse($one->body)->first('{DAV:}sync-token')?->text() ?? '';
        }, $this->server->arrived());
        self::assertSame(['old', '', 't1'], $tokens);
    }

    public function testATokenThatStaysWrongIsAnError(): void
    {
        $this->serve([['status' => 410]]);
        $error = $this->failure(fn () => iterator_to_array($this->client->dav->sync('/c/', 'old'), false));
        self::assertSame('gone', $error->errorCode);
        self::assertCount(2, $this->server->arrived());
    }

    public function testSyncBeginsAnewOnlyOnce(): void
    {
        $more = '<d:response><d:href>/c/</d:href><d:status>HTTP/1.1 507 Full</d:status></d:response>';
        $page = $this->many("$more<d:sync-token>t1</d:sync-token>");
        $this->serve([['status' => 412], $page, ['status' => 412]]);
        $error = $this->failure(fn () => iterator_to_array($this->client->dav->sync('/c/', 'old'), false));
        self::assertSame('precondition_failed', $error->errorCode);
        self::assertCount(3, $this->server->arrived());
    }

    public function testATokenThatComesAgainIsAnError(): void
    {
        $more = '<d:response><d:href>/c/</d:href><d:status>HTTP/1.1 507 Full</d:status></d:response>';
        $this->serve([$this->many("$more<d:sync-token>t1</d:sync-token>")]);
        $error = $this->failure(fn () => iterator_to_array($this->client->dav->sync('/c/', 't0'), false));
        self::assertSame('decode', $error->errorCode);
        self::assertCount(2, $this->server->arrived());
    }

    public function testAChangeIsTriedFiveTimes(): void
    {
        $get = ['headers' => ['ETag' => '"1"', 'Content-Type' => 'text/vcard'], 'body' => 'old'];
        $this->serve([...array_merge(...array_fill(0, 5, [$get, ['status' => 412]])), $get]);
        $error = $this->failure(fn () => $this->client->dav->updateWith('/c/a', static fn (string $text) => "$text!"));
        self::assertSame(['precondition_failed', 1], [$error->errorCode, $error->attempts]);
        $arrived = $this->server->arrived();
        self::assertCount(10, $arrived);
        $headers = $arrived[1]->headers;
        self::assertSame(['old!', '"1"', 'text/vcard'], [$arrived[1]->body, $headers['if-match'], $headers['content-type']]);
    }

    public function testAChangeOfNothingIsNotSent(): void
    {
        $this->serve([['headers' => ['ETag' => '"1"'], 'body' => 'old']]);
        self::assertSame('"1"', $this->client->dav->updateWith('/c/a', static fn () => null));
        self::assertCount(1, $this->server->arrived());
    }

    public function testADiscoveryWithoutAWellKnownPathBeginsAtTheRoot(): void
    {
        $principal = '<d:current-user-principal><d:href>/p/a/</d:href></d:current-user-principal>';
        $homes = '<c:calendar-home-set><d:href>/h/</d:href></c:calendar-home-set>';
        $found = $this->many($this->member('/', $principal));
        $this->serve([['status' => 405], $found, $this->many($this->member('/p/a/', $homes))]);
        $home = $this->client->dav->discover();
        self::assertSame(['/p/a/', ['/h/'], []], [$home->principal, $home->calendarHomes, $home->addressBookHomes]);
        $targets = array_column($this->server->arrived(), 'target');
        self::assertSame(['/.well-known/caldav', '/', '/p/a/'], $targets);
    }

    public function testAConditionOfARefusalIsTold(): void
    {
        $body = '<error xmlns="DAV:"><c:no-uid-conflict xmlns:c="urn:x"><href>/y</href></c:no-uid-conflict></error>';
        $this->serve([['status' => 403, 'headers' => self::XML, 'body' => $body]]);
        $error = $this->failure(fn () => $this->client->dav->delete('/c/a', '"1"'));
        assert($error instanceof StatusException);
        self::assertSame(['{urn:x}no-uid-conflict'], $error->conditions);
        self::assertSame('"1"', $this->server->arrived()[0]->headers['if-match']);
    }

    public function testABrokenMultistatusIsAnErrorThatSaysWhatWasAsked(): void
    {
        $this->serve([['status' => 207, 'body' => '<a/>']]);
        $error = $this->failure(fn () => $this->client->dav->propfind('/c/'));
        self::assertSame(['decode', 'PROPFIND', "{$this->server->url}/c/"], [
            $error->errorCode,
            $error->method,
            $error->url,
        ]);
    }

    public function testErrorsOfGraphqlHaveTheDataThatCameWithThem(): void
    {
        $this->serve([['body' => '{"data": {"name": "a"}, "errors": [{"message": "no", "path": ["x"]}]}']]);
        $graph = new Graph($this->client->core());
        $codec = Codecs::model(Thing::class);
        $error = $this->failure(fn () => $graph->ask('Q', 'safe', 'query Q { a }', [], $codec, null));
        assert($error instanceof GraphQLException);
        self::assertEquals(['no', 200, new Thing('a')], [$error->getMessage(), $error->status, $error->data]);
        self::assertSame(['x'], $error->errors[0]->path);
        $sent = '{"query":"query Q { a }","variables":{},"operationName":"Q"}';
        self::assertSame($sent, $this->server->arrived()[0]->body);
    }

    public function testErrorsOfGraphqlMayHaveAnotherStatus(): void
    {
        $type = ['Content-Type' => 'application/json'];
        $this->serve([['status' => 400, 'headers' => $type, 'body' => '{"errors": [{"message": "no"}]}']]);
        $graph = new Graph($this->client->core());
        $error = $this->failure(static fn () => $graph->ask(null, 'never', 'x', [], Codecs::any(), null));
        self::assertSame(['graphql', 400], [$error->errorCode, $error->status]);
    }
}
