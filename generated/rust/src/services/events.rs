// Rendered from the description of the interface; not for editing.
//! Events.

use std::sync::Arc;

#[allow(unused_imports)]
use crate::prelude::*;
use crate::runtime::Core;

/// Events, tasks and journals in calendars, as JSCalendar (RFC 8984) and as iCalendar (RFC 5545).
#[derive(Clone, Debug)]
pub struct EventsService {
    pub(crate) core: Arc<Core>,
}

impl EventsService {
    /// List events
    ///
    /// The events of a calendar, all or those of a range, in no order of time. With `expand`, each
    /// instance of a series in the range is an entry of its own, with `recurrenceId`, `start` and
    /// `end`.
    ///
    /// A page may have fewer entries than `limit`, even none, and a next one.
    ///
    /// calendar_id: The calendar.
    pub fn list(&self, calendar_id: &str) -> Call<ListCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/calendars/{calendarId}/events");
        call.put_accept("application/json");
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call
    }

    /// Add an event
    ///
    /// Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as
    /// it is. Who is invited is told as it is in CalDAV.
    ///
    /// calendar_id: The calendar.
    pub fn create(&self, calendar_id: &str, body: &models::NewCalendarEvent) -> Call<CreateCall> {
        let mut call = Call::new(&self.core, "POST", "/api/v1/calendars/{calendarId}/events");
        call.put_accept("application/json");
        call.put_class(RetryClass::Keyed);
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call.put_json("application/json", body);
        call
    }

    /// Add an event
    ///
    /// Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as
    /// it is. Who is invited is told as it is in CalDAV.
    ///
    /// calendar_id: The calendar.
    pub fn create_from_jscalendar(
        &self,
        calendar_id: &str,
        body: &models::JsCalendar,
    ) -> Call<CreateFromJscalendarCall> {
        let mut call = Call::new(&self.core, "POST", "/api/v1/calendars/{calendarId}/events");
        call.put_accept("application/json");
        call.put_class(RetryClass::Keyed);
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call.put_json("application/jscalendar+json", body);
        call
    }

    /// Add an event
    ///
    /// Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as
    /// it is. Who is invited is told as it is in CalDAV.
    ///
    /// calendar_id: The calendar.
    pub fn create_from_calendar(
        &self,
        calendar_id: &str,
        body: impl Into<Body>,
    ) -> Call<CreateFromCalendarCall> {
        let mut call = Call::new(&self.core, "POST", "/api/v1/calendars/{calendarId}/events");
        call.put_accept("application/json");
        call.put_class(RetryClass::Keyed);
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call.put_body("text/calendar", body);
        call
    }

    /// Find events
    ///
    /// The same list, by more than fits into a URL. All members of the question must hold at once,
    /// of one component.
    ///
    /// calendar_id: The calendar.
    pub fn query(&self, calendar_id: &str, body: &models::EventQuery) -> Call<QueryCall> {
        let mut call = Call::new(&self.core, "QUERY", "/api/v1/calendars/{calendarId}/events");
        call.put_accept("application/json");
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call.put_json("application/json", body);
        call
    }

    /// Fetch an event
    ///
    /// The event in the form that Accept asks for; as `text/calendar` it is byte for byte what was
    /// stored.
    ///
    /// calendar_id: The calendar.
    ///
    /// event_id: The event.
    pub fn get(&self, calendar_id: &str, event_id: &str) -> Call<GetCall> {
        let mut call = Call::new(
            &self.core,
            "GET",
            "/api/v1/calendars/{calendarId}/events/{eventId}",
        );
        call.put_accept("application/json");
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call.put_path("eventId", Style::SIMPLE, &event_id.to_owned());
        call
    }

    /// Fetch an event
    ///
    /// The event in the form that Accept asks for; as `text/calendar` it is byte for byte what was
    /// stored.
    ///
    /// calendar_id: The calendar.
    ///
    /// event_id: The event.
    pub fn get_as_calendar(&self, calendar_id: &str, event_id: &str) -> Call<GetAsCalendarCall> {
        let mut call = Call::new(
            &self.core,
            "GET",
            "/api/v1/calendars/{calendarId}/events/{eventId}",
        );
        call.put_accept("text/calendar");
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call.put_path("eventId", Style::SIMPLE, &event_id.to_owned());
        call
    }

    /// Replace an event
    ///
    /// Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose
    /// meaning changed, so that what JSCalendar cannot say is kept; iCalendar is stored as it is.
    /// `If-Match` is required; `*` stands for any version.
    ///
    /// calendar_id: The calendar.
    ///
    /// event_id: The event.
    ///
    /// if_match: The entity tags one of which the object must have, or `*` for whatever is there;
    /// 428 without.
    pub fn replace(
        &self,
        calendar_id: &str,
        event_id: &str,
        if_match: &str,
        body: &models::CalendarEventChange,
    ) -> Call<ReplaceCall> {
        let mut call = Call::new(
            &self.core,
            "PUT",
            "/api/v1/calendars/{calendarId}/events/{eventId}",
        );
        call.put_accept("application/json");
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call.put_path("eventId", Style::SIMPLE, &event_id.to_owned());
        call.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        call.put_json("application/json", body);
        call
    }

    /// Replace an event
    ///
    /// Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose
    /// meaning changed, so that what JSCalendar cannot say is kept; iCalendar is stored as it is.
    /// `If-Match` is required; `*` stands for any version.
    ///
    /// calendar_id: The calendar.
    ///
    /// event_id: The event.
    ///
    /// if_match: The entity tags one of which the object must have, or `*` for whatever is there;
    /// 428 without.
    pub fn replace_from_jscalendar(
        &self,
        calendar_id: &str,
        event_id: &str,
        if_match: &str,
        body: &models::JsCalendar,
    ) -> Call<ReplaceFromJscalendarCall> {
        let mut call = Call::new(
            &self.core,
            "PUT",
            "/api/v1/calendars/{calendarId}/events/{eventId}",
        );
        call.put_accept("application/json");
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call.put_path("eventId", Style::SIMPLE, &event_id.to_owned());
        call.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        call.put_json("application/jscalendar+json", body);
        call
    }

    /// Replace an event
    ///
    /// Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose
    /// meaning changed, so that what JSCalendar cannot say is kept; iCalendar is stored as it is.
    /// `If-Match` is required; `*` stands for any version.
    ///
    /// calendar_id: The calendar.
    ///
    /// event_id: The event.
    ///
    /// if_match: The entity tags one of which the object must have, or `*` for whatever is there;
    /// 428 without.
    pub fn replace_from_calendar(
        &self,
        calendar_id: &str,
        event_id: &str,
        if_match: &str,
        body: impl Into<Body>,
    ) -> Call<ReplaceFromCalendarCall> {
        let mut call = Call::new(
            &self.core,
            "PUT",
            "/api/v1/calendars/{calendarId}/events/{eventId}",
        );
        call.put_accept("application/json");
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call.put_path("eventId", Style::SIMPLE, &event_id.to_owned());
        call.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        call.put_body("text/calendar", body);
        call
    }

    /// Remove an event
    ///
    /// Removes an event; who was invited is told as it is in CalDAV.
    ///
    /// calendar_id: The calendar.
    ///
    /// event_id: The event.
    pub fn delete(&self, calendar_id: &str, event_id: &str) -> Call<DeleteCall> {
        let mut call = Call::new(
            &self.core,
            "DELETE",
            "/api/v1/calendars/{calendarId}/events/{eventId}",
        );
        call.put_accept("application/json");
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call.put_path("eventId", Style::SIMPLE, &event_id.to_owned());
        call
    }

    /// Change an event
    ///
    /// Changes parts of an event: by a merge patch of its JSCalendar (RFC 7396), or by a
    /// PatchObject (RFC 8984 §1.4.9), which reaches deeper members by pointers such as
    /// `locations/1/name`. Without `If-Match`, the change is made to the version that is there.
    ///
    /// calendar_id: The calendar.
    ///
    /// event_id: The event.
    pub fn update(&self, calendar_id: &str, event_id: &str, body: &Map) -> Call<UpdateCall> {
        let mut call = Call::new(
            &self.core,
            "PATCH",
            "/api/v1/calendars/{calendarId}/events/{eventId}",
        );
        call.put_accept("application/json");
        call.put_class(RetryClass::Keyed);
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call.put_path("eventId", Style::SIMPLE, &event_id.to_owned());
        call.put_json("application/json", body);
        call
    }

    /// List the instances of an event
    ///
    /// When an event happens in a range, in order of time.
    ///
    /// calendar_id: The calendar.
    ///
    /// event_id: The event.
    ///
    /// from: The beginning of the range.
    ///
    /// to: The end of the range, which is not part of it.
    pub fn occurrences(
        &self,
        calendar_id: &str,
        event_id: &str,
        from: &str,
        to: &str,
    ) -> Call<OccurrencesCall> {
        let mut call = Call::new(
            &self.core,
            "GET",
            "/api/v1/calendars/{calendarId}/events/{eventId}/occurrences",
        );
        call.put_accept("application/json");
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call.put_path("eventId", Style::SIMPLE, &event_id.to_owned());
        call.put_query("from", Style::FORM, &from.to_owned());
        call.put_query("to", Style::FORM, &to.to_owned());
        call
    }
}

