<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/** What it is. */
enum FileKind: string
{
    case File = 'file';
    case Folder = 'folder';
}
