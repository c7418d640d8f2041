<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What is shared. */
enum InvitationKind: string
{
    case Calendar = 'calendar';
    case Addressbook = 'addressbook';
}
