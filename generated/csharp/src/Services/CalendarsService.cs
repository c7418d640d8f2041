// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Calendars of one's own and those that others share.</summary>
    public sealed partial class CalendarsService
    {
        private readonly Core core;

        internal CalendarsService(Core core)
        {
            this.core = core;
        }

        /// <summary>List calendars.</summary>
        /// <remarks>One's own calendars, and behind them those that others share.</remarks>
        /// <param name="limit">How many entries a page has at most.</param>
        /// <param name="cursor">What `next` of the page before said; without it, the first page.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Paged<Calendar> List(
            Optional<long> limit = default(Optional<long>),
            Optional<string> cursor = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("calendars.list", "GET", Identity.BasePath + "/calendars", Retry.Safe);
            request.Accept("application/json");
            request.InQuery("limit", limit, "form", true);
            request.InQuery("cursor", cursor, "form", true);
            return core.Paged<Calendar>(request, "cursor", "items", "next", options, cancellationToken);
        }

        /// <summary>Make a calendar.</summary>
        /// <remarks>Makes a calendar of one's own.</remarks>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Calendar> CreateAsync(
            NewCalendar body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("calendars.create", "POST", Identity.BasePath + "/calendars", Retry.Keyed);
            request.Accept("application/json");
            request.CarryJson(body, "application/json");
            return core.JsonAsync<Calendar>(request, options, cancellationToken);
        }

        /// <summary>Fetch a calendar.</summary>
        /// <remarks>What is told of a calendar, without what it holds.</remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Calendar> GetAsync(
            string calendarId,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("calendars.get", "GET", Identity.BasePath + "/calendars/{calendarId}", Retry.Safe);
            request.Accept("application/json");
            request.InPath("calendarId", calendarId, "simple", false);
            return core.JsonAsync<Calendar>(request, options, cancellationToken);
        }

        /// <summary>Remove a calendar.</summary>
        /// <remarks>
        /// Removes a calendar of one's own with everything in it. A calendar of somebody else is taken out of one's own list, and stays as
        /// it is. The default calendar is emptied.
        /// </remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task DeleteAsync(
            string calendarId,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("calendars.delete", "DELETE", Identity.BasePath + "/calendars/{calendarId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("calendarId", calendarId, "simple", false);
            return core.NothingAsync(request, options, cancellationToken);
        }

        /// <summary>Change a calendar.</summary>
        /// <remarks>
        /// Changes what is given, and removes what is null (RFC 7396). Whoever a calendar is shared with changes how it is shown to them
        /// alone.
        /// </remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Calendar> UpdateAsync(
            string calendarId,
            CalendarUpdate body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("calendars.update", "PATCH", Identity.BasePath + "/calendars/{calendarId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("calendarId", calendarId, "simple", false);
            request.CarryJson(body, "application/json");
            return core.JsonAsync<Calendar>(request, options, cancellationToken);
        }

        /// <summary>Export a calendar.</summary>
        /// <remarks>Everything in the calendar as one file.</remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<List<JToken>> ExportAsync(
            string calendarId,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("calendars.export", "GET", Identity.BasePath + "/calendars/{calendarId}/export", Retry.Safe);
            request.Accept("application/calendar+json");
            request.InPath("calendarId", calendarId, "simple", false);
            return core.JsonAsync<List<JToken>>(request, options, cancellationToken);
        }

        /// <summary>Export a calendar.</summary>
        /// <remarks>Everything in the calendar as one file.</remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<TextResult> ExportAsCalendarAsync(
            string calendarId,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("calendars.export_as_calendar", "GET", Identity.BasePath + "/calendars/{calendarId}/export", Retry.Safe);
            request.Accept("text/calendar, application/problem+json;q=0.5");
            request.InPath("calendarId", calendarId, "simple", false);
            return core.TextAsync(request, options, cancellationToken);
        }

        /// <summary>Tell when a calendar makes busy.</summary>
        /// <remarks>When its owner is busy by what this calendar holds, and nothing about why.</remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="from">The beginning of the range.</param>
        /// <param name="to">The end of the range, which is not part of it.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<FreeBusy> FreeBusyAsync(
            string calendarId,
            string from,
            string to,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("calendars.freeBusy", "GET", Identity.BasePath + "/calendars/{calendarId}/free-busy", Retry.Safe);
            request.Accept("application/json");
            request.InPath("calendarId", calendarId, "simple", false);
            request.InQuery("from", from, "form", true);
            request.InQuery("to", to, "form", true);
            return core.JsonAsync<FreeBusy>(request, options, cancellationToken);
        }

        /// <summary>Import a file.</summary>
        /// <remarks>Stores each object of a file, new or in the place of the one with its UID.</remarks>
        /// <param name="calendarId">The calendar.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="ifExists">What to do with an object whose UID is there already.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<ImportReport> ImportAsync(
            string calendarId,
            string body,
            Optional<IfExists> ifExists = default(Optional<IfExists>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("calendars.import", "POST", Identity.BasePath + "/calendars/{calendarId}/import", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("calendarId", calendarId, "simple", false);
            request.InQuery("if-exists", ifExists, "form", true);
            request.CarryText(body, "text/calendar");
            return core.JsonAsync<ImportReport>(request, options, cancellationToken);
        }

        /// <summary>Tell when somebody is busy.</summary>
        /// <remarks>When an account is busy by all its calendars together, one's own without `account`.</remarks>
        /// <param name="from">The beginning of the range.</param>
        /// <param name="to">The end of the range, which is not part of it.</param>
        /// <param name="account">The identifier of somebody who lets others see when they are busy.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<FreeBusy> FreeBusyOfAccountAsync(
            string from,
            string to,
            Optional<string> account = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("calendars.freeBusyOfAccount", "GET", Identity.BasePath + "/free-busy", Retry.Safe);
            request.Accept("application/json");
            request.InQuery("from", from, "form", true);
            request.InQuery("to", to, "form", true);
            request.InQuery("account", account, "form", true);
            return core.JsonAsync<FreeBusy>(request, options, cancellationToken);
        }
    }
}
