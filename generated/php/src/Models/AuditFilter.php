<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;
use A3dav\Client\Timestamp;

/** Which acts; what is left out does not select. */
final class AuditFilter extends Model
{
    public function __construct(
        /** Who acted, or what it was about. */
        public string|Absent|null $account = Absent::It,
        /** @var list<string>|null|Absent */
        public array|Absent|null $actions = Absent::It,
        /** @var list<string>|null|Absent */
        public array|Absent|null $outcomes = Absent::It,
        public string|Absent|null $requestId = Absent::It,
        public Timestamp|Absent|null $since = Absent::It,
        /** Before this moment. */
        public Timestamp|Absent|null $until = Absent::It,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('account', 'account', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('actions', 'actions', Codecs::orNull(Codecs::listOf(Codecs::text())), false, Absent::It),
            new Member('outcomes', 'outcomes', Codecs::orNull(Codecs::listOf(Codecs::text())), false, Absent::It),
            new Member('requestId', 'requestId', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('since', 'since', Codecs::orNull(Codecs::time()), false, Absent::It),
            new Member('until', 'until', Codecs::orNull(Codecs::time()), false, Absent::It),
        ];
    }
}
