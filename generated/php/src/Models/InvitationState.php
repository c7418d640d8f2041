<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What was made of it. */
enum InvitationState: string
{
    case Invited = 'invited';
    case Accepted = 'accepted';
    case Declined = 'declined';
}
