// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;
use crate::runtime::timestamp::Timestamp;

use super::*;

/// What a webhook is sent of a change.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChangeMessage {
    /// Identifies an object for as long as it exists.
    pub id: String,
    /// What happened to what. What is moved is deleted in one place and created, with the same id,
    /// in another; a collection of somebody else that appears among one's own is shared, and one
    /// that goes is unshared.
    pub type_: ChangeType,
    /// When it happened.
    pub time: Timestamp,
    /// Identifies an object for as long as it exists.
    pub account: String,
    /// Identifies an object for as long as it exists.
    pub webhook: String,
    /// That something changed.
    pub data: Change,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for ChangeMessage {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            type_: take(&mut members, "type")?,
            time: take(&mut members, "time")?,
            account: take(&mut members, "account")?,
            webhook: take(&mut members, "webhook")?,
            data: take(&mut members, "data")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "type", &self.type_);
        put(&mut members, "time", &self.time);
        put(&mut members, "account", &self.account);
        put(&mut members, "webhook", &self.webhook);
        put(&mut members, "data", &self.data);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(ChangeMessage);
