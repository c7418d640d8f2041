<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Codec\Complaint;
use A3dav\Client\Codec\Free;

/** What all objects of the interface have in common. */
abstract class Model implements \JsonSerializable
{
    /** @var array<string, mixed> members that this version does not know; they are sent again */
    public array $extra = [];

    /** @return list<Member> */
    abstract public static function members(): array;

    /** From JSON as `json_decode` gives it; an array with keys is an object, too. */
    final public static function fromJson(mixed $value, string $path = ''): static
    {
        $members = is_array($value) && (!array_is_list($value) || $value === []) ? (object) $value : $value;
        if (!$members instanceof \stdClass) {
            throw Complaint::of('an object', $value, $path);
        }
        $rest = (array) $members;
        $given = [];
        foreach (static::members() as $member) {
            if (property_exists($members, $member->key)) {
                $given[$member->property] = $member->codec->read($members->{$member->key}, "$path/$member->key");
                unset($rest[$member->key]);
            } elseif ($member->required) {
                throw Complaint::missing($member->key, $path);
            }
        }
        $made = new static(...$given);
        $made->extra = $rest;
        return $made;
    }

    /** For `json_encode`: members that are absent are left out. */
    final public function toJson(): \stdClass
    {
        $result = new \stdClass();
        foreach (static::members() as $member) {
            $value = $this->{$member->property};
            if ($value !== Absent::It && ($value !== null || $member->required || $member->absent !== null)) {
                $result->{$member->key} = $value === null ? null : $member->codec->write($value);
            }
        }
        foreach ($this->extra as $key => $value) {
            if (!property_exists($result, (string) $key)) {
                $result->{$key} = Free::plain($value);
            }
        }
        return $result;
    }

    final public function jsonSerialize(): \stdClass
    {
        return $this->toJson();
    }
}
