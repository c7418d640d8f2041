<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What became of it. */
enum DeliveryState: string
{
    case Waiting = 'waiting';
    case Delivered = 'delivered';
    case Failed = 'failed';
}
