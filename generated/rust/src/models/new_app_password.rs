// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::{open_text, serde_through_json};
use crate::runtime::presence::Patch;

/// An app password to make.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NewAppPassword {
    /// What it is for.
    pub label: String,
    /// What it may be used for.
    pub scope: NewAppPasswordScope,
    /// Until it expires; null for never.
    pub days: Patch<i64>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl NewAppPassword {
    /// Takes what must be there.
    pub fn new(label: impl Into<String>, scope: impl Into<NewAppPasswordScope>) -> Self {
        Self {
            label: label.into(),
            scope: scope.into(),
            days: Patch::Absent,
            extra: Map::new(),
        }
    }

    /// What it is for.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// What it may be used for.
    #[must_use]
    pub fn scope(mut self, scope: impl Into<NewAppPasswordScope>) -> Self {
        self.scope = scope.into();
        self
    }

    /// Until it expires; null for never.
    #[must_use]
    pub fn days(mut self, days: impl Into<Patch<i64>>) -> Self {
        self.days = days.into();
        self
    }
}

impl Json for NewAppPassword {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            label: take(&mut members, "label")?,
            scope: take(&mut members, "scope")?,
            days: take(&mut members, "days")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "label", &self.label);
        put(&mut members, "scope", &self.scope);
        put(&mut members, "days", &self.days);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(NewAppPassword);

/// What it may be used for.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum NewAppPasswordScope {
    Dav,
    ReadOnly,
    Api,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    NewAppPasswordScope {
        Dav = "dav",
        ReadOnly = "read-only",
        Api = "api",
    }
}
