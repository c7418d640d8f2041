// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;

use super::*;

/// A page of people, groups, rooms and resources.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PrincipalPage {
    pub items: Vec<Principal>,
    /// What `cursor` takes for the next page; null on the last one.
    pub next: Option<String>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for PrincipalPage {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            items: take(&mut members, "items")?,
            next: take_nullable(&mut members, "next")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "items", &self.items);
        put_nullable(&mut members, "next", &self.next);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(PrincipalPage);
