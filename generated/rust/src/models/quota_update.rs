// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;
use crate::runtime::presence::Patch;

/// What to change of a quota.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct QuotaUpdate {
    /// Bytes; null takes the default.
    pub own: Patch<i64>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl QuotaUpdate {
    /// Nothing is set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Bytes; null takes the default.
    #[must_use]
    pub fn own(mut self, own: impl Into<Patch<i64>>) -> Self {
        self.own = own.into();
        self
    }
}

impl Json for QuotaUpdate {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            own: take(&mut members, "own")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "own", &self.own);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(QuotaUpdate);
