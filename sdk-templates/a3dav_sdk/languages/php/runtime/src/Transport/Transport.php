<?php

declare(strict_types=1);

namespace A3dav\Client\Transport;

/** Sends one request; follows nothing, and retries nothing. */
interface Transport
{
    /**
     * @throws Cut
     * @throws Late
     * @throws Stopped
     */
    public function send(Request $request): Reply;

    public function close(): void;
}
