// Rendered from the description of the interface; not for editing.

use crate::runtime::models::open_text;

/// What an app password may be used for.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum AppPasswordScope {
    Full,
    Dav,
    ReadOnly,
    Api,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    AppPasswordScope {
        Full = "full",
        Dav = "dav",
        ReadOnly = "read-only",
        Api = "api",
    }
}
