// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;
use crate::runtime::timestamp::Timestamp;

/// An instance of an event.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Occurrence {
    /// Which instance of a series it is, in local time.
    pub recurrence_id: Option<String>,
    /// A moment in UTC (RFC 3339).
    pub start: Timestamp,
    /// A moment in UTC (RFC 3339).
    pub end: Timestamp,
    /// Whether it lasts whole days.
    pub all_day: bool,
    /// Whether it is other than the series says.
    pub changed: bool,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Occurrence {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            recurrence_id: take_nullable(&mut members, "recurrenceId")?,
            start: take(&mut members, "start")?,
            end: take(&mut members, "end")?,
            all_day: take(&mut members, "allDay")?,
            changed: take(&mut members, "changed")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put_nullable(&mut members, "recurrenceId", &self.recurrence_id);
        put(&mut members, "start", &self.start);
        put(&mut members, "end", &self.end);
        put(&mut members, "allDay", &self.all_day);
        put(&mut members, "changed", &self.changed);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Occurrence);
