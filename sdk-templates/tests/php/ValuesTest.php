<?php

declare(strict_types=1);

namespace A3dav\Client\Tests;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Errors\DecodeException;
use A3dav\Client\Internal\Call;
use A3dav\Client\Internal\Json;
use A3dav\Client\Internal\Parameter;
use A3dav\Client\Internal\Parameters;
use A3dav\Client\Number;
use A3dav\Client\Timestamp;
use A3dav\Client\Upload;

final class ValuesTest extends ClientTestCase
{
    public function texts(): array
    {
        return [
            ['{"a":9007199254740993,"b":9223372036854775807}'], ['[9223372036854775808,-9223372036854775809]'],
            ['[1.5,0.1,1.0,3.141592653589793]'], ['[0.12345678901234567890123]'], ['1e400'], ['[1E5,"1e123",1e-7]'],
            ['{"":{"1":[]},"x":{}}'], ['["Ünïcode ❤ / \\"quoted\\" \\\\",null,true,false]'], ['12345678901234567890'],
            ['{"deep":[{"1":123456789012345678901234567890,"a\\"b":"\\\\"}]}'], ['"\\u0000"'],
        ];
    }

    /** @dataProvider texts */
    public function testJsonComesBackAsItCame(string $text): void
    {
        $numbers = static fn (string $json): string => str_replace(['1E5', '1e-7'], ['100000.0', '1.0e-7'], $json);
        self::assertSame($numbers($text), Json::write(Json::read($text)));
    }

    /**
     * @testWith ["{"]
     *           ["{'a': 1}"]
     *           ["[1,]"]
     *           [""]
     *           ["NaN"]
     *           ["{\"\\u0000a\": 1}"]
     */
    public function testWhatIsNoJsonIsAnError(string $text): void
    {
        $this->expectException(DecodeException::class);
        Json::read($text);
    }

    public function testANumberThatPhpCannotHoldKeepsItsText(): void
    {
        self::assertEquals([new Number('9223372036854775808'), 7], Json::read('[9223372036854775808, 7]'));
    }

    public function things(): array
    {
        return [
            'absent' => ['{"name":"a"}'], 'null' => ['{"name":"a","note":null}'], 'a value' => ['{"name":"a","note":"n"}'],
            'an unknown member' => ['{"name":"a","newer":{"x":[1,{}],"1":null}}'],
            'an unknown value' => ['{"name":"a","color":"ultraviolet"}'], 'a known value' => ['{"name":"a","color":"red"}'],
            'a time' => ['{"name":"a","when":"2026-01-02T03:04:05.123456789+01:30"}'],
            'a map' => ['{"name":"a","inner":{"1":{"name":"b"}}}'], 'an empty map' => ['{"name":"a","inner":{}}'],
            'a variant' => ['{"name":"a","shape":{"name":"b","kind":"thing"}}'],
            'an unknown variant' => ['{"name":"a","shape":{"kind":"new","x":[]}}'],
            'no object where a variant was' => ['{"name":"a","shape":7}'],
        ];
    }

    /** @dataProvider things */
    public function testAModelIsSentAsItCame(string $text): void
    {
        self::assertSame($text, Json::write(Thing::fromJson(Json::read($text))));
    }

    public function testAModelHasTypedMembers(): void
    {
        $text = '{"name":"a","color":"red","shape":{"kind":"thin","name":"b"},"when":"2026-01-02T03:04:05.5+01:30"}';
        $thing = Thing::fromJson(Json::read($text));
        self::assertSame([Color::Red, Absent::It, null], [$thing->color, $thing->note, $thing->size]);
        self::assertInstanceOf(Thing::class, $thing->shape);
        self::assertSame('2026-01-02T01:34:05.500000Z', Timestamp::of($thing->when->toDateTime())->text);
    }

    public function wrong(): array
    {
        return [
            ['{}', '/: the member name is missing'], ['{"name":1}', '/name: text was to be here, not int'],
            ['{"name":"a","size":"1"}', '/size: integer was to be here, not string'],
            ['{"name":"a","size":null}', '/size: integer was to be here, not null'],
            ['{"name":"a","size":9223372036854775808}', '/size: integer was to be here, not an object'],
            ['{"name":"a","inner":{"x":{"name":[]}}}', '/inner/x/name: text was to be here, not array'],
            ['[]', '/: the member name is missing'], ['[1]', '/: an object was to be here, not array'],
        ];
    }

    /** @dataProvider wrong */
    public function testWhatIsNotAsTheModelSaysIsAnErrorWithItsPlace(string $text, string $said): void
    {
        $this->expectExceptionObject(new DecodeException($said));
        Thing::fromJson(Json::read($text));
    }

