<?php

declare(strict_types=1);

namespace A3dav\Client\Auth;

use A3dav\Client\Internal\Core;

/** Who asks. */
interface Auth
{
    /** @return array<string, string> headers for a request to the server itself */
    public function headers(Core $core): array;

    /**
     * Whether another try makes sense after a 401 to these headers.
     *
     * @param array<string, string> $refused
     */
    public function renew(Core $core, array $refused): bool;
}
