// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;

/// What the server takes, in bytes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SessionLimits {
    /// The largest event or contact.
    pub object_size: i64,
    /// The largest file; null without a limit.
    pub file_size: Option<i64>,
    /// The largest file of events or contacts to import.
    pub import_size: i64,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for SessionLimits {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            object_size: take(&mut members, "objectSize")?,
            file_size: take_nullable(&mut members, "fileSize")?,
            import_size: take(&mut members, "importSize")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "objectSize", &self.object_size);
        put_nullable(&mut members, "fileSize", &self.file_size);
        put(&mut members, "importSize", &self.import_size);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(SessionLimits);
