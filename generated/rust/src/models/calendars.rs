// Rendered from the description of the interface; not for editing.

use crate::runtime::models::open_text;

#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum IfExists {
    Replace,
    Skip,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    IfExists {
        Replace = "replace",
        Skip = "skip",
    }
}
