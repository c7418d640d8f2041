// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;

use super::*;

/// Administrators and auditors ask for everything, everybody else for what is their own.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MeResult {
    /// Who asks.
    pub me: Me,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for MeResult {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            me: take(&mut members, "me")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "me", &self.me);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(MeResult);

/// A user, a group, a room or a resource.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Me {
    pub id: String,
    pub name: String,
    pub display_name: String,
    pub email: String,
    pub kind: GraphKind,
    pub role: GraphRole,
    pub quota: MeQuota,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Me {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            name: take(&mut members, "name")?,
            display_name: take(&mut members, "displayName")?,
            email: take(&mut members, "email")?,
            kind: take(&mut members, "kind")?,
            role: take(&mut members, "role")?,
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
        put(&mut members, "kind", &self.kind);
        put(&mut members, "role", &self.role);
        put(&mut members, "quota", &self.quota);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Me);

/// Bytes that an account uses, and may use.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MeQuota {
    pub used: i64,
    /// What counts; null where there is no limit.
    pub limit: Option<i64>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for MeQuota {
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

serde_through_json!(MeQuota);
