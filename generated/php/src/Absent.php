<?php

declare(strict_types=1);

namespace A3dav\Client;

/** A member that is not there, which is not the same as null. */
enum Absent
{
    case It;
}
