<?php

declare(strict_types=1);

namespace A3dav\Client\Tests;

use A3dav\Client\Auth\Basic;
use A3dav\Client\Auth\TokenProvider;
use A3dav\Client\Errors\WebhookException;
use A3dav\Client\OAuth\DeviceFlow;
use A3dav\Client\OAuth\OAuth2;
use A3dav\Client\OAuth\Tokens;
use A3dav\Client\Upload;
use A3dav\Client\Webhooks;

final class SigningTest extends ClientTestCase
{
    private const NOW = 1767225600.0;

    private function authorizations(): array
    {
        return array_map(static fn (Arrived $one) => $one->headers['authorization'] ?? '', $this->server->arrived());
    }

    public function testAPasswordIsBasic(): void
    {
        $this->serve([self::GOOD], auth: new Basic('älice', 'se:cret'));
        $this->ask();
        self::assertSame(['Basic w6RsaWNlOnNlOmNyZXQ='], $this->authorizations());
    }

    public function testAProviderIsAskedAgainOnceAfter401(): void
    {
        $tokens = ['one', 'two', 'three'];
        $provider = new TokenProvider(static function () use (&$tokens): string {
            return array_shift($tokens);
        });
        $this->serve([['status' => 401], self::GOOD, ['status' => 401]], auth: $provider);
        $this->ask('POST', 'never');
        self::assertSame('unauthorized', $this->failure(fn () => $this->ask())->errorCode);
        self::assertSame(['Bearer one', 'Bearer two', 'Bearer two', 'Bearer three'], $this->authorizations());
        self::assertSame([], $this->clock->sleeps);
    }

    public function testABodyThatWasReadIsNotSentToARenewedToken(): void
    {
        $this->serve([['status' => 401]], auth: new TokenProvider(static fn (): string => 'one'));
        $error = $this->failure(fn () => $this->client->dav->put('/a', Upload::pieces(['abc'])));
        self::assertSame('unauthorized', $error->errorCode);
        self::assertCount(1, $this->server->arrived());
    }

    public function testAProviderThatFailsIsTheErrorOfTheCall(): void
    {
        $this->serve([self::GOOD], auth: new TokenProvider(static fn () => throw new \LogicException('no token')));
        $this->expectExceptionObject(new \LogicException('no token'));
        $this->ask();
    }

    public function testAccessTokensAreRenewedBeforeTheyExpire(): void
    {
        $told = ['body' => '{"access_token": "new", "expires_in": 3600, "refresh_token": "more"}'];
        $changed = [];
        $note = static function (Tokens $tokens) use (&$changed): void {
            $changed[] = [$tokens->accessToken, $tokens->refreshToken, $tokens->expires];
        };
        $auth = new OAuth2(new Tokens('old', 'again', self::NOW + 29), '/token', 'cli', 'se cret', $note);
        $this->serve([$told, self::GOOD], auth: $auth);
        $this->ask();
        self::assertSame(['', 'Bearer new'], $this->authorizations());
        $form = 'grant_type=refresh_token&refresh_token=again&client_id=cli&client_secret=se%20cret';
        self::assertSame($form, $this->server->arrived()[0]->body);
        self::assertSame([['new', 'more', self::NOW + 3600]], $changed);
    }

    public function testATokenThatCannotBeRenewedIsAnError(): void
    {
        $this->serve([['status' => 401]], auth: new OAuth2(new Tokens('old'), '/token', 'cli'));
        self::assertSame('unauthorized', $this->failure(fn () => $this->ask())->errorCode);
        self::assertCount(1, $this->server->arrived());
    }

    private function no(string $reason): array
    {
        $type = ['Content-Type' => 'application/json'];
        return ['status' => 400, 'headers' => $type, 'body' => "{\"error\": \"$reason\"}"];
    }

