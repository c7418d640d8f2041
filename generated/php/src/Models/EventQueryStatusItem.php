<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

enum EventQueryStatusItem: string
{
    case Confirmed = 'confirmed';
    case Tentative = 'tentative';
    case Cancelled = 'cancelled';
    case NeedsAction = 'needs-action';
    case InProcess = 'in-process';
    case Completed = 'completed';
    case Draft = 'draft';
    case Final = 'final';
}
