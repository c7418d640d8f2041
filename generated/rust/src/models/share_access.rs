// Rendered from the description of the interface; not for editing.

use crate::runtime::models::open_text;

/// What a share gives: when somebody is busy, everything to read, or everything to read and to
/// change.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ShareAccess {
    Busy,
    Read,
    ReadWrite,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    ShareAccess {
        Busy = "busy",
        Read = "read",
        ReadWrite = "read-write",
    }
}
