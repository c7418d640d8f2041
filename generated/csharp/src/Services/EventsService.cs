// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Events, tasks and journals in calendars, as JSCalendar (RFC 8984) and as iCalendar (RFC 5545).</summary>
    public sealed partial class EventsService
    {
        private readonly Core core;

        internal EventsService(Core core)
        {
            this.core = core;
        }

        /// <summary>List events.</summary>
        /// <remarks>
        /// The events of a calendar, all or those of a range, in no order of time. With `expand`, each instance of a series in the range is
        /// an entry of its own, with `recurrenceId`, `start` and `end`. A page may have fewer entries than `limit`, even none, and a next
        /// one.
        /// </remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="from">The beginning of the range; without it, from the earliest.</param>
        /// <param name="to">The end of the range, which is not part of it; without it, to the latest.</param>
        /// <param name="expand">Whether each instance is an entry of its own; needs `from` and `to`.</param>
        /// <param name="text">What title, description or location must contain, whatever the case.</param>
        /// <param name="component">The kind of component.</param>
        /// <param name="uid">The UID that it must have.</param>
        /// <param name="data">Whether entries have `data`; without, a list is much quicker.</param>
        /// <param name="limit">How many entries a page has at most.</param>
        /// <param name="cursor">What `next` of the page before said; without it, the first page.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Paged<CalendarEvent> List(
            string calendarId,
            Optional<string> from = default(Optional<string>),
            Optional<string> to = default(Optional<string>),
            Optional<bool> expand = default(Optional<bool>),
            Optional<string> text = default(Optional<string>),
            Optional<CalendarComponent> component = default(Optional<CalendarComponent>),
            Optional<string> uid = default(Optional<string>),
            Optional<bool> data = default(Optional<bool>),
            Optional<long> limit = default(Optional<long>),
            Optional<string> cursor = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("events.list", "GET", Identity.BasePath + "/calendars/{calendarId}/events", Retry.Safe);
            request.Accept("application/json");
            request.InPath("calendarId", calendarId, "simple", false);
            request.InQuery("from", from, "form", true);
            request.InQuery("to", to, "form", true);
            request.InQuery("expand", expand, "form", true);
            request.InQuery("text", text, "form", true);
            request.InQuery("component", component, "form", true);
            request.InQuery("uid", uid, "form", true);
            request.InQuery("data", data, "form", true);
            request.InQuery("limit", limit, "form", true);
            request.InQuery("cursor", cursor, "form", true);
            return core.Paged<CalendarEvent>(request, "cursor", "items", "next", options, cancellationToken);
        }

        /// <summary>Add an event.</summary>
        /// <remarks>
        /// Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who is invited is told as it
        /// is in CalDAV.
        /// </remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<CalendarEvent> CreateAsync(
            string calendarId,
            NewCalendarEvent body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("events.create", "POST", Identity.BasePath + "/calendars/{calendarId}/events", Retry.Keyed);
            request.Accept("application/json");
            request.InPath("calendarId", calendarId, "simple", false);
            request.CarryJson(body, "application/json");
            return core.JsonAsync<CalendarEvent>(request, options, cancellationToken);
        }

        /// <summary>Add an event.</summary>
        /// <remarks>
        /// Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who is invited is told as it
        /// is in CalDAV.
        /// </remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<CalendarEvent> CreateFromJsCalendarAsync(
            string calendarId,
            JsCalendar body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("events.create_from_jscalendar", "POST", Identity.BasePath + "/calendars/{calendarId}/events", Retry.Keyed);
            request.Accept("application/json");
            request.InPath("calendarId", calendarId, "simple", false);
            request.CarryJson(body, "application/jscalendar+json");
            return core.JsonAsync<CalendarEvent>(request, options, cancellationToken);
        }

        /// <summary>Add an event.</summary>
        /// <remarks>
        /// Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who is invited is told as it
        /// is in CalDAV.
        /// </remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<CalendarEvent> CreateFromCalendarAsync(
            string calendarId,
            string body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("events.create_from_calendar", "POST", Identity.BasePath + "/calendars/{calendarId}/events", Retry.Keyed);
            request.Accept("application/json");
            request.InPath("calendarId", calendarId, "simple", false);
            request.CarryText(body, "text/calendar");
            return core.JsonAsync<CalendarEvent>(request, options, cancellationToken);
        }

        /// <summary>Find events.</summary>
        /// <remarks>The same list, by more than fits into a URL. All members of the question must hold at once, of one component.</remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="limit">How many entries a page has at most.</param>
        /// <param name="cursor">What `next` of the page before said; without it, the first page.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Paged<CalendarEvent> Query(
            string calendarId,
            EventQuery body,
            Optional<long> limit = default(Optional<long>),
            Optional<string> cursor = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("events.query", "QUERY", Identity.BasePath + "/calendars/{calendarId}/events", Retry.Safe);
            request.Accept("application/json");
            request.InPath("calendarId", calendarId, "simple", false);
            request.InQuery("limit", limit, "form", true);
            request.InQuery("cursor", cursor, "form", true);
            request.CarryJson(body, "application/json");
            return core.Paged<CalendarEvent>(request, "cursor", "items", "next", options, cancellationToken);
        }

        /// <summary>Fetch an event.</summary>
        /// <remarks>The event in the form that Accept asks for; as `text/calendar` it is byte for byte what was stored.</remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="eventId">The event.</param>
        /// <param name="ifNoneMatch">The entity tags none of which the object must have, or `*`.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<CalendarEvent> GetAsync(
            string calendarId,
            string eventId,
            Optional<string> ifNoneMatch = default(Optional<string>),
            Optional<string> ifMatch = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("events.get", "GET", Identity.BasePath + "/calendars/{calendarId}/events/{eventId}", Retry.Safe);
            request.Accept("application/json");
            request.InPath("calendarId", calendarId, "simple", false);
            request.InPath("eventId", eventId, "simple", false);
            request.InHeader("If-None-Match", ifNoneMatch, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            return core.JsonAsync<CalendarEvent>(request, options, cancellationToken);
        }

        /// <summary>Fetch an event.</summary>
        /// <remarks>The event in the form that Accept asks for; as `text/calendar` it is byte for byte what was stored.</remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="eventId">The event.</param>
        /// <param name="ifNoneMatch">The entity tags none of which the object must have, or `*`.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<TextResult> GetAsCalendarAsync(
            string calendarId,
            string eventId,
            Optional<string> ifNoneMatch = default(Optional<string>),
            Optional<string> ifMatch = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("events.get_as_calendar", "GET", Identity.BasePath + "/calendars/{calendarId}/events/{eventId}", Retry.Safe);
            request.Accept("text/calendar, application/problem+json;q=0.5");
            request.InPath("calendarId", calendarId, "simple", false);
            request.InPath("eventId", eventId, "simple", false);
            request.InHeader("If-None-Match", ifNoneMatch, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            return core.TextAsync(request, options, cancellationToken);
        }

        /// <summary>Replace an event.</summary>
        /// <remarks>
        /// Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning changed, so that what JSCalendar
        /// cannot say is kept; iCalendar is stored as it is. `If-Match` is required; `*` stands for any version.
        /// </remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="eventId">The event.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there; 428 without.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<CalendarEvent> ReplaceAsync(
            string calendarId,
            string eventId,
            CalendarEventChange body,
            string ifMatch,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("events.replace", "PUT", Identity.BasePath + "/calendars/{calendarId}/events/{eventId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("calendarId", calendarId, "simple", false);
            request.InPath("eventId", eventId, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            request.CarryJson(body, "application/json");
            return core.JsonAsync<CalendarEvent>(request, options, cancellationToken);
        }

        /// <summary>Replace an event.</summary>
        /// <remarks>
        /// Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning changed, so that what JSCalendar
        /// cannot say is kept; iCalendar is stored as it is. `If-Match` is required; `*` stands for any version.
        /// </remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="eventId">The event.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there; 428 without.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<CalendarEvent> ReplaceFromJsCalendarAsync(
            string calendarId,
            string eventId,
            JsCalendar body,
            string ifMatch,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("events.replace_from_jscalendar", "PUT", Identity.BasePath + "/calendars/{calendarId}/events/{eventId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("calendarId", calendarId, "simple", false);
            request.InPath("eventId", eventId, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            request.CarryJson(body, "application/jscalendar+json");
            return core.JsonAsync<CalendarEvent>(request, options, cancellationToken);
        }

        /// <summary>Replace an event.</summary>
        /// <remarks>
        /// Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning changed, so that what JSCalendar
        /// cannot say is kept; iCalendar is stored as it is. `If-Match` is required; `*` stands for any version.
        /// </remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="eventId">The event.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there; 428 without.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<CalendarEvent> ReplaceFromCalendarAsync(
            string calendarId,
            string eventId,
            string body,
            string ifMatch,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("events.replace_from_calendar", "PUT", Identity.BasePath + "/calendars/{calendarId}/events/{eventId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("calendarId", calendarId, "simple", false);
            request.InPath("eventId", eventId, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            request.CarryText(body, "text/calendar");
            return core.JsonAsync<CalendarEvent>(request, options, cancellationToken);
        }

        /// <summary>Remove an event.</summary>
        /// <remarks>Removes an event; who was invited is told as it is in CalDAV.</remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="eventId">The event.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task DeleteAsync(
            string calendarId,
            string eventId,
            Optional<string> ifMatch = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("events.delete", "DELETE", Identity.BasePath + "/calendars/{calendarId}/events/{eventId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("calendarId", calendarId, "simple", false);
            request.InPath("eventId", eventId, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            return core.NothingAsync(request, options, cancellationToken);
        }

        /// <summary>Change an event.</summary>
        /// <remarks>
        /// Changes parts of an event: by a merge patch of its JSCalendar (RFC 7396), or by a PatchObject (RFC 8984 §1.4.9), which reaches
        /// deeper members by pointers such as `locations/1/name`. Without `If-Match`, the change is made to the version that is there.
        /// </remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="eventId">The event.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<CalendarEvent> UpdateAsync(
            string calendarId,
            string eventId,
            Dictionary<string, JToken> body,
            Optional<string> ifMatch = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("events.update", "PATCH", Identity.BasePath + "/calendars/{calendarId}/events/{eventId}", Retry.Keyed);
            request.Accept("application/json");
            request.InPath("calendarId", calendarId, "simple", false);
            request.InPath("eventId", eventId, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            request.CarryJson(body, "application/json");
            return core.JsonAsync<CalendarEvent>(request, options, cancellationToken);
        }

        /// <summary>List the instances of an event.</summary>
        /// <remarks>When an event happens in a range, in order of time.</remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="eventId">The event.</param>
        /// <param name="from">The beginning of the range.</param>
        /// <param name="to">The end of the range, which is not part of it.</param>
        /// <param name="limit">How many entries a page has at most.</param>
        /// <param name="cursor">What `next` of the page before said; without it, the first page.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Paged<Occurrence> Occurrences(
            string calendarId,
            string eventId,
            string from,
            string to,
            Optional<long> limit = default(Optional<long>),
            Optional<string> cursor = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("events.occurrences", "GET", Identity.BasePath + "/calendars/{calendarId}/events/{eventId}/occurrences", Retry.Safe);
            request.Accept("application/json");
            request.InPath("calendarId", calendarId, "simple", false);
            request.InPath("eventId", eventId, "simple", false);
            request.InQuery("from", from, "form", true);
            request.InQuery("to", to, "form", true);
            request.InQuery("limit", limit, "form", true);
            request.InQuery("cursor", cursor, "form", true);
            return core.Paged<Occurrence>(request, "cursor", "items", "next", options, cancellationToken);
        }
    }
}
