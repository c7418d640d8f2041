// Rendered from the description of the interface; not for editing.

use std::collections::BTreeMap;

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::{open_text, serde_through_json};
use crate::runtime::presence::Patch;

/// An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want;
/// others may be sent and are told.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct JsCalendar {
    /// What it is.
    pub at_type: Option<JsCalendarAtType>,
    /// Its identifier in all systems; the server makes one for a new object without.
    pub uid: Option<String>,
    /// What it is called.
    pub title: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// Its beginning in local time.
    pub start: Option<String>,
    /// The IANA name of its time zone; null floats with the reader.
    pub time_zone: Patch<String>,
    /// How long it lasts.
    pub duration: Option<String>,
    /// Of a Task, until when, in local time.
    pub due: Option<String>,
    /// Whether it lasts whole days.
    pub show_without_time: Option<bool>,
    /// How sure it is.
    pub status: Option<JsCalendarStatus>,
    /// How far a Task is.
    pub progress: Option<JsCalendarProgress>,
    /// How much of a Task is done.
    pub percent_complete: Option<i64>,
    /// Whether it makes busy.
    pub free_busy_status: Option<JsCalendarFreeBusyStatus>,
    /// How much of it others see.
    pub privacy: Option<JsCalendarPrivacy>,
    /// 1 is the highest, 0 none.
    pub priority: Option<i64>,
    /// A colour for it.
    pub color: Option<String>,
    /// The language of its texts.
    pub locale: Option<String>,
    /// How often it was changed for those invited.
    pub sequence: Option<i64>,
    /// When it was made.
    pub created: Option<String>,
    /// When it was changed.
    pub updated: Option<String>,
    /// What made it.
    pub prod_id: Option<String>,
    /// Keywords by their text.
    pub keywords: Option<BTreeMap<String, bool>>,
    /// Categories by their URI.
    pub categories: Option<BTreeMap<String, bool>>,
    /// Places.
    pub locations: Option<BTreeMap<String, Map>>,
    /// Places to call.
    pub virtual_locations: Option<BTreeMap<String, Map>>,
    /// Files and pages.
    pub links: Option<BTreeMap<String, Map>>,
    /// Who takes part.
    pub participants: Option<BTreeMap<String, Map>>,
    /// Where answers go.
    pub reply_to: Option<BTreeMap<String, String>>,
    /// Reminders.
    pub alerts: Option<BTreeMap<String, Map>>,
    /// When it happens again.
    pub recurrence_rules: Option<Vec<Map>>,
    /// When it does not.
    pub excluded_recurrence_rules: Option<Vec<Map>>,
    /// Instances that differ.
    pub recurrence_overrides: Option<BTreeMap<String, Map>>,
    /// Of an instance alone, which one it is.
    pub recurrence_id: Option<String>,
    /// What it belongs to.
    pub related_to: Option<BTreeMap<String, Map>>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl JsCalendar {
    /// Nothing is set.
    pub fn new() -> Self {
        Self::default()
    }

    /// What it is.
    #[must_use]
    pub fn at_type(mut self, at_type: impl Into<JsCalendarAtType>) -> Self {
        self.at_type = Some(at_type.into());
        self
    }

    /// Its identifier in all systems; the server makes one for a new object without.
    #[must_use]
    pub fn uid(mut self, uid: impl Into<String>) -> Self {
        self.uid = Some(uid.into());
        self
    }

    /// What it is called.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// What it is about.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Its beginning in local time.
    #[must_use]
    pub fn start(mut self, start: impl Into<String>) -> Self {
        self.start = Some(start.into());
        self
    }

    /// The IANA name of its time zone; null floats with the reader.
    #[must_use]
    pub fn time_zone(mut self, time_zone: impl Into<Patch<String>>) -> Self {
        self.time_zone = time_zone.into();
        self
    }

    /// How long it lasts.
    #[must_use]
    pub fn duration(mut self, duration: impl Into<String>) -> Self {
        self.duration = Some(duration.into());
        self
    }

    /// Of a Task, until when, in local time.
    #[must_use]
    pub fn due(mut self, due: impl Into<String>) -> Self {
        self.due = Some(due.into());
        self
    }

    /// Whether it lasts whole days.
    #[must_use]
    pub fn show_without_time(mut self, show_without_time: bool) -> Self {
        self.show_without_time = Some(show_without_time);
        self
    }

    /// How sure it is.
    #[must_use]
    pub fn status(mut self, status: impl Into<JsCalendarStatus>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// How far a Task is.
    #[must_use]
    pub fn progress(mut self, progress: impl Into<JsCalendarProgress>) -> Self {
        self.progress = Some(progress.into());
        self
    }

    /// How much of a Task is done.
    #[must_use]
    pub fn percent_complete(mut self, percent_complete: i64) -> Self {
        self.percent_complete = Some(percent_complete);
        self
    }

    /// Whether it makes busy.
    #[must_use]
    pub fn free_busy_status(
        mut self,
        free_busy_status: impl Into<JsCalendarFreeBusyStatus>,
    ) -> Self {
        self.free_busy_status = Some(free_busy_status.into());
        self
    }

    /// How much of it others see.
    #[must_use]
    pub fn privacy(mut self, privacy: impl Into<JsCalendarPrivacy>) -> Self {
        self.privacy = Some(privacy.into());
        self
    }

    /// 1 is the highest, 0 none.
    #[must_use]
    pub fn priority(mut self, priority: i64) -> Self {
        self.priority = Some(priority);
        self
    }

    /// A colour for it.
    #[must_use]
    pub fn color(mut self, color: impl Into<String>) -> Self {
        self.color = Some(color.into());
        self
    }

    /// The language of its texts.
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }

    /// How often it was changed for those invited.
    #[must_use]
    pub fn sequence(mut self, sequence: i64) -> Self {
        self.sequence = Some(sequence);
        self
    }

    /// When it was made.
    #[must_use]
    pub fn created(mut self, created: impl Into<String>) -> Self {
        self.created = Some(created.into());
        self
    }

    /// When it was changed.
    #[must_use]
    pub fn updated(mut self, updated: impl Into<String>) -> Self {
        self.updated = Some(updated.into());
        self
    }

    /// What made it.
    #[must_use]
    pub fn prod_id(mut self, prod_id: impl Into<String>) -> Self {
        self.prod_id = Some(prod_id.into());
        self
    }

    /// Keywords by their text.
    #[must_use]
    pub fn keywords(mut self, keywords: BTreeMap<String, bool>) -> Self {
        self.keywords = Some(keywords);
        self
    }

    /// Categories by their URI.
    #[must_use]
    pub fn categories(mut self, categories: BTreeMap<String, bool>) -> Self {
        self.categories = Some(categories);
        self
    }

    /// Places.
    #[must_use]
    pub fn locations(mut self, locations: BTreeMap<String, Map>) -> Self {
        self.locations = Some(locations);
        self
    }

    /// Places to call.
    #[must_use]
    pub fn virtual_locations(mut self, virtual_locations: BTreeMap<String, Map>) -> Self {
        self.virtual_locations = Some(virtual_locations);
        self
    }

    /// Files and pages.
    #[must_use]
    pub fn links(mut self, links: BTreeMap<String, Map>) -> Self {
        self.links = Some(links);
        self
    }

    /// Who takes part.
    #[must_use]
    pub fn participants(mut self, participants: BTreeMap<String, Map>) -> Self {
        self.participants = Some(participants);
        self
    }

    /// Where answers go.
    #[must_use]
    pub fn reply_to(mut self, reply_to: BTreeMap<String, String>) -> Self {
        self.reply_to = Some(reply_to);
        self
    }

    /// Reminders.
    #[must_use]
    pub fn alerts(mut self, alerts: BTreeMap<String, Map>) -> Self {
        self.alerts = Some(alerts);
        self
    }

    /// When it happens again.
    #[must_use]
    pub fn recurrence_rules(mut self, recurrence_rules: Vec<Map>) -> Self {
        self.recurrence_rules = Some(recurrence_rules);
        self
    }

    /// When it does not.
    #[must_use]
    pub fn excluded_recurrence_rules(mut self, excluded_recurrence_rules: Vec<Map>) -> Self {
        self.excluded_recurrence_rules = Some(excluded_recurrence_rules);
        self
    }

    /// Instances that differ.
    #[must_use]
    pub fn recurrence_overrides(mut self, recurrence_overrides: BTreeMap<String, Map>) -> Self {
        self.recurrence_overrides = Some(recurrence_overrides);
        self
    }

    /// Of an instance alone, which one it is.
    #[must_use]
    pub fn recurrence_id(mut self, recurrence_id: impl Into<String>) -> Self {
        self.recurrence_id = Some(recurrence_id.into());
        self
    }

    /// What it belongs to.
    #[must_use]
    pub fn related_to(mut self, related_to: BTreeMap<String, Map>) -> Self {
        self.related_to = Some(related_to);
        self
    }
}

