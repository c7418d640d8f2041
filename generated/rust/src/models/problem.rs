// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;

use super::*;

/// Why a request was refused (RFC 9457).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// The kind of problem, one of `x-problem-types`.
    pub type_: String,
    /// The kind of problem for people.
    pub title: String,
    /// The status of the answer.
    pub status: i64,
    /// What is wrong with this request.
    pub detail: String,
    /// The precondition that does not hold, as `{namespace}name`.
    pub condition: Option<String>,
    /// Where the input is wrong.
    pub errors: Option<Vec<ProblemError>>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Problem {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            type_: take(&mut members, "type")?,
            title: take(&mut members, "title")?,
            status: take(&mut members, "status")?,
            detail: take(&mut members, "detail")?,
            condition: take(&mut members, "condition")?,
            errors: take(&mut members, "errors")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "type", &self.type_);
        put(&mut members, "title", &self.title);
        put(&mut members, "status", &self.status);
        put(&mut members, "detail", &self.detail);
        put(&mut members, "condition", &self.condition);
        put(&mut members, "errors", &self.errors);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Problem);