    /**
     * @testWith ["2026-13-01T00:00:00Z"]
     *           ["tomorrow"]
     *           ["2026-01-01"]
     */
    public function testATextThatIsNoTimeIsKeptAndHasNoMoment(string $text): void
    {
        $this->expectException(DecodeException::class);
        (new Timestamp($text))->toDateTime();
    }

    public function parameters(): array
    {
        $list = Codecs::listOf(Codecs::any());
        $map = (object) ['a' => 1, 'b' => 'x y'];
        return [
            ['query', 'form', true, $list, ['a b', 2], '?p%5B=a%20b&p%5B=2'],
            ['query', 'form', false, $list, ['a,b', 2], '?p%5B=a%2Cb,2'],
            ['query', 'spaceDelimited', false, $list, [1, 2], '?p%5B=1%202'],
            ['query', 'pipeDelimited', false, $list, [1, 2], '?p%5B=1%7C2'],
            ['query', 'form', true, Codecs::boolean(), true, '?p%5B=true'],
            ['query', 'form', true, Codecs::boolean(), null, ''], ['query', 'form', true, Codecs::any(), Absent::It, ''],
            ['query', 'deepObject', true, Codecs::any(), $map, '?p%5B%5Ba%5D=1&p%5B%5Bb%5D=x%20y'],
            ['query', 'form', true, Codecs::any(), $map, '?a=1&b=x%20y'],
            ['query', 'form', false, Codecs::any(), $map, '?p%5B=a,1,b,x%20y'],
            ['query', 'json', false, Codecs::any(), $map, '?p%5B=%7B%22a%22%3A1%2C%22b%22%3A%22x%20y%22%7D'],
            ['path', 'simple', false, Codecs::text(), 'a/b ü~', '/a%2Fb%20%C3%BC~/x'],
            ['path', 'simple', false, $list, ['a', 'b'], '/a,b/x'], ['path', 'simple', true, Codecs::any(), $map, '/a=1,b=x%20y/x'],
            ['path', 'label', true, $list, ['a', 'b'], '/.a.b/x'], ['path', 'matrix', true, $list, ['a', 'b'], '/;p[=a;p[=b/x'],
            ['path', 'matrix', false, $list, ['a', 'b'], '/;p[=a,b/x'],
            ['path', 'matrix', true, Codecs::any(), $map, '/;a=1;b=x%20y/x'],
        ];
    }

    /** @dataProvider parameters */
    public function testAParameterIsWritten(
        string $place,
        string $style,
        bool $explode,
        object $codec,
        mixed $value,
        string $wanted,
    ): void {
        $one = new Parameter('k', 'p[', $place, $style, $explode, $codec);
        $path = $place === 'path' ? '/{p[}/x' : '';
        $found = new Parameters(new Call('x', 'GET', $path, 'safe', 'none', '', Codecs::any(), [$one]), ['k' => $value]);
        self::assertSame($wanted, $found->path() . $found->query());
    }

    public function testAnEmptyNameInAPathIsRefused(): void
    {
        $one = new Parameter('k', 'p', 'path', 'simple', false, Codecs::text());
        $call = new Call('x', 'GET', '/{p}', 'safe', 'none', '', Codecs::any(), [$one]);
        $error = $this->failure(static fn () => (new Parameters($call, ['k' => '']))->path());
        self::assertSame('configuration', $error->errorCode);
    }

    public function forms(): array
    {
        return [
            ['form', 'application/x-www-form-urlencoded', ['a b' => 'c&d', 'n' => [1, true], 'none' => null],
                'a%20b=c%26d&n=1&n=true'],
            ['multipart', 'multipart/form-data', new Thing('a"b', file: 'bytes'),
                "--B\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\na\"b\r\n--B\r\n"
                . "Content-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n"
                . "Content-Type: application/octet-stream\r\n\r\nbytes\r\n--B--\r\n"],
            ['multipart', 'multipart/form-data', new Thing('a', file: Upload::pieces(['by', 'tes'], name: "x\".ics")),
                "--B\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\na\r\n--B\r\n"
                . "Content-Disposition: form-data; name=\"file\"; filename=\"x%22.ics\"\r\n"
                . "Content-Type: application/octet-stream\r\n\r\nbytes\r\n--B--\r\n"],
        ];
    }

    /** @dataProvider forms */
    public function testAFormIsWritten(string $shape, string $type, mixed $body, string $wanted): void
    {
        $this->serve([['status' => 204]]);
        $as = [$shape, $type, Codecs::any()];
        $call = new Call('x', 'POST', '/form', 'never', 'none', '', Codecs::any(), body: $as);
        $this->caller()->call($call, [], $body, null);
        $arrived = $this->server->arrived()[0];
        self::assertStringStartsWith($type, $arrived->headers['content-type']);
        self::assertSame($wanted, str_replace('part-' . str_repeat('8', 24), 'B', $arrived->body));
    }
}
