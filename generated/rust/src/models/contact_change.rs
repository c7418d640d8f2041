// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;

use super::*;

/// What a contact is to be.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ContactChange {
    /// A Card of JSContact (RFC 9553). The members here are those that most programs want; others
    /// may be sent and are told.
    pub data: JsContact,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl ContactChange {
    /// Takes what must be there.
    pub fn new(data: JsContact) -> Self {
        Self {
            data,
            extra: Map::new(),
        }
    }

    /// A Card of JSContact (RFC 9553). The members here are those that most programs want; others
    /// may be sent and are told.
    #[must_use]
    pub fn data(mut self, data: JsContact) -> Self {
        self.data = data;
        self
    }
}

impl Json for ContactChange {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            data: take(&mut members, "data")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "data", &self.data);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(ContactChange);