/// What [`EventsService::list`] stands for.
#[derive(Debug)]
pub enum ListCall {}

impl Operation for ListCall {
    type Output = models::CalendarEventPage;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Paged for ListCall {
    type Item = models::CalendarEvent;
    const CURSOR: &'static str = "cursor";

    fn next(page: &Self::Output) -> Option<String> {
        pages::cursor(&page.next)
    }

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.items
    }
}

impl Call<ListCall> {
    /// The beginning of the range; without it, from the earliest.
    pub fn from(mut self, from: &str) -> Self {
        self.put_query("from", Style::FORM, &from.to_owned());
        self
    }

    /// The end of the range, which is not part of it; without it, to the latest.
    pub fn to(mut self, to: &str) -> Self {
        self.put_query("to", Style::FORM, &to.to_owned());
        self
    }

    /// Whether each instance is an entry of its own; needs `from` and `to`.
    pub fn expand(mut self, expand: bool) -> Self {
        self.put_query("expand", Style::FORM, &expand);
        self
    }

    /// What title, description or location must contain, whatever the case.
    pub fn text(mut self, text: &str) -> Self {
        self.put_query("text", Style::FORM, &text.to_owned());
        self
    }

    /// The kind of component.
    pub fn component(mut self, component: &models::CalendarComponent) -> Self {
        self.put_query("component", Style::FORM, component);
        self
    }

