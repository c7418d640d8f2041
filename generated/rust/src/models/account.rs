// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;
use crate::runtime::timestamp::Timestamp;

use super::*;

/// An account with all that is known of it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Account {
    /// Identifies an object for as long as it exists.
    pub id: String,
    /// What sort of a principal it is.
    pub kind: PrincipalKind,
    /// The name one signs in with.
    pub name: String,
    /// The name to show.
    pub display_name: String,
    /// Its address, if it has one.
    pub email: Option<String>,
    /// What an account may do beside what is its own.
    pub role: Role,
    /// Whether it may not sign in.
    pub disabled: bool,
    /// Its path in WebDAV.
    pub href: String,
    /// A moment in UTC (RFC 3339).
    pub created: Timestamp,
    /// A moment in UTC (RFC 3339).
    pub changed: Timestamp,
    /// Bytes that an account uses, and may use.
    pub quota: Quota,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Account {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            kind: take(&mut members, "kind")?,
            name: take(&mut members, "name")?,
            display_name: take(&mut members, "displayName")?,
            email: take_nullable(&mut members, "email")?,
            role: take(&mut members, "role")?,
            disabled: take(&mut members, "disabled")?,
            href: take(&mut members, "href")?,
            created: take(&mut members, "created")?,
            changed: take(&mut members, "changed")?,
            quota: take(&mut members, "quota")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "kind", &self.kind);
        put(&mut members, "name", &self.name);
        put(&mut members, "displayName", &self.display_name);
        put_nullable(&mut members, "email", &self.email);
        put(&mut members, "role", &self.role);
        put(&mut members, "disabled", &self.disabled);
        put(&mut members, "href", &self.href);
        put(&mut members, "created", &self.created);
        put(&mut members, "changed", &self.changed);
        put(&mut members, "quota", &self.quota);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Account);
