<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What a token may be for. */
enum Scope: string
{
    case Profile = 'profile';
    case CalendarsRead = 'calendars:read';
    case CalendarsWrite = 'calendars:write';
    case ContactsRead = 'contacts:read';
    case ContactsWrite = 'contacts:write';
    case FilesRead = 'files:read';
    case FilesWrite = 'files:write';
    case Sharing = 'sharing';
    case ChangesRead = 'changes:read';
    case Webhooks = 'webhooks';
    case Tokens = 'tokens';
    case Admin = 'admin';
    case Dav = 'dav';
    case OfflineAccess = 'offline_access';
}
