<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** How much of it others see. */
enum JsCalendarPrivacy: string
{
    case Public = 'public';
    case Private = 'private';
    case Secret = 'secret';
}
