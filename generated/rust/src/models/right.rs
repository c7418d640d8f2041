// Rendered from the description of the interface; not for editing.

use crate::runtime::models::open_text;

/// Something that one may do with a collection.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Right {
    Read,
    Add,
    Change,
    Remove,
    Configure,
    Share,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    Right {
        Read = "read",
        Add = "add",
        Change = "change",
        Remove = "remove",
        Configure = "configure",
        Share = "share",
    }
}
