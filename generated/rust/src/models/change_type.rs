// Rendered from the description of the interface; not for editing.

use crate::runtime::models::open_text;

/// What happened to what. What is moved is deleted in one place and created, with the same id, in
/// another; a collection of somebody else that appears among one's own is shared, and one that goes
/// is unshared.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ChangeType {
    CalendarCreated,
    CalendarUpdated,
    CalendarDeleted,
    CalendarShared,
    CalendarUnshared,
    EventCreated,
    EventUpdated,
    EventDeleted,
    AddressBookCreated,
    AddressBookUpdated,
    AddressBookDeleted,
    AddressBookShared,
    AddressBookUnshared,
    ContactCreated,
    ContactUpdated,
    ContactDeleted,
    FolderCreated,
    FolderUpdated,
    FolderDeleted,
    FolderShared,
    FolderUnshared,
    FileCreated,
    FileUpdated,
    FileDeleted,
    CollectionCreated,
    CollectionUpdated,
    CollectionDeleted,
    CollectionShared,
    CollectionUnshared,
    ObjectCreated,
    ObjectUpdated,
    ObjectDeleted,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    ChangeType {
        CalendarCreated = "calendar.created",
        CalendarUpdated = "calendar.updated",
        CalendarDeleted = "calendar.deleted",
        CalendarShared = "calendar.shared",
        CalendarUnshared = "calendar.unshared",
        EventCreated = "event.created",
        EventUpdated = "event.updated",
        EventDeleted = "event.deleted",
        AddressBookCreated = "addressBook.created",
        AddressBookUpdated = "addressBook.updated",
        AddressBookDeleted = "addressBook.deleted",
        AddressBookShared = "addressBook.shared",
        AddressBookUnshared = "addressBook.unshared",
        ContactCreated = "contact.created",
        ContactUpdated = "contact.updated",
        ContactDeleted = "contact.deleted",
        FolderCreated = "folder.created",
        FolderUpdated = "folder.updated",
        FolderDeleted = "folder.deleted",
        FolderShared = "folder.shared",
        FolderUnshared = "folder.unshared",
        FileCreated = "file.created",
        FileUpdated = "file.updated",
        FileDeleted = "file.deleted",
        CollectionCreated = "collection.created",
        CollectionUpdated = "collection.updated",
        CollectionDeleted = "collection.deleted",
        CollectionShared = "collection.shared",
        CollectionUnshared = "collection.unshared",
        ObjectCreated = "object.created",
        ObjectUpdated = "object.updated",
        ObjectDeleted = "object.deleted",
    }
}
