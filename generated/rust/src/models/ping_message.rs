// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;
use crate::runtime::timestamp::Timestamp;

/// What a webhook is sent for a try.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PingMessage {
    /// Identifies an object for as long as it exists.
    pub id: String,
    /// What happened.
    pub type_: String,
    /// When it happened.
    pub time: Timestamp,
    /// Identifies an object for as long as it exists.
    pub account: String,
    /// Identifies an object for as long as it exists.
    pub webhook: String,
    /// Nothing.
    pub data: Map,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for PingMessage {
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

serde_through_json!(PingMessage);
