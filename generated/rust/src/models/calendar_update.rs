// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;
use crate::runtime::presence::Patch;

/// What to change of a calendar.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CalendarUpdate {
    /// The name to show.
    pub display_name: Option<String>,
    /// What it is for.
    pub description: Patch<String>,
    /// A colour, as `#RRGGBB` or `#RRGGBBAA`.
    pub color: Patch<String>,
    /// The IANA name of a time zone.
    pub time_zone: Patch<String>,
    /// Whether what it holds makes its owner busy.
    pub counts_as_busy: Option<bool>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl CalendarUpdate {
    /// Nothing is set.
    pub fn new() -> Self {
        Self::default()
    }

    /// The name to show.
    #[must_use]
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// What it is for.
    #[must_use]
    pub fn description(mut self, description: impl Into<Patch<String>>) -> Self {
        self.description = description.into();
        self
    }

    /// A colour, as `#RRGGBB` or `#RRGGBBAA`.
    #[must_use]
    pub fn color(mut self, color: impl Into<Patch<String>>) -> Self {
        self.color = color.into();
        self
    }

    /// The IANA name of a time zone.
    #[must_use]
    pub fn time_zone(mut self, time_zone: impl Into<Patch<String>>) -> Self {
        self.time_zone = time_zone.into();
        self
    }

    /// Whether what it holds makes its owner busy.
    #[must_use]
    pub fn counts_as_busy(mut self, counts_as_busy: bool) -> Self {
        self.counts_as_busy = Some(counts_as_busy);
        self
    }
}

impl Json for CalendarUpdate {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            display_name: take(&mut members, "displayName")?,
            description: take(&mut members, "description")?,
            color: take(&mut members, "color")?,
            time_zone: take(&mut members, "timeZone")?,
            counts_as_busy: take(&mut members, "countsAsBusy")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "displayName", &self.display_name);
        put(&mut members, "description", &self.description);
        put(&mut members, "color", &self.color);
        put(&mut members, "timeZone", &self.time_zone);
        put(&mut members, "countsAsBusy", &self.counts_as_busy);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(CalendarUpdate);
