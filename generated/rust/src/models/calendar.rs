// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;
use crate::runtime::timestamp::Timestamp;

use super::*;

/// A calendar, without what it holds.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Calendar {
    /// Identifies an object for as long as it exists.
    pub id: String,
    /// The last segment of its path in CalDAV.
    pub name: String,
    /// Its path in CalDAV.
    pub href: String,
    /// The name to show.
    pub display_name: String,
    /// Whose something is.
    pub owner: Owner,
    /// Whether it belongs to whoever asks.
    pub mine: bool,
    /// Whether every account has it from the start.
    pub default_: bool,
    /// What whoever asks may do with it.
    pub rights: Vec<Right>,
    /// A moment in UTC (RFC 3339).
    pub created: Timestamp,
    /// What it is for.
    pub description: Option<String>,
    /// Its colour, as `#RRGGBB` or `#RRGGBBAA`.
    pub color: Option<String>,
    /// The time zone of times without one, by its IANA name.
    pub time_zone: Option<String>,
    /// The kinds of components of iCalendar that it can hold.
    pub components: Vec<CalendarComponent>,
    /// Whether what it holds makes its owner busy.
    pub counts_as_busy: bool,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Calendar {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            name: take(&mut members, "name")?,
            href: take(&mut members, "href")?,
            display_name: take(&mut members, "displayName")?,
            owner: take(&mut members, "owner")?,
            mine: take(&mut members, "mine")?,
            default_: take(&mut members, "default")?,
            rights: take(&mut members, "rights")?,
            created: take(&mut members, "created")?,
            description: take_nullable(&mut members, "description")?,
            color: take_nullable(&mut members, "color")?,
            time_zone: take_nullable(&mut members, "timeZone")?,
            components: take(&mut members, "components")?,
            counts_as_busy: take(&mut members, "countsAsBusy")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "name", &self.name);
        put(&mut members, "href", &self.href);
        put(&mut members, "displayName", &self.display_name);
        put(&mut members, "owner", &self.owner);
        put(&mut members, "mine", &self.mine);
        put(&mut members, "default", &self.default_);
        put(&mut members, "rights", &self.rights);
        put(&mut members, "created", &self.created);
        put_nullable(&mut members, "description", &self.description);
        put_nullable(&mut members, "color", &self.color);
        put_nullable(&mut members, "timeZone", &self.time_zone);
        put(&mut members, "components", &self.components);
        put(&mut members, "countsAsBusy", &self.counts_as_busy);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Calendar);