impl Json for JsCalendar {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            at_type: take(&mut members, "@type")?,
            uid: take(&mut members, "uid")?,
            title: take(&mut members, "title")?,
            description: take(&mut members, "description")?,
            start: take(&mut members, "start")?,
            time_zone: take(&mut members, "timeZone")?,
            duration: take(&mut members, "duration")?,
            due: take(&mut members, "due")?,
            show_without_time: take(&mut members, "showWithoutTime")?,
            status: take(&mut members, "status")?,
            progress: take(&mut members, "progress")?,
            percent_complete: take(&mut members, "percentComplete")?,
            free_busy_status: take(&mut members, "freeBusyStatus")?,
            privacy: take(&mut members, "privacy")?,
            priority: take(&mut members, "priority")?,
            color: take(&mut members, "color")?,
            locale: take(&mut members, "locale")?,
            sequence: take(&mut members, "sequence")?,
            created: take(&mut members, "created")?,
            updated: take(&mut members, "updated")?,
            prod_id: take(&mut members, "prodId")?,
            keywords: take(&mut members, "keywords")?,
            categories: take(&mut members, "categories")?,
            locations: take(&mut members, "locations")?,
            virtual_locations: take(&mut members, "virtualLocations")?,
            links: take(&mut members, "links")?,
            participants: take(&mut members, "participants")?,
            reply_to: take(&mut members, "replyTo")?,
            alerts: take(&mut members, "alerts")?,
            recurrence_rules: take(&mut members, "recurrenceRules")?,
            excluded_recurrence_rules: take(&mut members, "excludedRecurrenceRules")?,
            recurrence_overrides: take(&mut members, "recurrenceOverrides")?,
            recurrence_id: take(&mut members, "recurrenceId")?,
            related_to: take(&mut members, "relatedTo")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "@type", &self.at_type);
        put(&mut members, "uid", &self.uid);
        put(&mut members, "title", &self.title);
        put(&mut members, "description", &self.description);
        put(&mut members, "start", &self.start);
        put(&mut members, "timeZone", &self.time_zone);
        put(&mut members, "duration", &self.duration);
        put(&mut members, "due", &self.due);
        put(&mut members, "showWithoutTime", &self.show_without_time);
        put(&mut members, "status", &self.status);
        put(&mut members, "progress", &self.progress);
        put(&mut members, "percentComplete", &self.percent_complete);
        put(&mut members, "freeBusyStatus", &self.free_busy_status);
        put(&mut members, "privacy", &self.privacy);
        put(&mut members, "priority", &self.priority);
        put(&mut members, "color", &self.color);
        put(&mut members, "locale", &self.locale);
        put(&mut members, "sequence", &self.sequence);
        put(&mut members, "created", &self.created);
        put(&mut members, "updated", &self.updated);
        put(&mut members, "prodId", &self.prod_id);
        put(&mut members, "keywords", &self.keywords);
        put(&mut members, "categories", &self.categories);
        put(&mut members, "locations", &self.locations);
        put(&mut members, "virtualLocations", &self.virtual_locations);
        put(&mut members, "links", &self.links);
        put(&mut members, "participants", &self.participants);
        put(&mut members, "replyTo", &self.reply_to);
        put(&mut members, "alerts", &self.alerts);
        put(&mut members, "recurrenceRules", &self.recurrence_rules);
        put(
            &mut members,
            "excludedRecurrenceRules",
            &self.excluded_recurrence_rules,
        );
        put(
            &mut members,
            "recurrenceOverrides",
            &self.recurrence_overrides,
        );
        put(&mut members, "recurrenceId", &self.recurrence_id);
        put(&mut members, "relatedTo", &self.related_to);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(JsCalendar);

/// What it is.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum JsCalendarAtType {
    Event,
    Task,
    Group,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    JsCalendarAtType {
        Event = "Event",
        Task = "Task",
        Group = "Group",
    }
}

/// Whether it makes busy.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum JsCalendarFreeBusyStatus {
    Free,
    Busy,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    JsCalendarFreeBusyStatus {
        Free = "free",
        Busy = "busy",
    }
}

/// How much of it others see.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum JsCalendarPrivacy {
    Public,
    Private,
    Secret,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    JsCalendarPrivacy {
        Public = "public",
        Private = "private",
        Secret = "secret",
    }
}

/// How far a Task is.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum JsCalendarProgress {
    NeedsAction,
    InProcess,
    Completed,
    Failed,
    Cancelled,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    JsCalendarProgress {
        NeedsAction = "needs-action",
        InProcess = "in-process",
        Completed = "completed",
        Failed = "failed",
        Cancelled = "cancelled",
    }
}

/// How sure it is.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum JsCalendarStatus {
    Confirmed,
    Cancelled,
    Tentative,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    JsCalendarStatus {
        Confirmed = "confirmed",
        Cancelled = "cancelled",
        Tentative = "tentative",
    }
}
