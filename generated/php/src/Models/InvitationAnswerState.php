<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** Whether to have it. */
enum InvitationAnswerState: string
{
    case Accepted = 'accepted';
    case Declined = 'declined';
}
