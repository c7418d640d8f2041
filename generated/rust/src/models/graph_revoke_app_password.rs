// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;

use super::*;

/// Changes, made in the order in which they were sent; each stands or falls alone.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RevokeAppPasswordResult {
    /// It is worthless at once.
    pub revoke_app_password: Option<RevokeAppPassword>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for RevokeAppPasswordResult {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            revoke_app_password: take_nullable(&mut members, "revokeAppPassword")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put_nullable(&mut members, "revokeAppPassword", &self.revoke_app_password);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(RevokeAppPasswordResult);

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RevokeAppPassword {
    pub done: bool,
    pub errors: Vec<RevokeAppPasswordErrors>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for RevokeAppPassword {
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

serde_through_json!(RevokeAppPassword);

/// Why nothing was changed, and which part of the input is to blame.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RevokeAppPasswordErrors {
    pub code: GraphErrorCode,
    pub field: Option<String>,
    pub message: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for RevokeAppPasswordErrors {
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

serde_through_json!(RevokeAppPasswordErrors);
