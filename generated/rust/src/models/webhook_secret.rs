// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;
use crate::runtime::timestamp::Timestamp;

/// A new secret.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WebhookSecret {
    /// What messages are signed with.
    pub secret: String,
    /// Until when they are signed with the one before as well.
    pub former_until: Timestamp,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for WebhookSecret {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            secret: take(&mut members, "secret")?,
            former_until: take(&mut members, "formerUntil")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "secret", &self.secret);
        put(&mut members, "formerUntil", &self.former_until);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(WebhookSecret);
