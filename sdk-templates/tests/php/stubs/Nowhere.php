<?php

declare(strict_types=1);

namespace A3dav\Client\Tests;

use A3dav\Client\BaseClient;

/** A client without services of its own. */
final class Nowhere extends BaseClient
{
}