    public function testADeviceIsWaitedFor(): void
    {
        $code = '{"device_code": "d", "user_code": "AB-CD", "verification_uri": "https://a/b", "interval": 2}';
        $answers = [['body' => $code], $this->no('authorization_pending'), $this->no('slow_down')];
        $this->serve([...$answers, ['body' => '{"access_token": "t"}'], self::GOOD], auth: '');
        $flow = new DeviceFlow('/device', '/token', 'cli', 'calendars');
        $found = $flow->start($this->client);
        self::assertSame(['AB-CD', 'https://a/b'], [$found->userCode, $found->verificationUri]);
        self::assertSame('t', $flow->wait($this->client, $found)->tokens()->accessToken);
        self::assertSame([2.0, 2.0, 7.0], $this->clock->sleeps);
    }

    public function testADeviceThatIsDeniedIsAnError(): void
    {
        $code = '{"device_code": "d", "user_code": "AB-CD", "verification_uri": "https://a/b"}';
        $this->serve([['body' => $code], $this->no('access_denied')], auth: '');
        $flow = new DeviceFlow('/device', '/token', 'cli');
        $found = $flow->start($this->client);
        self::assertSame('bad_request', $this->failure(fn () => $flow->wait($this->client, $found))->errorCode);
    }

    public function testADeviceThatNobodySignsInWithIsATimeout(): void
    {
        $code = '{"device_code": "d", "user_code": "A", "verification_uri": "https://a/b", "expires_in": 12}';
        $this->serve([['body' => $code], $this->no('authorization_pending')], auth: '');
        $flow = new DeviceFlow('/device', '/token', 'cli');
        $found = $flow->start($this->client);
        self::assertSame('timeout', $this->failure(fn () => $flow->wait($this->client, $found))->errorCode);
    }

    private function signed(string $body, string $secret, string $time = '1767225600'): array
    {
        $signature = base64_encode(hash_hmac('sha256', "m.$time.$body", $secret, true));
        return ['Webhook-Id' => 'm', 'WEBHOOK-TIMESTAMP' => $time, 'webhook-signature' => ["v1,b3RoZXI= v1,$signature"]];
    }

    public function testAMessageIsVerifiedAndTyped(): void
    {
        $body = '{"type": "thing.made", "name": "a"}';
        $secret = 'whsec_' . base64_encode('secret');
        $event = Webhooks::verify($this->signed($body, 'secret'), $body, ['other', $secret], self::NOW);
        self::assertInstanceOf(Thing::class, $event);
        self::assertSame(['type' => 'thing.made'], $event->extra);
    }

    public function testAnEventThatIsNotKnownStaysJson(): void
    {
        $event = Webhooks::verify($this->signed('{"type":"new"}', 'raw'), '{"type":"new"}', 'raw', self::NOW);
        self::assertEquals((object) ['type' => 'new'], $event);
    }

    public function testASignatureOfAnotherVersionIsNone(): void
    {
        $headers = $this->signed('{}', 'secret');
        $headers['webhook-signature'] = str_replace('v1,', 'v2,', $headers['webhook-signature']);
        $this->expectExceptionObject(new WebhookException('mismatch'));
        Webhooks::verify($headers, '{}', 'secret', self::NOW);
    }

    public function forgeries(): array
    {
        return [
            'another body' => ['{}', '1767225600', self::NOW, 'secret', 'mismatch'],
            'another secret' => ['{"a":1}', '1767225600', self::NOW, 'other', 'mismatch'],
            'too old' => ['{"a":1}', '1767225600', self::NOW + 301, 'secret', 'timestamp'],
            'of the future' => ['{"a":1}', '1767225600', self::NOW - 301, 'secret', 'timestamp'],
            'no time' => ['{"a":1}', 'soon', self::NOW, 'secret', 'timestamp'],
            'no signature' => ['{"a":1}', '', self::NOW, 'secret', 'missing'],
        ];
    }

    /** @dataProvider forgeries */
    public function testAForgeryIsRefused(string $body, string $time, float $now, string $secret, string $why): void
    {
        try {
            Webhooks::verify($this->signed('{"a":1}', 'secret', $time), $body, $secret, $now);
            self::fail('it was taken');
        } catch (WebhookException $error) {
            self::assertSame($why, $error->reason);
        }
    }
}
