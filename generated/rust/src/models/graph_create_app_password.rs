// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;

use super::*;

/// Changes, made in the order in which they were sent; each stands or falls alone.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateAppPasswordResult {
    /// Makes a password of its own for one client.
    pub create_app_password: Option<CreateAppPassword>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for CreateAppPasswordResult {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            create_app_password: take_nullable(&mut members, "createAppPassword")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put_nullable(&mut members, "createAppPassword", &self.create_app_password);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(CreateAppPasswordResult);

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateAppPassword {
    pub new_app_password: Option<CreateAppPasswordNewAppPassword>,
    pub errors: Vec<CreateAppPasswordErrors>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for CreateAppPassword {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            new_app_password: take_nullable(&mut members, "newAppPassword")?,
            errors: take(&mut members, "errors")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put_nullable(&mut members, "newAppPassword", &self.new_app_password);
        put(&mut members, "errors", &self.errors);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(CreateAppPassword);

/// Why nothing was changed, and which part of the input is to blame.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateAppPasswordErrors {
    pub code: GraphErrorCode,
    pub field: Option<String>,
    pub message: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for CreateAppPasswordErrors {
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

serde_through_json!(CreateAppPasswordErrors);

/// An app password, which is told this once.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateAppPasswordNewAppPassword {
    pub label: String,
    pub secret: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for CreateAppPasswordNewAppPassword {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            label: take(&mut members, "label")?,
            secret: take(&mut members, "secret")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "label", &self.label);
        put(&mut members, "secret", &self.secret);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(CreateAppPasswordNewAppPassword);
