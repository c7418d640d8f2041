// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;

use super::*;

/// What became of the objects of a file.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ImportReport {
    pub created: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub refused: i64,
    pub objects: Vec<ImportedObject>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for ImportReport {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            created: take(&mut members, "created")?,
            updated: take(&mut members, "updated")?,
            unchanged: take(&mut members, "unchanged")?,
            refused: take(&mut members, "refused")?,
            objects: take(&mut members, "objects")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "created", &self.created);
        put(&mut members, "updated", &self.updated);
        put(&mut members, "unchanged", &self.unchanged);
        put(&mut members, "refused", &self.refused);
        put(&mut members, "objects", &self.objects);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(ImportReport);
