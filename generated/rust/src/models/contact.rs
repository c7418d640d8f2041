// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;
use crate::runtime::timestamp::Timestamp;

use super::*;

/// A person, a group or whatever else has a card.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Contact {
    /// Identifies an object for as long as it exists.
    pub id: String,
    /// The last segment of its path in CardDAV.
    pub name: String,
    /// Its path in CardDAV.
    pub href: String,
    /// Identifies an object for as long as it exists.
    pub collection: String,
    /// Its entity tag, for If-Match.
    pub etag: String,
    /// The bytes of its vCard.
    pub size: i64,
    /// A moment in UTC (RFC 3339).
    pub created: Timestamp,
    /// A moment in UTC (RFC 3339).
    pub modified: Timestamp,
    /// Its UID, of a UUID without its URN.
    pub uid: Option<String>,
    /// A Card of JSContact (RFC 9553). The members here are those that most programs want; others
    /// may be sent and are told.
    pub data: Option<JsContact>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Contact {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            name: take(&mut members, "name")?,
            href: take(&mut members, "href")?,
            collection: take(&mut members, "collection")?,
            etag: take(&mut members, "etag")?,
            size: take(&mut members, "size")?,
            created: take(&mut members, "created")?,
            modified: take(&mut members, "modified")?,
            uid: take_nullable(&mut members, "uid")?,
            data: take(&mut members, "data")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "name", &self.name);
        put(&mut members, "href", &self.href);
        put(&mut members, "collection", &self.collection);
        put(&mut members, "etag", &self.etag);
        put(&mut members, "size", &self.size);
        put(&mut members, "created", &self.created);
        put(&mut members, "modified", &self.modified);
        put_nullable(&mut members, "uid", &self.uid);
        put(&mut members, "data", &self.data);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Contact);
