// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;

use super::*;

/// What an event is to be.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CalendarEventChange {
    /// An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs
    /// want; others may be sent and are told.
    pub data: JsCalendar,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl CalendarEventChange {
    /// Takes what must be there.
    pub fn new(data: JsCalendar) -> Self {
        Self {
            data,
            extra: Map::new(),
        }
    }

    /// An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs
    /// want; others may be sent and are told.
    #[must_use]
    pub fn data(mut self, data: JsCalendar) -> Self {
        self.data = data;
        self
    }
}

impl Json for CalendarEventChange {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            data: take(&mut members, "data")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "data", &self.data);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(CalendarEventChange);
