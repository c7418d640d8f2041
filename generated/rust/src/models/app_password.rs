// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;
use crate::runtime::timestamp::Timestamp;

use super::*;

/// A password of its own for one client.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AppPassword {
    /// Identifies an object for as long as it exists.
    pub id: String,
    /// What it is for.
    pub label: String,
    /// What an app password may be used for.
    pub scope: AppPasswordScope,
    /// A moment in UTC (RFC 3339).
    pub created: Timestamp,
    /// When it ends; null for never.
    pub expires: Option<Timestamp>,
    /// To the hour or so; null before it was used.
    pub last_used: Option<Timestamp>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for AppPassword {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            label: take(&mut members, "label")?,
            scope: take(&mut members, "scope")?,
            created: take(&mut members, "created")?,
            expires: take_nullable(&mut members, "expires")?,
            last_used: take_nullable(&mut members, "lastUsed")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "label", &self.label);
        put(&mut members, "scope", &self.scope);
        put(&mut members, "created", &self.created);
        put_nullable(&mut members, "expires", &self.expires);
        put_nullable(&mut members, "lastUsed", &self.last_used);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(AppPassword);
