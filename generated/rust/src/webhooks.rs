// Rendered from the description of the interface; not for editing.
//! What the server tells on its own, and the proof that it was the server.

use crate::models;
use crate::runtime::json::Value;
use crate::runtime::models::tagged_union;

pub use crate::runtime::webhook::{SignatureProblem, Verifier};

/// Something changed
pub const ADDRESS_BOOK_CREATED: &str = "addressBook.created";

/// Something changed
pub const ADDRESS_BOOK_DELETED: &str = "addressBook.deleted";

/// Something changed
pub const ADDRESS_BOOK_SHARED: &str = "addressBook.shared";

/// Something changed
pub const ADDRESS_BOOK_UNSHARED: &str = "addressBook.unshared";

/// Something changed
pub const ADDRESS_BOOK_UPDATED: &str = "addressBook.updated";

/// Something changed
pub const CALENDAR_CREATED: &str = "calendar.created";

/// Something changed
pub const CALENDAR_DELETED: &str = "calendar.deleted";

/// Something changed
pub const CALENDAR_SHARED: &str = "calendar.shared";

/// Something changed
pub const CALENDAR_UNSHARED: &str = "calendar.unshared";

/// Something changed
pub const CALENDAR_UPDATED: &str = "calendar.updated";

/// Something changed
pub const COLLECTION_CREATED: &str = "collection.created";

/// Something changed
pub const COLLECTION_DELETED: &str = "collection.deleted";

/// Something changed
pub const COLLECTION_SHARED: &str = "collection.shared";

/// Something changed
pub const COLLECTION_UNSHARED: &str = "collection.unshared";

/// Something changed
pub const COLLECTION_UPDATED: &str = "collection.updated";

/// Something changed
pub const CONTACT_CREATED: &str = "contact.created";

/// Something changed
pub const CONTACT_DELETED: &str = "contact.deleted";

/// Something changed
pub const CONTACT_UPDATED: &str = "contact.updated";

/// Something changed
pub const EVENT_CREATED: &str = "event.created";

/// Something changed
pub const EVENT_DELETED: &str = "event.deleted";

/// Something changed
pub const EVENT_UPDATED: &str = "event.updated";

/// Something changed
pub const FILE_CREATED: &str = "file.created";

/// Something changed
pub const FILE_DELETED: &str = "file.deleted";

/// Something changed
pub const FILE_UPDATED: &str = "file.updated";

/// Something changed
pub const FOLDER_CREATED: &str = "folder.created";

/// Something changed
pub const FOLDER_DELETED: &str = "folder.deleted";

/// Something changed
pub const FOLDER_SHARED: &str = "folder.shared";

/// Something changed
pub const FOLDER_UNSHARED: &str = "folder.unshared";

/// Something changed
pub const FOLDER_UPDATED: &str = "folder.updated";

/// Something changed
pub const OBJECT_CREATED: &str = "object.created";

/// Something changed
pub const OBJECT_DELETED: &str = "object.deleted";

/// Something changed
pub const OBJECT_UPDATED: &str = "object.updated";

/// Somebody asked for a try
pub const PING: &str = "ping";

/// A webhook by its type; [`Verifier::read`] gives it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Webhook {
    /// Something changed
    AddressBookCreated(Box<models::ChangeMessage>),
    /// Something changed
    AddressBookDeleted(Box<models::ChangeMessage>),
    /// Something changed
    AddressBookShared(Box<models::ChangeMessage>),
    /// Something changed
    AddressBookUnshared(Box<models::ChangeMessage>),
    /// Something changed
    AddressBookUpdated(Box<models::ChangeMessage>),
    /// Something changed
    CalendarCreated(Box<models::ChangeMessage>),
    /// Something changed
    CalendarDeleted(Box<models::ChangeMessage>),
    /// Something changed
    CalendarShared(Box<models::ChangeMessage>),
    /// Something changed
    CalendarUnshared(Box<models::ChangeMessage>),
    /// Something changed
    CalendarUpdated(Box<models::ChangeMessage>),
    /// Something changed
    CollectionCreated(Box<models::ChangeMessage>),
    /// Something changed
    CollectionDeleted(Box<models::ChangeMessage>),
    /// Something changed
    CollectionShared(Box<models::ChangeMessage>),
    /// Something changed
    CollectionUnshared(Box<models::ChangeMessage>),
    /// Something changed
    CollectionUpdated(Box<models::ChangeMessage>),
    /// Something changed
    ContactCreated(Box<models::ChangeMessage>),
    /// Something changed
    ContactDeleted(Box<models::ChangeMessage>),
    /// Something changed
    ContactUpdated(Box<models::ChangeMessage>),
    /// Something changed
    EventCreated(Box<models::ChangeMessage>),
    /// Something changed
    EventDeleted(Box<models::ChangeMessage>),
    /// Something changed
    EventUpdated(Box<models::ChangeMessage>),
    /// Something changed
    FileCreated(Box<models::ChangeMessage>),
    /// Something changed
    FileDeleted(Box<models::ChangeMessage>),
    /// Something changed
    FileUpdated(Box<models::ChangeMessage>),
    /// Something changed
    FolderCreated(Box<models::ChangeMessage>),
    /// Something changed
    FolderDeleted(Box<models::ChangeMessage>),
    /// Something changed
    FolderShared(Box<models::ChangeMessage>),
    /// Something changed
    FolderUnshared(Box<models::ChangeMessage>),
    /// Something changed
    FolderUpdated(Box<models::ChangeMessage>),
    /// Something changed
    ObjectCreated(Box<models::ChangeMessage>),
    /// Something changed
    ObjectDeleted(Box<models::ChangeMessage>),
    /// Something changed
    ObjectUpdated(Box<models::ChangeMessage>),
    /// Somebody asked for a try
    Ping(Box<models::PingMessage>),
    /// A webhook that this version of the client does not know.
    Unknown(Value),
}

tagged_union! {
    Webhook by "type" {
        AddressBookCreated = "addressBook.created",
        AddressBookDeleted = "addressBook.deleted",
        AddressBookShared = "addressBook.shared",
        AddressBookUnshared = "addressBook.unshared",
        AddressBookUpdated = "addressBook.updated",
        CalendarCreated = "calendar.created",
        CalendarDeleted = "calendar.deleted",
        CalendarShared = "calendar.shared",
        CalendarUnshared = "calendar.unshared",
        CalendarUpdated = "calendar.updated",
        CollectionCreated = "collection.created",
        CollectionDeleted = "collection.deleted",
        CollectionShared = "collection.shared",
        CollectionUnshared = "collection.unshared",
        CollectionUpdated = "collection.updated",
        ContactCreated = "contact.created",
        ContactDeleted = "contact.deleted",
        ContactUpdated = "contact.updated",
        EventCreated = "event.created",
        EventDeleted = "event.deleted",
        EventUpdated = "event.updated",
        FileCreated = "file.created",
        FileDeleted = "file.deleted",
        FileUpdated = "file.updated",
        FolderCreated = "folder.created",
        FolderDeleted = "folder.deleted",
        FolderShared = "folder.shared",
        FolderUnshared = "folder.unshared",
        FolderUpdated = "folder.updated",
        ObjectCreated = "object.created",
        ObjectDeleted = "object.deleted",
        ObjectUpdated = "object.updated",
        Ping = "ping",
    }
}
