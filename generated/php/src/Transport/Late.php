<?php

declare(strict_types=1);

namespace A3dav\Client\Transport;

/** The time ran out. */
final class Late extends \RuntimeException
{
}
