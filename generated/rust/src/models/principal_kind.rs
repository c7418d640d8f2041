// Rendered from the description of the interface; not for editing.

use crate::runtime::models::open_text;

/// What sort of a principal it is.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum PrincipalKind {
    User,
    Group,
    Resource,
    Room,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    PrincipalKind {
        User = "user",
        Group = "group",
        Resource = "resource",
        Room = "room",
    }
}
