<?php

declare(strict_types=1);

namespace A3dav\Client\Dav;

/** The token was of no use any more: forget what you know, all that is there follows. */
final class Reset
{
}
