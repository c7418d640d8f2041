// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::{open_text, serde_through_json};

/// What to give somebody.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NewShare {
    /// What they may do.
    pub access: NewShareAccess,
    /// What the invitation calls it.
    pub summary: Option<String>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl NewShare {
    /// Takes what must be there.
    pub fn new(access: impl Into<NewShareAccess>) -> Self {
        Self {
            access: access.into(),
            summary: None,
            extra: Map::new(),
        }
    }

    /// What they may do.
    #[must_use]
    pub fn access(mut self, access: impl Into<NewShareAccess>) -> Self {
        self.access = access.into();
        self
    }

    /// What the invitation calls it.
    #[must_use]
    pub fn summary(mut self, summary: impl Into<String>) -> Self {
        self.summary = Some(summary.into());
        self
    }
}

impl Json for NewShare {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            access: take(&mut members, "access")?,
            summary: take(&mut members, "summary")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "access", &self.access);
        put(&mut members, "summary", &self.summary);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(NewShare);

/// What they may do.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum NewShareAccess {
    Busy,
    Read,
    ReadWrite,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    NewShareAccess {
        Busy = "busy",
        Read = "read",
        ReadWrite = "read-write",
    }
}
