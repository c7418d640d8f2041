// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;

use super::*;

/// A person, a group, a room or a resource.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Principal {
    /// Identifies an object for as long as it exists.
    pub id: String,
    /// The name of the account.
    pub name: String,
    /// The name to show.
    pub display_name: String,
    /// Its address, if it has one.
    pub email: Option<String>,
    /// What sort of a principal it is.
    pub kind: PrincipalKind,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Principal {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            name: take(&mut members, "name")?,
            display_name: take(&mut members, "displayName")?,
            email: take_nullable(&mut members, "email")?,
            kind: take(&mut members, "kind")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "name", &self.name);
        put(&mut members, "displayName", &self.display_name);
        put_nullable(&mut members, "email", &self.email);
        put(&mut members, "kind", &self.kind);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Principal);
