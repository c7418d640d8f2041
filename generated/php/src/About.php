<?php

declare(strict_types=1);

namespace A3dav\Client;

/** What this package is called, and where the interface is. */
final class About
{
    public const PACKAGE = 'a3dav/client';
    public const VERSION = '0.1.0';
    public const USER_AGENT = 'a3dav-client-php/0.1.0';
    public const ENVIRONMENT = 'A3DAV';
    public const BASE_PATH = '/api/v1';
    public const GRAPH_PATH = '/graphql';
}
