// Rendered from the description of the interface; not for editing.

use crate::runtime::models::open_text;

/// What a token may be for.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Scope {
    Profile,
    CalendarsRead,
    CalendarsWrite,
    ContactsRead,
    ContactsWrite,
    FilesRead,
    FilesWrite,
    Sharing,
    ChangesRead,
    Webhooks,
    Tokens,
    Admin,
    Dav,
    OfflineAccess,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    Scope {
        Profile = "profile",
        CalendarsRead = "calendars:read",
        CalendarsWrite = "calendars:write",
        ContactsRead = "contacts:read",
        ContactsWrite = "contacts:write",
        FilesRead = "files:read",
        FilesWrite = "files:write",
        Sharing = "sharing",
        ChangesRead = "changes:read",
        Webhooks = "webhooks",
        Tokens = "tokens",
        Admin = "admin",
        Dav = "dav",
        OfflineAccess = "offline_access",
    }
}
