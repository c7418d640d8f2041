<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Codec\Codec;

/** Which event has which type. */
final class WebhookTypes
{
    public static function codec(string $event): ?Codec
    {
        return match ($event) {
            'addressBook.created' => Codecs::model(Models\ChangeMessage::class),
            'addressBook.deleted' => Codecs::model(Models\ChangeMessage::class),
            'addressBook.shared' => Codecs::model(Models\ChangeMessage::class),
            'addressBook.unshared' => Codecs::model(Models\ChangeMessage::class),
            'addressBook.updated' => Codecs::model(Models\ChangeMessage::class),
            'calendar.created' => Codecs::model(Models\ChangeMessage::class),
            'calendar.deleted' => Codecs::model(Models\ChangeMessage::class),
            'calendar.shared' => Codecs::model(Models\ChangeMessage::class),
            'calendar.unshared' => Codecs::model(Models\ChangeMessage::class),
            'calendar.updated' => Codecs::model(Models\ChangeMessage::class),
            'collection.created' => Codecs::model(Models\ChangeMessage::class),
            'collection.deleted' => Codecs::model(Models\ChangeMessage::class),
            'collection.shared' => Codecs::model(Models\ChangeMessage::class),
            'collection.unshared' => Codecs::model(Models\ChangeMessage::class),
            'collection.updated' => Codecs::model(Models\ChangeMessage::class),
            'contact.created' => Codecs::model(Models\ChangeMessage::class),
            'contact.deleted' => Codecs::model(Models\ChangeMessage::class),
            'contact.updated' => Codecs::model(Models\ChangeMessage::class),
            'event.created' => Codecs::model(Models\ChangeMessage::class),
            'event.deleted' => Codecs::model(Models\ChangeMessage::class),
            'event.updated' => Codecs::model(Models\ChangeMessage::class),
            'file.created' => Codecs::model(Models\ChangeMessage::class),
            'file.deleted' => Codecs::model(Models\ChangeMessage::class),
            'file.updated' => Codecs::model(Models\ChangeMessage::class),
            'folder.created' => Codecs::model(Models\ChangeMessage::class),
            'folder.deleted' => Codecs::model(Models\ChangeMessage::class),
            'folder.shared' => Codecs::model(Models\ChangeMessage::class),
            'folder.unshared' => Codecs::model(Models\ChangeMessage::class),
            'folder.updated' => Codecs::model(Models\ChangeMessage::class),
            'object.created' => Codecs::model(Models\ChangeMessage::class),
            'object.deleted' => Codecs::model(Models\ChangeMessage::class),
            'object.updated' => Codecs::model(Models\ChangeMessage::class),
            'ping' => Codecs::model(Models\PingMessage::class),
            default => null,
        };
    }
}
