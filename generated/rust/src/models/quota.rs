// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;

/// Bytes that an account uses, and may use.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Quota {
    /// What it uses.
    pub used: i64,
    /// What it was given; null where the default counts.
    pub own: Option<i64>,
    /// What counts; null where there is no limit.
    pub limit: Option<i64>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Quota {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            used: take(&mut members, "used")?,
            own: take_nullable(&mut members, "own")?,
            limit: take_nullable(&mut members, "limit")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "used", &self.used);
        put_nullable(&mut members, "own", &self.own);
        put_nullable(&mut members, "limit", &self.limit);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Quota);
