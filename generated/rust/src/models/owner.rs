// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;

/// Whose something is.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Owner {
    /// Identifies an object for as long as it exists.
    pub id: String,
    /// The name of the account.
    pub name: String,
    /// The name to show.
    pub display_name: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Owner {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            name: take(&mut members, "name")?,
            display_name: take(&mut members, "displayName")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "name", &self.name);
        put(&mut members, "displayName", &self.display_name);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Owner);
