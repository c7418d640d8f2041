// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::{open_text, serde_through_json};

use super::*;

/// What events must be.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct EventQuery {
    /// A moment as RFC 3339 has it, or a date, which stands for its beginning in UTC.
    pub from: Option<String>,
    /// A moment as RFC 3339 has it, or a date, which stands for its beginning in UTC.
    pub to: Option<String>,
    /// Whether each instance is an entry of its own.
    pub expand: Option<bool>,
    /// Whether entries have `data`.
    pub data: Option<bool>,
    /// What title, description or location must contain.
    pub text: Option<String>,
    /// A kind of component of iCalendar.
    pub component: Option<CalendarComponent>,
    /// The UID that it must have.
    pub uid: Option<String>,
    /// Categories that it must have, all of them.
    pub categories: Option<Vec<String>>,
    /// The address of somebody who must be among organizer and participants.
    pub participant: Option<String>,
    /// The status that it must have, one of these; one without a status is confirmed.
    pub status: Option<Vec<EventQueryStatusItem>>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl EventQuery {
    /// Nothing is set.
    pub fn new() -> Self {
        Self::default()
    }

    /// A moment as RFC 3339 has it, or a date, which stands for its beginning in UTC.
    #[must_use]
    pub fn from(mut self, from: impl Into<String>) -> Self {
        self.from = Some(from.into());
        self
    }

    /// A moment as RFC 3339 has it, or a date, which stands for its beginning in UTC.
    #[must_use]
    pub fn to(mut self, to: impl Into<String>) -> Self {
        self.to = Some(to.into());
        self
    }

    /// Whether each instance is an entry of its own.
    #[must_use]
    pub fn expand(mut self, expand: bool) -> Self {
        self.expand = Some(expand);
        self
    }

    /// Whether entries have `data`.
    #[must_use]
    pub fn data(mut self, data: bool) -> Self {
        self.data = Some(data);
        self
    }

    /// What title, description or location must contain.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// A kind of component of iCalendar.
    #[must_use]
    pub fn component(mut self, component: impl Into<CalendarComponent>) -> Self {
        self.component = Some(component.into());
        self
    }

    /// The UID that it must have.
    #[must_use]
    pub fn uid(mut self, uid: impl Into<String>) -> Self {
        self.uid = Some(uid.into());
        self
    }

    /// Categories that it must have, all of them.
    #[must_use]
    pub fn categories(mut self, categories: Vec<String>) -> Self {
        self.categories = Some(categories);
        self
    }

    /// The address of somebody who must be among organizer and participants.
    #[must_use]
    pub fn participant(mut self, participant: impl Into<String>) -> Self {
        self.participant = Some(participant.into());
        self
    }

    /// The status that it must have, one of these; one without a status is confirmed.
    #[must_use]
    pub fn status(mut self, status: Vec<EventQueryStatusItem>) -> Self {
        self.status = Some(status);
        self
    }
}

impl Json for EventQuery {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            from: take(&mut members, "from")?,
            to: take(&mut members, "to")?,
            expand: take(&mut members, "expand")?,
            data: take(&mut members, "data")?,
            text: take(&mut members, "text")?,
            component: take(&mut members, "component")?,
            uid: take(&mut members, "uid")?,
            categories: take(&mut members, "categories")?,
            participant: take(&mut members, "participant")?,
            status: take(&mut members, "status")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "from", &self.from);
        put(&mut members, "to", &self.to);
        put(&mut members, "expand", &self.expand);
        put(&mut members, "data", &self.data);
        put(&mut members, "text", &self.text);
        put(&mut members, "component", &self.component);
        put(&mut members, "uid", &self.uid);
        put(&mut members, "categories", &self.categories);
        put(&mut members, "participant", &self.participant);
        put(&mut members, "status", &self.status);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(EventQuery);

#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum EventQueryStatusItem {
    Confirmed,
    Tentative,
    Cancelled,
    NeedsAction,
    InProcess,
    Completed,
    Draft,
    Final,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    EventQueryStatusItem {
        Confirmed = "confirmed",
        Tentative = "tentative",
        Cancelled = "cancelled",
        NeedsAction = "needs-action",
        InProcess = "in-process",
        Completed = "completed",
        Draft = "draft",
        Final = "final",
    }
}
