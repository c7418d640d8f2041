// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;
use crate::runtime::timestamp::Timestamp;

/// Where changes are sent.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Webhook {
    /// Identifies an object for as long as it exists.
    pub id: String,
    /// What it is for.
    pub name: String,
    /// Where it sends to.
    pub url: String,
    /// What it sends; null for everything.
    pub types: Option<Vec<String>>,
    /// The collections whose changes it sends; null for all that one sees.
    pub collections: Option<Vec<String>>,
    /// Whether it is switched on.
    pub active: bool,
    /// Why it is not.
    pub reason: Option<String>,
    /// When it was made.
    pub created: Timestamp,
    /// When it was changed.
    pub changed: Timestamp,
    /// Since when nothing arrived.
    pub failing_since: Option<Timestamp>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Webhook {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            name: take(&mut members, "name")?,
            url: take(&mut members, "url")?,
            types: take_nullable(&mut members, "types")?,
            collections: take_nullable(&mut members, "collections")?,
            active: take(&mut members, "active")?,
            reason: take_nullable(&mut members, "reason")?,
            created: take(&mut members, "created")?,
            changed: take(&mut members, "changed")?,
            failing_since: take_nullable(&mut members, "failingSince")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "name", &self.name);
        put(&mut members, "url", &self.url);
        put_nullable(&mut members, "types", &self.types);
        put_nullable(&mut members, "collections", &self.collections);
        put(&mut members, "active", &self.active);
        put_nullable(&mut members, "reason", &self.reason);
        put(&mut members, "created", &self.created);
        put(&mut members, "changed", &self.changed);
        put_nullable(&mut members, "failingSince", &self.failing_since);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Webhook);
