<?php

declare(strict_types=1);

namespace A3dav\Client\Models;

/**
 * What happened to what. What is moved is deleted in one place and created, with the same id, in another; a
 * collection of somebody else that appears among one's own is shared, and one that goes is unshared.
 */
enum ChangeType: string
{
    case CalendarCreated = 'calendar.created';
    case CalendarUpdated = 'calendar.updated';
    case CalendarDeleted = 'calendar.deleted';
    case CalendarShared = 'calendar.shared';
    case CalendarUnshared = 'calendar.unshared';
    case EventCreated = 'event.created';
    case EventUpdated = 'event.updated';
    case EventDeleted = 'event.deleted';
    case AddressBookCreated = 'addressBook.created';
    case AddressBookUpdated = 'addressBook.updated';
    case AddressBookDeleted = 'addressBook.deleted';
    case AddressBookShared = 'addressBook.shared';
    case AddressBookUnshared = 'addressBook.unshared';
    case ContactCreated = 'contact.created';
    case ContactUpdated = 'contact.updated';
    case ContactDeleted = 'contact.deleted';
    case FolderCreated = 'folder.created';
    case FolderUpdated = 'folder.updated';
    case FolderDeleted = 'folder.deleted';
    case FolderShared = 'folder.shared';
    case FolderUnshared = 'folder.unshared';
    case FileCreated = 'file.created';
    case FileUpdated = 'file.updated';
    case FileDeleted = 'file.deleted';
    case CollectionCreated = 'collection.created';
    case CollectionUpdated = 'collection.updated';
    case CollectionDeleted = 'collection.deleted';
    case CollectionShared = 'collection.shared';
    case CollectionUnshared = 'collection.unshared';
    case ObjectCreated = 'object.created';
    case ObjectUpdated = 'object.updated';
    case ObjectDeleted = 'object.deleted';
}
