// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;

use super::*;

/// A page of changes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChangePage {
    /// The changes.
    pub items: Vec<Change>,
    /// The cursor of the next page; null where there is no more for now.
    pub next: Option<String>,
    /// Where to go on later.
    pub cursor: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for ChangePage {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            items: take(&mut members, "items")?,
            next: take_nullable(&mut members, "next")?,
            cursor: take(&mut members, "cursor")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "items", &self.items);
        put_nullable(&mut members, "next", &self.next);
        put(&mut members, "cursor", &self.cursor);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(ChangePage);