    /// The UID that it must have.
    pub fn uid(mut self, uid: &str) -> Self {
        self.put_query("uid", Style::FORM, &uid.to_owned());
        self
    }

    /// Whether entries have `data`; without, a list is much quicker.
    pub fn data(mut self, data: bool) -> Self {
        self.put_query("data", Style::FORM, &data);
        self
    }

    /// How many entries a page has at most.
    pub fn limit(mut self, limit: i64) -> Self {
        self.put_query("limit", Style::FORM, &limit);
        self
    }

    /// What `next` of the page before said; without it, the first page.
    pub fn cursor(mut self, cursor: &str) -> Self {
        self.put_query("cursor", Style::FORM, &cursor.to_owned());
        self
    }
}

/// What [`EventsService::create`] stands for.
#[derive(Debug)]
pub enum CreateCall {}

impl Operation for CreateCall {
    type Output = models::CalendarEvent;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`EventsService::create_from_jscalendar`] stands for.
#[derive(Debug)]
pub enum CreateFromJscalendarCall {}

impl Operation for CreateFromJscalendarCall {
    type Output = models::CalendarEvent;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`EventsService::create_from_calendar`] stands for.
#[derive(Debug)]
pub enum CreateFromCalendarCall {}

impl Operation for CreateFromCalendarCall {
    type Output = models::CalendarEvent;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`EventsService::query`] stands for.
#[derive(Debug)]
pub enum QueryCall {}

impl Operation for QueryCall {
    type Output = models::CalendarEventPage;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Paged for QueryCall {
    type Item = models::CalendarEvent;
    const CURSOR: &'static str = "cursor";

    fn next(page: &Self::Output) -> Option<String> {
        pages::cursor(&page.next)
    }

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.items
    }
}

