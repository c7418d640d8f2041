<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\Upload;

/** @internal The body of a request. */
final class Prepared
{
    private bool $hasBegun = false;

    public function __construct(
        public readonly string|Upload|null $content = null,
        public readonly string $type = '',
    ) {
    }

    /** @return array<string, string> */
    public function headers(): array
    {
        return $this->type === '' ? [] : ['content-type' => $this->type];
    }

    public function length(): ?int
    {
        return $this->content instanceof Upload ? $this->content->length : null;
    }

    /** @return iterable<string>|string|null */
    public function open(): iterable|string|null
    {
        if (!$this->content instanceof Upload) {
            return $this->content;
        }
        $this->hasBegun = true;
        return $this->content->open();
    }

    public function maySendAgain(): bool
    {
        return !$this->hasBegun || !$this->content instanceof Upload || $this->content->isRepeatable;
    }
}
