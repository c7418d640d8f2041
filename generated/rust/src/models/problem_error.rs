// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;

/// A place in the input and what is wrong there.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ProblemError {
    /// A JSON Pointer into the body; for parameters `/query/NAME`, `/path/NAME` or `/header/NAME`.
    pub pointer: String,
    /// A sentence.
    pub detail: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for ProblemError {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            pointer: take(&mut members, "pointer")?,
            detail: take(&mut members, "detail")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "pointer", &self.pointer);
        put(&mut members, "detail", &self.detail);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(ProblemError);
