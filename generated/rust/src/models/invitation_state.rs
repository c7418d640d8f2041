// Rendered from the description of the interface; not for editing.

use crate::runtime::models::open_text;

/// What was made of it.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum InvitationState {
    Invited,
    Accepted,
    Declined,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    InvitationState {
        Invited = "invited",
        Accepted = "accepted",
        Declined = "declined",
    }
}
