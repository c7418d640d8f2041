// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;

use super::*;

/// Changes, made in the order in which they were sent; each stands or falls alone.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RetryMessageResult {
    /// Tries a message of the outbox again, with all its attempts before it.
    pub retry_message: Option<RetryMessage>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for RetryMessageResult {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            retry_message: take_nullable(&mut members, "retryMessage")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put_nullable(&mut members, "retryMessage", &self.retry_message);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(RetryMessageResult);

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RetryMessage {
    pub done: bool,
    pub errors: Vec<RetryMessageErrors>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for RetryMessage {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            done: take(&mut members, "done")?,
            errors: take(&mut members, "errors")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "done", &self.done);
        put(&mut members, "errors", &self.errors);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(RetryMessage);

/// Why nothing was changed, and which part of the input is to blame.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RetryMessageErrors {
    pub code: GraphErrorCode,
    pub field: Option<String>,
    pub message: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for RetryMessageErrors {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            code: take(&mut members, "code")?,
            field: take_nullable(&mut members, "field")?,
            message: take(&mut members, "message")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "code", &self.code);
        put_nullable(&mut members, "field", &self.field);
        put(&mut members, "message", &self.message);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(RetryMessageErrors);
