<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

use A3dav\Client\Absent;
use A3dav\Client\Codecs;
use A3dav\Client\Member;
use A3dav\Client\Model;

/**
 * An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may be sent
 * and are told.
 */
final class JsCalendar extends Model
{
    public function __construct(
        /** What it is. */
        public JsCalendarAtType|string|null $atType = null,
        /** Its identifier in all systems; the server makes one for a new object without. */
        public ?string $uid = null,
        /** What it is called. */
        public ?string $title = null,
        /** What it is about. */
        public ?string $description = null,
        /** Its beginning in local time. */
        public ?string $start = null,
        /** The IANA name of its time zone; null floats with the reader. */
        public string|Absent|null $timeZone = Absent::It,
        /** How long it lasts. */
        public ?string $duration = null,
        /** Of a Task, until when, in local time. */
        public ?string $due = null,
        /** Whether it lasts whole days. */
        public ?bool $showWithoutTime = null,
        /** How sure it is. */
        public JsCalendarStatus|string|null $status = null,
        /** How far a Task is. */
        public JsCalendarProgress|string|null $progress = null,
        /** How much of a Task is done. */
        public ?int $percentComplete = null,
        /** Whether it makes busy. */
        public JsCalendarFreeBusyStatus|string|null $freeBusyStatus = null,
        /** How much of it others see. */
        public JsCalendarPrivacy|string|null $privacy = null,
        /** 1 is the highest, 0 none. */
        public ?int $priority = null,
        /** A colour for it. */
        public ?string $color = null,
        /** The language of its texts. */
        public ?string $locale = null,
        /** How often it was changed for those invited. */
        public ?int $sequence = null,
        /** When it was made. */
        public ?string $created = null,
        /** When it was changed. */
        public ?string $updated = null,
        /** What made it. */
        public ?string $prodId = null,
        /** @var array<string, bool>|null Keywords by their text. */
        public ?array $keywords = null,
        /** @var array<string, bool>|null Categories by their URI. */
        public ?array $categories = null,
        /** @var array<string, array<string, mixed>>|null Places. */
        public ?array $locations = null,
        /** @var array<string, array<string, mixed>>|null Places to call. */
        public ?array $virtualLocations = null,
        /** @var array<string, array<string, mixed>>|null Files and pages. */
        public ?array $links = null,
        /** @var array<string, array<string, mixed>>|null Who takes part. */
        public ?array $participants = null,
        /** @var array<string, string>|null Where answers go. */
        public ?array $replyTo = null,
        /** @var array<string, array<string, mixed>>|null Reminders. */
        public ?array $alerts = null,
        /** @var list<array<string, mixed>>|null When it happens again. */
        public ?array $recurrenceRules = null,
        /** @var list<array<string, mixed>>|null When it does not. */
        public ?array $excludedRecurrenceRules = null,
        /** @var array<string, array<string, mixed>>|null Instances that differ. */
        public ?array $recurrenceOverrides = null,
        /** Of an instance alone, which one it is. */
        public ?string $recurrenceId = null,
        /** @var array<string, array<string, mixed>>|null What it belongs to. */
        public ?array $relatedTo = null,
    ) {
    }

    public static function members(): array
    {
        static $members;
        return $members ??= [
            new Member('@type', 'atType', Codecs::textEnum(JsCalendarAtType::class)),
            new Member('uid', 'uid', Codecs::text()),
            new Member('title', 'title', Codecs::text()),
            new Member('description', 'description', Codecs::text()),
            new Member('start', 'start', Codecs::text()),
            new Member('timeZone', 'timeZone', Codecs::orNull(Codecs::text()), false, Absent::It),
            new Member('duration', 'duration', Codecs::text()),
            new Member('due', 'due', Codecs::text()),
            new Member('showWithoutTime', 'showWithoutTime', Codecs::boolean()),
            new Member('status', 'status', Codecs::textEnum(JsCalendarStatus::class)),
            new Member('progress', 'progress', Codecs::textEnum(JsCalendarProgress::class)),
            new Member('percentComplete', 'percentComplete', Codecs::integer()),
            new Member('freeBusyStatus', 'freeBusyStatus', Codecs::textEnum(JsCalendarFreeBusyStatus::class)),
            new Member('privacy', 'privacy', Codecs::textEnum(JsCalendarPrivacy::class)),
            new Member('priority', 'priority', Codecs::integer()),
            new Member('color', 'color', Codecs::text()),
            new Member('locale', 'locale', Codecs::text()),
            new Member('sequence', 'sequence', Codecs::integer()),
            new Member('created', 'created', Codecs::text()),
            new Member('updated', 'updated', Codecs::text()),
            new Member('prodId', 'prodId', Codecs::text()),
            new Member('keywords', 'keywords', Codecs::mapOf(Codecs::boolean())),
            new Member('categories', 'categories', Codecs::mapOf(Codecs::boolean())),
            new Member('locations', 'locations', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
            new Member('virtualLocations', 'virtualLocations', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
            new Member('links', 'links', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
            new Member('participants', 'participants', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
            new Member('replyTo', 'replyTo', Codecs::mapOf(Codecs::text())),
            new Member('alerts', 'alerts', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
            new Member('recurrenceRules', 'recurrenceRules', Codecs::listOf(Codecs::mapOf(Codecs::any()))),
            new Member(
                'excludedRecurrenceRules',
                'excludedRecurrenceRules',
                Codecs::listOf(Codecs::mapOf(Codecs::any())),
            ),
            new Member('recurrenceOverrides', 'recurrenceOverrides', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
            new Member('recurrenceId', 'recurrenceId', Codecs::text()),
            new Member('relatedTo', 'relatedTo', Codecs::mapOf(Codecs::mapOf(Codecs::any()))),
        ];
    }
}
