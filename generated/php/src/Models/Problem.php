<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** Why a request was refused (RFC 9457). */
final class Problem extends Model
{
    public function __construct(
        /** The kind of problem, one of `x-problem-types`. */
        public string $type,
        /** The kind of problem for people. */
        public string $title,
        /** The status of the answer. */
        public int $status,
        /** What is wrong with this request. */
        public string $detail,
        /** The precondition that does not hold, as `{namespace}name`. */
        public ?string $condition = null,
        /** @var list<ProblemError>|null Where the input is wrong. */
        public ?array $errors = null,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('type', 'type', Codecs::text(), true),
            new Member('title', 'title', Codecs::text(), true),
            new Member('status', 'status', Codecs::integer(), true),
            new Member('detail', 'detail', Codecs::text(), true),
            new Member('condition', 'condition', Codecs::text()),
            new Member('errors', 'errors', Codecs::listOf(Codecs::model(ProblemError::class))),
        ];
    }
}
