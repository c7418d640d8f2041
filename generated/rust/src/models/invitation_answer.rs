// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::{open_text, serde_through_json};

/// What to make of it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InvitationAnswer {
    /// Whether to have it.
    pub state: InvitationAnswerState,
    /// What to call it among one's own.
    pub summary: Option<String>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl InvitationAnswer {
    /// Takes what must be there.
    pub fn new(state: impl Into<InvitationAnswerState>) -> Self {
        Self {
            state: state.into(),
            summary: None,
            extra: Map::new(),
        }
    }

    /// Whether to have it.
    #[must_use]
    pub fn state(mut self, state: impl Into<InvitationAnswerState>) -> Self {
        self.state = state.into();
        self
    }

    /// What to call it among one's own.
    #[must_use]
    pub fn summary(mut self, summary: impl Into<String>) -> Self {
        self.summary = Some(summary.into());
        self
    }
}

impl Json for InvitationAnswer {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            state: take(&mut members, "state")?,
            summary: take(&mut members, "summary")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "state", &self.state);
        put(&mut members, "summary", &self.summary);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(InvitationAnswer);

/// Whether to have it.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum InvitationAnswerState {
    Accepted,
    Declined,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    InvitationAnswerState {
        Accepted = "accepted",
        Declined = "declined",
    }
}
