<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Administrators and auditors ask for everything, everybody else for what is their own. */
final class AuditResult extends Model
{
    public function __construct(
        /** The audit trail, the newest first. */
        public Audit $audit,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('audit', 'audit', Codecs::model(Audit::class), true),
        ];
    }
}
