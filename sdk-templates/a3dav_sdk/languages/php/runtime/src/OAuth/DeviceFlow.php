<?php

declare(strict_types=1);

namespace A3dav\Client\OAuth;

use A3dav\Client\BaseClient;
use A3dav\Client\Errors\DecodeException;
use A3dav\Client\Errors\StatusException;
use A3dav\Client\Errors\TimeoutException;

/** Signing in on another device (RFC 8628): `start` and then `wait`, with a client that signs in as nobody. */
final class DeviceFlow
{
    private const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

    public function __construct(
        private readonly string $deviceUrl,
        private readonly string $tokenUrl,
        private readonly string $clientId,
        private readonly string $scope = '',
    ) {
    }

    public function start(BaseClient $client): DeviceCode
    {
        $form = ['client_id' => $this->clientId] + ($this->scope !== '' ? ['scope' => $this->scope] : []);
        $told = Endpoint::post($client->core(), $this->deviceUrl, $form);
        $texts = [];
        foreach (['device_code', 'user_code', 'verification_uri'] as $member) {
            $text = $told->{$member} ?? null;
            $texts[] = is_string($text) ? $text : throw new DecodeException("the server gave no $member");
        }
        $complete = $told->verification_uri_complete ?? '';
        return new DeviceCode(
            $texts[0],
            $texts[1],
            $texts[2],
            is_string($complete) ? $complete : '',
            self::seconds($told->expires_in ?? null, 600.0),
            self::seconds($told->interval ?? null, 5.0),
        );
    }

    /** Until the user has signed in; for the client that goes on with it. */
    public function wait(BaseClient $client, DeviceCode $code): OAuth2
    {
        $core = $client->core();
        $form = ['grant_type' => self::GRANT, 'device_code' => $code->deviceCode, 'client_id' => $this->clientId];
        [$interval, $end] = [$code->interval, $core->now() + $code->expiresIn];
        while ($core->now() < $end) {
            $core->clock->sleep($interval);
            try {
                $told = Endpoint::post($core, $this->tokenUrl, $form);
            } catch (StatusException $error) {
                $interval += self::longer($error);
                continue;
            }
            return new OAuth2(Tokens::of($told, $core->now()), $this->tokenUrl, $this->clientId);
        }
        throw new TimeoutException('nobody signed in with the code in time');
    }

    /** How much longer to wait between two questions. */
    private static function longer(StatusException $error): float
    {
        return match ($error->problem?->text('error')) {
            'authorization_pending' => 0.0,
            'slow_down' => 5.0,
            default => throw $error,
        };
    }

    private static function seconds(mixed $told, float $default): float
    {
        return is_numeric($told) ? (float) $told : $default;
    }
}
