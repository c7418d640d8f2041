<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Errors\WebhookException;
use A3dav\Client\Internal\Json;

/** Verifies messages that a server posts (Standard Webhooks), and reads their events. */
final class Webhooks
{
    public const TOLERANCE = 300.0;

    /**
     * The event in a message, typed where its type is known.
     *
     * @param iterable<string, string|list<string>> $headers
     * @param string|list<string> $secrets `whsec_` and base64, or raw bytes
     * @param float|null $now seconds since 1970
     * @throws WebhookException where it is not from the server
     */
    public static function verify(
        iterable $headers,
        string $body,
        #[\SensitiveParameter] string|array $secrets,
        ?float $now = null,
        float $tolerance = self::TOLERANCE,
    ): mixed {
        [$id, $time, $signatures] = self::told($headers);
        if ($id === '' || $time === '' || $signatures === '') {
            throw new WebhookException('missing');
        }
        if (!preg_match('/^[0-9]{1,18}$/D', $time) || abs(($now ?? microtime(true)) - (int) $time) > $tolerance) {
            throw new WebhookException('timestamp');
        }
        if (!self::isSigned("$id.$time.$body", $signatures, (array) $secrets)) {
            throw new WebhookException('mismatch');
        }
        $event = Json::read($body);
        $type = $event instanceof \stdClass ? $event->type ?? null : null;
        $codec = is_string($type) ? WebhookTypes::codec($type) : null;
        return $codec === null ? $event : $codec->read($event, '');
    }

    /**
     * @param iterable<string, string|list<string>> $headers
     * @return array{string, string, string}
     */
    private static function told(iterable $headers): array
    {
        $found = ['webhook-id' => '', 'webhook-timestamp' => '', 'webhook-signature' => ''];
        foreach ($headers as $name => $value) {
            $name = strtolower((string) $name);
            if (isset($found[$name])) {
                $found[$name] = implode(' ', (array) $value);
            }
        }
        return array_values($found);
    }

    /**
     * Compares every signature with every secret, so that time tells nothing.
     *
     * @param array<string> $secrets
     */
    private static function isSigned(string $message, string $signatures, array $secrets): bool
    {
        $right = 0;
        foreach ($secrets as $secret) {
            $wanted = hash_hmac('sha256', $message, self::key($secret), true);
            foreach (preg_split('/\s+/', trim($signatures)) ?: [] as $signature) {
                [$version, $value] = explode(',', $signature, 2) + [1 => ''];
                $given = $version === 'v1' ? (string) base64_decode($value, true) : '';
                $right += (int) hash_equals($wanted, $given);
            }
        }
        return $right > 0;
    }

    private static function key(string $secret): string
    {
        return str_starts_with($secret, 'whsec_') ? (string) base64_decode(substr($secret, 6)) : $secret;
    }
}
