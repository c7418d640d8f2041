// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;
use crate::runtime::presence::Patch;

/// A webhook to be made.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NewWebhook {
    /// Where it sends to, with https.
    pub url: String,
    /// What it is for.
    pub name: Patch<String>,
    /// What it sends, such as `event.created`, or `event.*` for whatever happens to events; null
    /// for everything.
    pub types: Patch<Vec<String>>,
    /// The collections whose changes it sends; null for all that one sees.
    pub collections: Patch<Vec<String>>,
    /// Whether it is switched on; null for true.
    pub active: Patch<bool>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl NewWebhook {
    /// Takes what must be there.
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            name: Patch::Absent,
            types: Patch::Absent,
            collections: Patch::Absent,
            active: Patch::Absent,
            extra: Map::new(),
        }
    }

    /// Where it sends to, with https.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = url.into();
        self
    }

    /// What it is for.
    #[must_use]
    pub fn name(mut self, name: impl Into<Patch<String>>) -> Self {
        self.name = name.into();
        self
    }

    /// What it sends, such as `event.created`, or `event.*` for whatever happens to events; null
    /// for everything.
    #[must_use]
    pub fn types(mut self, types: impl Into<Patch<Vec<String>>>) -> Self {
        self.types = types.into();
        self
    }

    /// The collections whose changes it sends; null for all that one sees.
    #[must_use]
    pub fn collections(mut self, collections: impl Into<Patch<Vec<String>>>) -> Self {
        self.collections = collections.into();
        self
    }

    /// Whether it is switched on; null for true.
    #[must_use]
    pub fn active(mut self, active: impl Into<Patch<bool>>) -> Self {
        self.active = active.into();
        self
    }
}

impl Json for NewWebhook {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            url: take(&mut members, "url")?,
            name: take(&mut members, "name")?,
            types: take(&mut members, "types")?,
            collections: take(&mut members, "collections")?,
            active: take(&mut members, "active")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "url", &self.url);
        put(&mut members, "name", &self.name);
        put(&mut members, "types", &self.types);
        put(&mut members, "collections", &self.collections);
        put(&mut members, "active", &self.active);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(NewWebhook);
