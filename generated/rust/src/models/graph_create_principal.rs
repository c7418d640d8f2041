// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;

use super::*;

/// Changes, made in the order in which they were sent; each stands or falls alone.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreatePrincipalResult {
    /// Makes an account with its homes.
    pub create_principal: Option<CreatePrincipal>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for CreatePrincipalResult {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            create_principal: take_nullable(&mut members, "createPrincipal")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put_nullable(&mut members, "createPrincipal", &self.create_principal);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(CreatePrincipalResult);

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreatePrincipal {
    pub principal: Option<CreatePrincipal2>,
    pub errors: Vec<CreatePrincipalErrors>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for CreatePrincipal {
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

serde_through_json!(CreatePrincipal);

/// Why nothing was changed, and which part of the input is to blame.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreatePrincipalErrors {
    pub code: GraphErrorCode,
    pub field: Option<String>,
    pub message: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for CreatePrincipalErrors {
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

serde_through_json!(CreatePrincipalErrors);

/// A user, a group, a room or a resource.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreatePrincipal2 {
    pub id: String,
    pub name: String,
    pub display_name: String,
    /// Its URL for WebDAV.
    pub href: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for CreatePrincipal2 {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            name: take(&mut members, "name")?,
            display_name: take(&mut members, "displayName")?,
            href: take(&mut members, "href")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "name", &self.name);
        put(&mut members, "displayName", &self.display_name);
        put(&mut members, "href", &self.href);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(CreatePrincipal2);
