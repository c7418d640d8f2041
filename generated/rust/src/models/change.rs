// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;
use crate::runtime::timestamp::Timestamp;

use super::*;

/// That something changed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Change {
    /// The place in the feed behind this change.
    pub cursor: String,
    /// What happened to what. What is moved is deleted in one place and created, with the same id,
    /// in another; a collection of somebody else that appears among one's own is shared, and one
    /// that goes is unshared.
    pub type_: ChangeType,
    /// Identifies an object for as long as it exists.
    pub id: String,
    /// Identifies an object for as long as it exists.
    pub collection: String,
    /// Identifies an object for as long as it exists.
    pub account: String,
    /// Where it is
    pub href: String,
    /// Its entity tag as it is now, in its quotes; null for a collection, which has none, and where
    /// it is gone.
    pub etag: Option<String>,
    /// When it happened.
    pub time: Timestamp,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Change {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            cursor: take(&mut members, "cursor")?,
            type_: take(&mut members, "type")?,
            id: take(&mut members, "id")?,
            collection: take(&mut members, "collection")?,
            account: take(&mut members, "account")?,
            href: take(&mut members, "href")?,
            etag: take_nullable(&mut members, "etag")?,
            time: take(&mut members, "time")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "cursor", &self.cursor);
        put(&mut members, "type", &self.type_);
        put(&mut members, "id", &self.id);
        put(&mut members, "collection", &self.collection);
        put(&mut members, "account", &self.account);
        put(&mut members, "href", &self.href);
        put_nullable(&mut members, "etag", &self.etag);
        put(&mut members, "time", &self.time);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Change);
