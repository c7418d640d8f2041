// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;

use super::*;

/// Changes, made in the order in which they were sent; each stands or falls alone.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetDisabledResult {
    /// Refuses all sign-ins of an account, whose data stays, or lets it sign in again.
    pub set_disabled: Option<SetDisabled>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for SetDisabledResult {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            set_disabled: take_nullable(&mut members, "setDisabled")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put_nullable(&mut members, "setDisabled", &self.set_disabled);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(SetDisabledResult);

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetDisabled {
    pub principal: Option<SetDisabledPrincipal>,
    pub errors: Vec<SetDisabledErrors>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for SetDisabled {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            principal: take_nullable(&mut members, "principal")?,
            errors: take(&mut members, "errors")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put_nullable(&mut members, "principal", &self.principal);
        put(&mut members, "errors", &self.errors);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(SetDisabled);

/// Why nothing was changed, and which part of the input is to blame.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetDisabledErrors {
    pub code: GraphErrorCode,
    pub field: Option<String>,
    pub message: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for SetDisabledErrors {
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

serde_through_json!(SetDisabledErrors);

/// A user, a group, a room or a resource.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetDisabledPrincipal {
    pub id: String,
    pub disabled: bool,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for SetDisabledPrincipal {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            disabled: take(&mut members, "disabled")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "disabled", &self.disabled);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(SetDisabledPrincipal);
