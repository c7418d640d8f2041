// Rendered from the description of the interface; not for editing.

use crate::runtime::models::open_text;

/// What an account may do beside what is its own.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Role {
    Owner,
    Auditor,
    Admin,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    Role {
        Owner = "owner",
        Auditor = "auditor",
        Admin = "admin",
    }
}
