// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;
use crate::runtime::timestamp::Timestamp;

use super::*;

/// A token with what it is, which is told this once.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MadeToken {
    /// Identifies an object for as long as it exists.
    pub id: String,
    /// What it is for.
    pub name: String,
    /// What it opens.
    pub scopes: Vec<Scope>,
    /// When it was made.
    pub created: Timestamp,
    /// When it ends; null for never.
    pub expires: Option<Timestamp>,
    /// To the hour or so; null where it was never used.
    pub last_used: Option<Timestamp>,
    /// What is sent as `Authorization: Bearer …`.
    pub token: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for MadeToken {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            name: take(&mut members, "name")?,
            scopes: take(&mut members, "scopes")?,
            created: take(&mut members, "created")?,
            expires: take_nullable(&mut members, "expires")?,
            last_used: take_nullable(&mut members, "lastUsed")?,
            token: take(&mut members, "token")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "name", &self.name);
        put(&mut members, "scopes", &self.scopes);
        put(&mut members, "created", &self.created);
        put_nullable(&mut members, "expires", &self.expires);
        put_nullable(&mut members, "lastUsed", &self.last_used);
        put(&mut members, "token", &self.token);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(MadeToken);
