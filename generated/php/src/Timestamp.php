<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Errors\DecodeException;

/** A time (RFC 3339) as its text, which is sent again as it came. */
final class Timestamp implements \Stringable, \JsonSerializable
{
    public function __construct(public readonly string $text)
    {
    }

    /** In UTC. */
    public static function of(\DateTimeInterface $moment): self
    {
        $moment = \DateTimeImmutable::createFromInterface($moment)->setTimezone(new \DateTimeZone('UTC'));
        $format = $moment->format('u') === '000000' ? 'Y-m-d\TH:i:s\Z' : 'Y-m-d\TH:i:s.u\Z';
        return new self($moment->format($format));
    }

    /** What it means, to the microsecond. */
    public function toDateTime(): \DateTimeImmutable
    {
        $text = preg_replace('/(\.\d{6})\d+/', '$1', strtoupper($this->text)) ?? '';
        if (!preg_match('/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/D', $text)) {
            throw new DecodeException("{$this->text} is no time");
        }
        try {
            return new \DateTimeImmutable($text);
        } catch (\Exception $error) {
            throw new DecodeException("{$this->text} is no time", previous: $error);
        }
    }

    public function __toString(): string
    {
        return $this->text;
    }

    public function jsonSerialize(): string
    {
        return $this->text;
    }
}
