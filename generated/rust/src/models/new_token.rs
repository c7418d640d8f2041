// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;
use crate::runtime::presence::Patch;

/// A token to be made.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NewToken {
    /// What it is for.
    pub name: String,
    /// What it opens.
    pub scopes: Vec<String>,
    /// When it ends (RFC 3339); null or nothing for never.
    pub expires: Patch<String>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl NewToken {
    /// Takes what must be there.
    pub fn new(name: impl Into<String>, scopes: Vec<String>) -> Self {
        Self {
            name: name.into(),
            scopes,
            expires: Patch::Absent,
            extra: Map::new(),
        }
    }

    /// What it is for.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// What it opens.
    #[must_use]
    pub fn scopes(mut self, scopes: Vec<String>) -> Self {
        self.scopes = scopes;
        self
    }

    /// When it ends (RFC 3339); null or nothing for never.
    #[must_use]
    pub fn expires(mut self, expires: impl Into<Patch<String>>) -> Self {
        self.expires = expires.into();
        self
    }
}

impl Json for NewToken {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            name: take(&mut members, "name")?,
            scopes: take(&mut members, "scopes")?,
            expires: take(&mut members, "expires")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "name", &self.name);
        put(&mut members, "scopes", &self.scopes);
        put(&mut members, "expires", &self.expires);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(NewToken);
