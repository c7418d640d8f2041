<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

/** Problem details (RFC 9457). */
final class Problem
{
    /** @param array<string, mixed> $members all of them, as they came */
    public function __construct(public readonly array $members)
    {
    }

    public function type(): string
    {
        return $this->text('type') ?: 'about:blank';
    }

    public function title(): string
    {
        return $this->text('title');
    }

    public function detail(): string
    {
        return $this->text('detail');
    }

    public function instance(): string
    {
        return $this->text('instance');
    }

    public function text(string $member): string
    {
        $value = $this->members[$member] ?? '';
        return is_string($value) ? $value : '';
    }
}
