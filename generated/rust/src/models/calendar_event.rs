// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;
use crate::runtime::presence::Patch;
use crate::runtime::timestamp::Timestamp;

use super::*;

/// An event, task or journal, or an instance of one.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CalendarEvent {
    /// Identifies an object for as long as it exists.
    pub id: String,
    /// The last segment of its path in CalDAV.
    pub name: String,
    /// Its path in CalDAV.
    pub href: String,
    /// Identifies an object for as long as it exists.
    pub collection: String,
    /// Its entity tag, for If-Match.
    pub etag: String,
    /// The bytes of its iCalendar.
    pub size: i64,
    /// A moment in UTC (RFC 3339).
    pub created: Timestamp,
    /// A moment in UTC (RFC 3339).
    pub modified: Timestamp,
    /// Its UID.
    pub uid: String,
    /// A kind of component of iCalendar.
    pub component: CalendarComponent,
    /// An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs
    /// want; others may be sent and are told.
    pub data: Option<JsCalendar>,
    /// Of an instance of a series, which one it is, in local time.
    pub recurrence_id: Patch<String>,
    /// A moment in UTC (RFC 3339).
    pub start: Option<Timestamp>,
    /// A moment in UTC (RFC 3339).
    pub end: Option<Timestamp>,
    /// Of an instance, whether it lasts whole days.
    pub all_day: Option<bool>,
    /// Of an instance, whether it is other than the series says.
    pub changed: Option<bool>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for CalendarEvent {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            name: take(&mut members, "name")?,
            href: take(&mut members, "href")?,
            collection: take(&mut members, "collection")?,
            etag: take(&mut members, "etag")?,
            size: take(&mut members, "size")?,
            created: take(&mut members, "created")?,
            modified: take(&mut members, "modified")?,
            uid: take(&mut members, "uid")?,
            component: take(&mut members, "component")?,
            data: take(&mut members, "data")?,
            recurrence_id: take(&mut members, "recurrenceId")?,
            start: take(&mut members, "start")?,
            end: take(&mut members, "end")?,
            all_day: take(&mut members, "allDay")?,
            changed: take(&mut members, "changed")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "name", &self.name);
        put(&mut members, "href", &self.href);
        put(&mut members, "collection", &self.collection);
        put(&mut members, "etag", &self.etag);
        put(&mut members, "size", &self.size);
        put(&mut members, "created", &self.created);
        put(&mut members, "modified", &self.modified);
        put(&mut members, "uid", &self.uid);
        put(&mut members, "component", &self.component);
        put(&mut members, "data", &self.data);
        put(&mut members, "recurrenceId", &self.recurrence_id);
        put(&mut members, "start", &self.start);
        put(&mut members, "end", &self.end);
        put(&mut members, "allDay", &self.all_day);
        put(&mut members, "changed", &self.changed);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(CalendarEvent);
