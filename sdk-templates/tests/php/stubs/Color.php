<?php

declare(strict_types=1);

namespace A3dav\Client\Tests;

enum Color: string
{
    case Red = 'red';
}
