<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/** What events must be. */
final class EventQuery extends Model
{
    public function __construct(
        /** A moment as RFC 3339 has it, or a date, which stands for its beginning in UTC. */
        public ?string $from = null,
        /** A moment as RFC 3339 has it, or a date, which stands for its beginning in UTC. */
        public ?string $to = null,
        /** Whether each instance is an entry of its own. */
        public ?bool $expand = null,
        /** Whether entries have `data`. */
        public ?bool $data = null,
        /** What title, description or location must contain. */
        public ?string $text = null,
        /** A kind of component of iCalendar. */
        public CalendarComponent|string|null $component = null,
        /** The UID that it must have. */
        public ?string $uid = null,
        /** @var list<string>|null Categories that it must have, all of them. */
        public ?array $categories = null,
        /** The address of somebody who must be among organizer and participants. */
        public ?string $participant = null,
        /**
         * @var list<EventQueryStatusItem|string>|null The status that it must have, one of these; one without a status is confirmed.
         */
        public ?array $status = null,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('from', 'from', Codecs::text()),
            new Member('to', 'to', Codecs::text()),
            new Member('expand', 'expand', Codecs::boolean()),
            new Member('data', 'data', Codecs::boolean()),
            new Member('text', 'text', Codecs::text()),
            new Member('component', 'component', Codecs::textEnum(CalendarComponent::class)),
            new Member('uid', 'uid', Codecs::text()),
            new Member('categories', 'categories', Codecs::listOf(Codecs::text())),
            new Member('participant', 'participant', Codecs::text()),
            new Member('status', 'status', Codecs::listOf(Codecs::textEnum(EventQueryStatusItem::class))),
        ];
    }
}
