// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;
use crate::runtime::timestamp::Timestamp;

use super::*;

/// When somebody is busy.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FreeBusy {
    /// A moment in UTC (RFC 3339).
    pub from: Timestamp,
    /// A moment in UTC (RFC 3339).
    pub to: Timestamp,
    pub periods: Vec<BusyPeriod>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for FreeBusy {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            from: take(&mut members, "from")?,
            to: take(&mut members, "to")?,
            periods: take(&mut members, "periods")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "from", &self.from);
        put(&mut members, "to", &self.to);
        put(&mut members, "periods", &self.periods);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(FreeBusy);
