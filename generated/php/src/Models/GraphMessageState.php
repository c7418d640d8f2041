<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** Where a message of the outbox is. */
enum GraphMessageState: string
{
    case GivenUp = 'GIVEN_UP';
    case OnItsWay = 'ON_ITS_WAY';
    case Waiting = 'WAITING';
}
