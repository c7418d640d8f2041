// Rendered from the description of the interface; not for editing.
//! Calendars.

use std::sync::Arc;

#[allow(unused_imports)]
use crate::prelude::*;
use crate::runtime::Core;

/// Calendars of one's own and those that others share.
#[derive(Clone, Debug)]
pub struct CalendarsService {
    pub(crate) core: Arc<Core>,
}

impl CalendarsService {
    /// List calendars
    ///
    /// One's own calendars, and behind them those that others share.
    pub fn list(&self) -> Call<ListCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/calendars");
        call.put_accept("application/json");
        call
    }

    /// Make a calendar
    ///
    /// Makes a calendar of one's own.
    pub fn create(&self, body: &models::NewCalendar) -> Call<CreateCall> {
        let mut call = Call::new(&self.core, "POST", "/api/v1/calendars");
        call.put_accept("application/json");
        call.put_class(RetryClass::Keyed);
        call.put_json("application/json", body);
        call
    }

    /// Fetch a calendar
    ///
    /// What is told of a calendar, without what it holds.
    ///
    /// calendar_id: The calendar.
    pub fn get(&self, calendar_id: &str) -> Call<GetCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/calendars/{calendarId}");
        call.put_accept("application/json");
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call
    }

    /// Remove a calendar
    ///
    /// Removes a calendar of one's own with everything in it. A calendar of somebody else is taken
    /// out of one's own list, and stays as it is. The default calendar is emptied.
    ///
    /// calendar_id: The calendar.
    pub fn delete(&self, calendar_id: &str) -> Call<DeleteCall> {
        let mut call = Call::new(&self.core, "DELETE", "/api/v1/calendars/{calendarId}");
        call.put_accept("application/json");
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call
    }

    /// Change a calendar
    ///
    /// Changes what is given, and removes what is null (RFC 7396). Whoever a calendar is shared
    /// with changes how it is shown to them alone.
    ///
    /// calendar_id: The calendar.
    pub fn update(&self, calendar_id: &str, body: &models::CalendarUpdate) -> Call<UpdateCall> {
        let mut call = Call::new(&self.core, "PATCH", "/api/v1/calendars/{calendarId}");
        call.put_accept("application/json");
        call.put_class(RetryClass::Idempotent);
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call.put_json("application/json", body);
        call
    }

    /// Export a calendar
    ///
    /// Everything in the calendar as one file.
    ///
    /// calendar_id: The calendar.
    pub fn export(&self, calendar_id: &str) -> Call<ExportCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/calendars/{calendarId}/export");
        call.put_accept("application/calendar+json");
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call
    }

    /// Export a calendar
    ///
    /// Everything in the calendar as one file.
    ///
    /// calendar_id: The calendar.
    pub fn export_as_calendar(&self, calendar_id: &str) -> Call<ExportAsCalendarCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/calendars/{calendarId}/export");
        call.put_accept("text/calendar");
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call
    }

    /// Tell when a calendar makes busy
    ///
    /// When its owner is busy by what this calendar holds, and nothing about why.
    ///
    /// calendar_id: The calendar.
    ///
    /// from: The beginning of the range.
    ///
    /// to: The end of the range, which is not part of it.
    pub fn free_busy(&self, calendar_id: &str, from: &str, to: &str) -> Call<FreeBusyCall> {
        let mut call = Call::new(
            &self.core,
            "GET",
            "/api/v1/calendars/{calendarId}/free-busy",
        );
        call.put_accept("application/json");
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call.put_query("from", Style::FORM, &from.to_owned());
        call.put_query("to", Style::FORM, &to.to_owned());
        call
    }

    /// Import a file
    ///
    /// Stores each object of a file, new or in the place of the one with its UID.
    ///
    /// calendar_id: The calendar.
    pub fn import(&self, calendar_id: &str, body: impl Into<Body>) -> Call<ImportCall> {
        let mut call = Call::new(&self.core, "POST", "/api/v1/calendars/{calendarId}/import");
        call.put_accept("application/json");
        call.put_class(RetryClass::Idempotent);
        call.put_path("calendarId", Style::SIMPLE, &calendar_id.to_owned());
        call.put_body("text/calendar", body);
        call
    }

    /// Tell when somebody is busy
    ///
    /// When an account is busy by all its calendars together, one's own without `account`.
    ///
    /// from: The beginning of the range.
    ///
    /// to: The end of the range, which is not part of it.
    pub fn free_busy_of_account(&self, from: &str, to: &str) -> Call<FreeBusyOfAccountCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/free-busy");
        call.put_accept("application/json");
        call.put_query("from", Style::FORM, &from.to_owned());
        call.put_query("to", Style::FORM, &to.to_owned());
        call
    }
}

/// What [`CalendarsService::list`] stands for.
#[derive(Debug)]
pub enum ListCall {}

impl Operation for ListCall {
    type Output = models::CalendarPage;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Paged for ListCall {
    type Item = models::Calendar;
    const CURSOR: &'static str = "cursor";

    fn next(page: &Self::Output) -> Option<String> {
        pages::cursor(&page.next)
    }

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.items
    }
}

impl Call<ListCall> {
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

/// What [`CalendarsService::create`] stands for.
#[derive(Debug)]
pub enum CreateCall {}

impl Operation for CreateCall {
    type Output = models::Calendar;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`CalendarsService::get`] stands for.
#[derive(Debug)]
pub enum GetCall {}

impl Operation for GetCall {
    type Output = models::Calendar;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`CalendarsService::delete`] stands for.
#[derive(Debug)]
pub enum DeleteCall {}

impl Operation for DeleteCall {
    type Output = ();

    fn read(_: Reply) -> Result<Self::Output> {
        Ok(())
    }
}

/// What [`CalendarsService::update`] stands for.
#[derive(Debug)]
pub enum UpdateCall {}

impl Operation for UpdateCall {
    type Output = models::Calendar;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`CalendarsService::export`] stands for.
#[derive(Debug)]
pub enum ExportCall {}

impl Operation for ExportCall {
    type Output = Vec<Value>;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`CalendarsService::export_as_calendar`] stands for.
#[derive(Debug)]
pub enum ExportAsCalendarCall {}

impl Operation for ExportAsCalendarCall {
    type Output = Text;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.entity()
    }
}

/// What [`CalendarsService::free_busy`] stands for.
#[derive(Debug)]
pub enum FreeBusyCall {}

impl Operation for FreeBusyCall {
    type Output = models::FreeBusy;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`CalendarsService::import`] stands for.
#[derive(Debug)]
pub enum ImportCall {}

impl Operation for ImportCall {
    type Output = models::ImportReport;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Call<ImportCall> {
    /// What to do with an object whose UID is there already.
    pub fn if_exists(mut self, if_exists: &models::IfExists) -> Self {
        self.put_query("if-exists", Style::FORM, if_exists);
        self
    }
}

/// What [`CalendarsService::free_busy_of_account`] stands for.
#[derive(Debug)]
pub enum FreeBusyOfAccountCall {}

impl Operation for FreeBusyOfAccountCall {
    type Output = models::FreeBusy;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Call<FreeBusyOfAccountCall> {
    /// The identifier of somebody who lets others see when they are busy.
    pub fn account(mut self, account: &str) -> Self {
        self.put_query("account", Style::FORM, &account.to_owned());
        self
    }
}
