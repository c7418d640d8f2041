<?php

declare(strict_types=1);

namespace A3dav\Client\Transport;

/** The caller wanted no more. */
final class Stopped extends \RuntimeException
{
}