impl Call<QueryCall> {
    /// How many entries a page has at most.
    pub fn limit(mut self, limit: i64) -> Self {
        self.put_query("limit", Style::FORM, &limit);
        self
    }

    /// What `next` of the page before said; without it, the first page.
    pub fn cursor(mut self, cursor: &str) -> Self {
        self.put_query("cursor", Style::FORM, &cursor.to_owned());
        self
    }
}

/// What [`EventsService::get`] stands for.
#[derive(Debug)]
pub enum GetCall {}

impl Operation for GetCall {
    type Output = models::CalendarEvent;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Call<GetCall> {
    /// The entity tags none of which the object must have, or `*`.
    pub fn if_none_match(mut self, if_none_match: &str) -> Self {
        self.put_header("If-None-Match", Style::SIMPLE, &if_none_match.to_owned());
        self
    }

    /// The entity tags one of which the object must have, or `*` for whatever is there.
    pub fn if_match(mut self, if_match: &str) -> Self {
        self.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        self
    }
}

/// What [`EventsService::get_as_calendar`] stands for.
#[derive(Debug)]
pub enum GetAsCalendarCall {}

impl Operation for GetAsCalendarCall {
    type Output = Text;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.entity()
    }
}

impl Call<GetAsCalendarCall> {
    /// The entity tags none of which the object must have, or `*`.
    pub fn if_none_match(mut self, if_none_match: &str) -> Self {
        self.put_header("If-None-Match", Style::SIMPLE, &if_none_match.to_owned());
        self
    }

    /// The entity tags one of which the object must have, or `*` for whatever is there.
    pub fn if_match(mut self, if_match: &str) -> Self {
        self.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        self
    }
}

/// What [`EventsService::replace`] stands for.
#[derive(Debug)]
pub enum ReplaceCall {}

impl Operation for ReplaceCall {
    type Output = models::CalendarEvent;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`EventsService::replace_from_jscalendar`] stands for.
#[derive(Debug)]
pub enum ReplaceFromJscalendarCall {}

impl Operation for ReplaceFromJscalendarCall {
    type Output = models::CalendarEvent;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`EventsService::replace_from_calendar`] stands for.
#[derive(Debug)]
pub enum ReplaceFromCalendarCall {}

impl Operation for ReplaceFromCalendarCall {
    type Output = models::CalendarEvent;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`EventsService::delete`] stands for.
#[derive(Debug)]
pub enum DeleteCall {}

impl Operation for DeleteCall {
    type Output = ();

    fn read(_: Reply) -> Result<Self::Output> {
        Ok(())
    }
}

impl Call<DeleteCall> {
    /// The entity tags one of which the object must have, or `*` for whatever is there.
    pub fn if_match(mut self, if_match: &str) -> Self {
        self.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        self
    }
}

/// What [`EventsService::update`] stands for.
#[derive(Debug)]
pub enum UpdateCall {}

impl Operation for UpdateCall {
    type Output = models::CalendarEvent;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Call<UpdateCall> {
    /// The entity tags one of which the object must have, or `*` for whatever is there.
    pub fn if_match(mut self, if_match: &str) -> Self {
        self.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        self
    }
}

/// What [`EventsService::occurrences`] stands for.
#[derive(Debug)]
pub enum OccurrencesCall {}

impl Operation for OccurrencesCall {
    type Output = models::OccurrencePage;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Paged for OccurrencesCall {
    type Item = models::Occurrence;
    const CURSOR: &'static str = "cursor";

    fn next(page: &Self::Output) -> Option<String> {
        pages::cursor(&page.next)
    }

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.items
    }
}

impl Call<OccurrencesCall> {
    /// How many entries a page has at most.
    pub fn limit(mut self, limit: i64) -> Self {
        self.put_query("limit", Style::FORM, &limit);
        self
    }

    /// What `next` of the page before said; without it, the first page.
    pub fn cursor(mut self, cursor: &str) -> Self {
        self.put_query("cursor", Style::FORM, &cursor.to_owned());
        self
    }
}
