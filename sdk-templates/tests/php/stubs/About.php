<?php

declare(strict_types=1);

namespace A3dav\Client;

final class About
{
    public const USER_AGENT = 'tests/0';
    public const ENVIRONMENT = 'A3DAV';
    public const BASE_PATH = '';
    public const GRAPH_PATH = '/graphql';
}
