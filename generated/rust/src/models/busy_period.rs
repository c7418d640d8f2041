// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::{open_text, serde_through_json};
use crate::runtime::timestamp::Timestamp;

/// A time of which somebody is not free.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BusyPeriod {
    /// A moment in UTC (RFC 3339).
    pub start: Timestamp,
    /// A moment in UTC (RFC 3339).
    pub end: Timestamp,
    /// How sure it is.
    pub status: BusyPeriodStatus,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for BusyPeriod {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            start: take(&mut members, "start")?,
            end: take(&mut members, "end")?,
            status: take(&mut members, "status")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "start", &self.start);
        put(&mut members, "end", &self.end);
        put(&mut members, "status", &self.status);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(BusyPeriod);

/// How sure it is.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum BusyPeriodStatus {
    Busy,
    Tentative,
    Unavailable,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    BusyPeriodStatus {
        Busy = "busy",
        Tentative = "tentative",
        Unavailable = "unavailable",
    }
}
