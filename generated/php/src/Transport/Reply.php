<?php

declare(strict_types=1);

namespace A3dav\Client\Transport;

/** An answer whose body is still to come. */
interface Reply
{
    public function status(): int;

    public function headers(): Headers;

    /**
     * The next piece of the body; null at its end.
     *
     * @throws Cut
     * @throws Late
     * @throws Stopped
     */
    public function read(): ?string;

    public function close(): void;
}
