package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Calendars of one's own and those that others share. */
public final class CalendarsService extends Calls {
    CalendarsService(Core core) {
        super(core);
    }

    /**
     * List calendars
     *
     * <p>One's own calendars, and behind them those that others share.
     */
    public Paged<Calendar> list(CalendarsListParams params, CallOption... options) {
        Request request = new Request(
            "calendars.list", "GET", Identity.BASE_PATH + "/calendars", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inQuery("limit", params.limit(), Codecs.INTEGER, new Style("form", true))
            .inQuery("cursor", params.cursor(), Codecs.TEXT, new Style("form", true));
        return paged(request, new PageRule("cursor", "items", "next"), Calendar.CODEC, options);
    }

    /** The same with nothing said beside. */
    public Paged<Calendar> list(CallOption... options) {
        return list(CalendarsListParams.builder().build(), options);
    }

    /**
     * Make a calendar
     *
     * <p>Makes a calendar of one's own.
     */
    public Calendar create(NewCalendar body, CallOption... options) {
        Request request = new Request(
            "calendars.create", "POST", Identity.BASE_PATH + "/calendars", Retry.KEYED)
            .accept(MediaTypes.accept("application/json"))
            .json(body, NewCalendar.CODEC, "application/json");
        return fetch(request, Calendar.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Calendar> createAsync(NewCalendar body, CallOption... options) {
        return async(() -> create(body, options));
    }

    /**
     * Fetch a calendar
     *
     * <p>What is told of a calendar, without what it holds.
     */
    public Calendar get(String calendarId, CallOption... options) {
        Request request = new Request(
            "calendars.get", "GET", Identity.BASE_PATH + "/calendars/{calendarId}", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false));
        return fetch(request, Calendar.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Calendar> getAsync(String calendarId, CallOption... options) {
        return async(() -> get(calendarId, options));
    }

    /**
     * Remove a calendar
     *
     * <p>Removes a calendar of one's own with everything in it. A calendar of somebody else is taken out of
     * one's own list, and stays as it is. The default calendar is emptied.
     */
    public void delete(String calendarId, CallOption... options) {
        Request request = new Request(
            "calendars.delete", "DELETE", Identity.BASE_PATH + "/calendars/{calendarId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept(""))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false));
        perform(request, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Void> deleteAsync(String calendarId, CallOption... options) {
        return asyncRun(() -> delete(calendarId, options));
    }

    /**
     * Change a calendar
     *
     * <p>Changes what is given, and removes what is null (RFC 7396). Whoever a calendar is shared with changes
     * how it is shown to them alone.
     */
    public Calendar update(String calendarId, CalendarUpdate body, CallOption... options) {
        Request request = new Request(
            "calendars.update", "PATCH", Identity.BASE_PATH + "/calendars/{calendarId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept("application/json"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false))
            .json(body, CalendarUpdate.CODEC, "application/json");
        return fetch(request, Calendar.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Calendar> updateAsync(String calendarId, CalendarUpdate body, CallOption... options) {
        return async(() -> update(calendarId, body, options));
    }

    /**
     * Export a calendar
     *
     * <p>Everything in the calendar as one file.
     */
    public List<JsonNode> export(String calendarId, CallOption... options) {
        Request request = new Request(
            "calendars.export", "GET", Identity.BASE_PATH + "/calendars/{calendarId}/export", Retry.SAFE)
            .accept(MediaTypes.accept("application/calendar+json"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false));
        return fetch(request, Codecs.list(Codecs.ANY), options);
    }

    /** The same on another thread. */
    public CompletableFuture<List<JsonNode>> exportAsync(String calendarId, CallOption... options) {
        return async(() -> export(calendarId, options));
    }

    /**
     * Export a calendar
     *
     * <p>Everything in the calendar as one file.
     */
    public TextAnswer exportAsCalendar(String calendarId, CallOption... options) {
        Request request = new Request(
            "calendars.export_as_calendar", "GET", Identity.BASE_PATH + "/calendars/{calendarId}/export", Retry.SAFE)
            .accept(MediaTypes.accept("text/calendar"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false));
        return text(request, options);
    }

    /** The same on another thread. */
    public CompletableFuture<TextAnswer> exportAsCalendarAsync(String calendarId, CallOption... options) {
        return async(() -> exportAsCalendar(calendarId, options));
    }

    /**
     * Tell when a calendar makes busy
     *
     * <p>When its owner is busy by what this calendar holds, and nothing about why.
     */
    public FreeBusy freeBusy(String calendarId, CalendarsFreeBusyParams params, CallOption... options) {
        Request request = new Request(
            "calendars.freeBusy", "GET", Identity.BASE_PATH + "/calendars/{calendarId}/free-busy", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false))
            .inQuery("from", Opt.of(params.from()), Codecs.TEXT, new Style("form", true))
            .inQuery("to", Opt.of(params.to()), Codecs.TEXT, new Style("form", true));
        return fetch(request, FreeBusy.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<FreeBusy> freeBusyAsync(String calendarId, CalendarsFreeBusyParams params, CallOption... options) {
        return async(() -> freeBusy(calendarId, params, options));
    }

    /**
     * Import a file
     *
     * <p>Stores each object of a file, new or in the place of the one with its UID.
     */
    public ImportReport import_(String calendarId, String body, CalendarsImport_Params params, CallOption... options) {
        Request request = new Request(
            "calendars.import", "POST", Identity.BASE_PATH + "/calendars/{calendarId}/import", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept("application/json"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false))
            .inQuery("if-exists", params.ifExists(), IfExists.CODEC, new Style("form", true))
            .text(body, "text/calendar");
        return fetch(request, ImportReport.CODEC, options);
    }

    /** The same with nothing said beside. */
    public ImportReport import_(String calendarId, String body, CallOption... options) {
        return import_(calendarId, body, CalendarsImport_Params.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<ImportReport> import_Async(String calendarId, String body, CalendarsImport_Params params, CallOption... options) {
        return async(() -> import_(calendarId, body, params, options));
    }

    /** The same on another thread, with nothing said beside. */
    public CompletableFuture<ImportReport> import_Async(String calendarId, String body, CallOption... options) {
        return import_Async(calendarId, body, CalendarsImport_Params.builder().build(), options);
    }

    /**
     * Tell when somebody is busy
     *
     * <p>When an account is busy by all its calendars together, one's own without `account`.
     */
    public FreeBusy freeBusyOfAccount(CalendarsFreeBusyOfAccountParams params, CallOption... options) {
        Request request = new Request(
            "calendars.freeBusyOfAccount", "GET", Identity.BASE_PATH + "/free-busy", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inQuery("from", Opt.of(params.from()), Codecs.TEXT, new Style("form", true))
            .inQuery("to", Opt.of(params.to()), Codecs.TEXT, new Style("form", true))
            .inQuery("account", params.account(), Codecs.TEXT, new Style("form", true));
        return fetch(request, FreeBusy.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<FreeBusy> freeBusyOfAccountAsync(CalendarsFreeBusyOfAccountParams params, CallOption... options) {
        return async(() -> freeBusyOfAccount(params, options));
    }
}
