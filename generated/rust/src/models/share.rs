// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;

use super::*;

/// What somebody was offered of a calendar or an address book.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Share {
    /// Identifies an object for as long as it exists.
    pub collection: String,
    /// A person, a group, a room or a resource.
    pub account: Principal,
    /// What a share gives: when somebody is busy, everything to read, or everything to read and to
    /// change.
    pub access: ShareAccess,
    /// What the invitation calls it.
    pub summary: String,
    /// What everybody who was invited made of it.
    pub answers: Vec<ShareAnswer>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Share {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            collection: take(&mut members, "collection")?,
            account: take(&mut members, "account")?,
            access: take(&mut members, "access")?,
            summary: take(&mut members, "summary")?,
            answers: take(&mut members, "answers")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "collection", &self.collection);
        put(&mut members, "account", &self.account);
        put(&mut members, "access", &self.access);
        put(&mut members, "summary", &self.summary);
        put(&mut members, "answers", &self.answers);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Share);
