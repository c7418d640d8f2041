// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;

use super::*;

/// Changes, made in the order in which they were sent; each stands or falls alone.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdatePrincipalResult {
    /// Changes what it is known by, or its quota.
    pub update_principal: Option<UpdatePrincipal>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for UpdatePrincipalResult {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            update_principal: take_nullable(&mut members, "updatePrincipal")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put_nullable(&mut members, "updatePrincipal", &self.update_principal);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(UpdatePrincipalResult);

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdatePrincipal {
    pub principal: Option<UpdatePrincipal2>,
    pub errors: Vec<UpdatePrincipalErrors>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for UpdatePrincipal {
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

serde_through_json!(UpdatePrincipal);

/// Why nothing was changed, and which part of the input is to blame.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdatePrincipalErrors {
    pub code: GraphErrorCode,
    pub field: Option<String>,
    pub message: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for UpdatePrincipalErrors {
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

serde_through_json!(UpdatePrincipalErrors);

/// A user, a group, a room or a resource.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdatePrincipal2 {
    pub id: String,
    pub name: String,
    pub display_name: String,
    pub email: String,
    pub quota: UpdatePrincipalQuota,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for UpdatePrincipal2 {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            name: take(&mut members, "name")?,
            display_name: take(&mut members, "displayName")?,
            email: take(&mut members, "email")?,
            quota: take(&mut members, "quota")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "name", &self.name);
        put(&mut members, "displayName", &self.display_name);
        put(&mut members, "email", &self.email);
        put(&mut members, "quota", &self.quota);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(UpdatePrincipal2);

/// Bytes that an account uses, and may use.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdatePrincipalQuota {
    pub used: i64,
    /// What counts; null where there is no limit.
    pub limit: Option<i64>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for UpdatePrincipalQuota {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            used: take(&mut members, "used")?,
            limit: take_nullable(&mut members, "limit")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "used", &self.used);
        put_nullable(&mut members, "limit", &self.limit);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(UpdatePrincipalQuota);
