// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;

/// What became of an object of a file.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ImportedObject {
    /// Where it is or would be in DAV.
    pub href: String,
    /// Its UID.
    pub uid: String,
    /// 201 for created, 204 for updated, 304 for unchanged, else why it was refused.
    pub status: i64,
    /// A sentence.
    pub error: Option<String>,
    /// The precondition that does not hold, as `{namespace}name`.
    pub condition: Option<String>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for ImportedObject {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            href: take(&mut members, "href")?,
            uid: take(&mut members, "uid")?,
            status: take(&mut members, "status")?,
            error: take(&mut members, "error")?,
            condition: take(&mut members, "condition")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "href", &self.href);
        put(&mut members, "uid", &self.uid);
        put(&mut members, "status", &self.status);
        put(&mut members, "error", &self.error);
        put(&mut members, "condition", &self.condition);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(ImportedObject);
