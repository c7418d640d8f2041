// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;

/// A password to set.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NewPassword {
    /// The one that counts now.
    pub old_password: Option<String>,
    /// The new one.
    pub password: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl NewPassword {
    /// Takes what must be there.
    pub fn new(password: impl Into<String>) -> Self {
        Self {
            old_password: None,
            password: password.into(),
            extra: Map::new(),
        }
    }

    /// The one that counts now.
    #[must_use]
    pub fn old_password(mut self, old_password: impl Into<String>) -> Self {
        self.old_password = Some(old_password.into());
        self
    }

    /// The new one.
    #[must_use]
    pub fn password(mut self, password: impl Into<String>) -> Self {
        self.password = password.into();
        self
    }
}

impl Json for NewPassword {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            old_password: take(&mut members, "oldPassword")?,
            password: take(&mut members, "password")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "oldPassword", &self.old_password);
        put(&mut members, "password", &self.password);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(NewPassword);
