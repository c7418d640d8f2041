<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

/** A message that is not from the server; `reason` is missing, timestamp or mismatch. */
final class WebhookException extends ClientException
{
    public const CODE = 'webhook_signature';

    private const SAID = [
        'missing' => 'a header of the signature is missing',
        'timestamp' => 'the message is not of now',
        'mismatch' => 'no signature is right',
    ];

    public function __construct(public readonly string $reason)
    {
        parent::__construct(self::SAID[$reason] ?? $reason);
    }
}
