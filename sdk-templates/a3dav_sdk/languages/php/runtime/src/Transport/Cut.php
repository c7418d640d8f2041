<?php

declare(strict_types=1);

namespace A3dav\Client\Transport;

/** The connection failed, before an answer or in it. */
final class Cut extends \RuntimeException
{
}
