package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Events, tasks and journals in calendars, as JSCalendar (RFC 8984) and as iCalendar (RFC 5545). */
public final class EventsService extends Calls {
    EventsService(Core core) {
        super(core);
    }

    /**
     * List events
     *
     * <p>The events of a calendar, all or those of a range, in no order of time. With `expand`, each instance of
     * a series in the range is an entry of its own, with `recurrenceId`, `start` and `end`.
     *
     * <p>A page may have fewer entries than `limit`, even none, and a next one.
     */
    public Paged<CalendarEvent> list(String calendarId, EventsListParams params, CallOption... options) {
        Request request = new Request(
            "events.list", "GET", Identity.BASE_PATH + "/calendars/{calendarId}/events", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false))
            .inQuery("from", params.from(), Codecs.TEXT, new Style("form", true))
            .inQuery("to", params.to(), Codecs.TEXT, new Style("form", true))
            .inQuery("expand", params.expand(), Codecs.BOOLEAN, new Style("form", true))
            .inQuery("text", params.text(), Codecs.TEXT, new Style("form", true))
            .inQuery("component", params.component(), CalendarComponent.CODEC, new Style("form", true))
            .inQuery("uid", params.uid(), Codecs.TEXT, new Style("form", true))
            .inQuery("data", params.data(), Codecs.BOOLEAN, new Style("form", true))
            .inQuery("limit", params.limit(), Codecs.INTEGER, new Style("form", true))
            .inQuery("cursor", params.cursor(), Codecs.TEXT, new Style("form", true));
        return paged(request, new PageRule("cursor", "items", "next"), CalendarEvent.CODEC, options);
    }

    /** The same with nothing said beside. */
    public Paged<CalendarEvent> list(String calendarId, CallOption... options) {
        return list(calendarId, EventsListParams.builder().build(), options);
    }

    /**
     * Add an event
     *
     * <p>Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who
     * is invited is told as it is in CalDAV.
     */
    public CalendarEvent create(String calendarId, NewCalendarEvent body, CallOption... options) {
        Request request = new Request(
            "events.create", "POST", Identity.BASE_PATH + "/calendars/{calendarId}/events", Retry.KEYED)
            .accept(MediaTypes.accept("application/json"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false))
            .json(body, NewCalendarEvent.CODEC, "application/json");
        return fetch(request, CalendarEvent.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<CalendarEvent> createAsync(String calendarId, NewCalendarEvent body, CallOption... options) {
        return async(() -> create(calendarId, body, options));
    }

    /**
     * Add an event
     *
     * <p>Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who
     * is invited is told as it is in CalDAV.
     */
    public CalendarEvent createFromJscalendar(String calendarId, JsCalendar body, CallOption... options) {
        Request request = new Request(
            "events.create_from_jscalendar", "POST", Identity.BASE_PATH + "/calendars/{calendarId}/events", Retry.KEYED)
            .accept(MediaTypes.accept("application/json"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false))
            .json(body, JsCalendar.CODEC, "application/jscalendar+json");
        return fetch(request, CalendarEvent.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<CalendarEvent> createFromJscalendarAsync(String calendarId, JsCalendar body, CallOption... options) {
        return async(() -> createFromJscalendar(calendarId, body, options));
    }

    /**
     * Add an event
     *
     * <p>Adds an event, as JSCalendar in an envelope or without, or as iCalendar, which is stored as it is. Who
     * is invited is told as it is in CalDAV.
     */
    public CalendarEvent createFromCalendar(String calendarId, String body, CallOption... options) {
        Request request = new Request(
            "events.create_from_calendar", "POST", Identity.BASE_PATH + "/calendars/{calendarId}/events", Retry.KEYED)
            .accept(MediaTypes.accept("application/json"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false))
            .text(body, "text/calendar");
        return fetch(request, CalendarEvent.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<CalendarEvent> createFromCalendarAsync(String calendarId, String body, CallOption... options) {
        return async(() -> createFromCalendar(calendarId, body, options));
    }

    /**
     * Find events
     *
     * <p>The same list, by more than fits into a URL. All members of the question must hold at once, of one
     * component.
     */
    public Paged<CalendarEvent> query(String calendarId, EventQuery body, EventsQueryParams params, CallOption... options) {
        Request request = new Request(
            "events.query", "QUERY", Identity.BASE_PATH + "/calendars/{calendarId}/events", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false))
            .inQuery("limit", params.limit(), Codecs.INTEGER, new Style("form", true))
            .inQuery("cursor", params.cursor(), Codecs.TEXT, new Style("form", true))
            .json(body, EventQuery.CODEC, "application/json");
        return paged(request, new PageRule("cursor", "items", "next"), CalendarEvent.CODEC, options);
    }

    /** The same with nothing said beside. */
    public Paged<CalendarEvent> query(String calendarId, EventQuery body, CallOption... options) {
        return query(calendarId, body, EventsQueryParams.builder().build(), options);
    }

    /**
     * Fetch an event
     *
     * <p>The event in the form that Accept asks for; as `text/calendar` it is byte for byte what was stored.
     */
    public CalendarEvent get(String calendarId, String eventId, EventsGetParams params, CallOption... options) {
        Request request = new Request(
            "events.get", "GET", Identity.BASE_PATH + "/calendars/{calendarId}/events/{eventId}", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false))
            .inPath("eventId", eventId, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-None-Match", params.ifNoneMatch(), Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", params.ifMatch(), Codecs.TEXT, new Style("simple", false));
        return fetch(request, CalendarEvent.CODEC, options);
    }

    /** The same with nothing said beside. */
    public CalendarEvent get(String calendarId, String eventId, CallOption... options) {
        return get(calendarId, eventId, EventsGetParams.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<CalendarEvent> getAsync(String calendarId, String eventId, EventsGetParams params, CallOption... options) {
        return async(() -> get(calendarId, eventId, params, options));
    }

    /** The same on another thread, with nothing said beside. */
    public CompletableFuture<CalendarEvent> getAsync(String calendarId, String eventId, CallOption... options) {
        return getAsync(calendarId, eventId, EventsGetParams.builder().build(), options);
    }

    /**
     * Fetch an event
     *
     * <p>The event in the form that Accept asks for; as `text/calendar` it is byte for byte what was stored.
     */
    public TextAnswer getAsCalendar(String calendarId, String eventId, EventsGetAsCalendarParams params, CallOption... options) {
        Request request = new Request(
            "events.get_as_calendar", "GET", Identity.BASE_PATH + "/calendars/{calendarId}/events/{eventId}", Retry.SAFE)
            .accept(MediaTypes.accept("text/calendar"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false))
            .inPath("eventId", eventId, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-None-Match", params.ifNoneMatch(), Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", params.ifMatch(), Codecs.TEXT, new Style("simple", false));
        return text(request, options);
    }

    /** The same with nothing said beside. */
    public TextAnswer getAsCalendar(String calendarId, String eventId, CallOption... options) {
        return getAsCalendar(calendarId, eventId, EventsGetAsCalendarParams.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<TextAnswer> getAsCalendarAsync(String calendarId, String eventId, EventsGetAsCalendarParams params, CallOption... options) {
        return async(() -> getAsCalendar(calendarId, eventId, params, options));
    }

    /** The same on another thread, with nothing said beside. */
    public CompletableFuture<TextAnswer> getAsCalendarAsync(String calendarId, String eventId, CallOption... options) {
        return getAsCalendarAsync(calendarId, eventId, EventsGetAsCalendarParams.builder().build(), options);
    }

    /**
     * Replace an event
     *
     * <p>Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning
     * changed, so that what JSCalendar cannot say is kept; iCalendar is stored as it is. `If-Match` is
     * required; `*` stands for any version.
     */
    public CalendarEvent replace(String calendarId, String eventId, CalendarEventChange body, EventsReplaceParams params, CallOption... options) {
        Request request = new Request(
            "events.replace", "PUT", Identity.BASE_PATH + "/calendars/{calendarId}/events/{eventId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept("application/json"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false))
            .inPath("eventId", eventId, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", Opt.of(params.ifMatch()), Codecs.TEXT, new Style("simple", false))
            .json(body, CalendarEventChange.CODEC, "application/json");
        return fetch(request, CalendarEvent.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<CalendarEvent> replaceAsync(String calendarId, String eventId, CalendarEventChange body, EventsReplaceParams params, CallOption... options) {
        return async(() -> replace(calendarId, eventId, body, params, options));
    }

    /**
     * Replace an event
     *
     * <p>Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning
     * changed, so that what JSCalendar cannot say is kept; iCalendar is stored as it is. `If-Match` is
     * required; `*` stands for any version.
     */
    public CalendarEvent replaceFromJscalendar(String calendarId, String eventId, JsCalendar body, EventsReplaceFromJscalendarParams params, CallOption... options) {
        Request request = new Request(
            "events.replace_from_jscalendar", "PUT", Identity.BASE_PATH + "/calendars/{calendarId}/events/{eventId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept("application/json"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false))
            .inPath("eventId", eventId, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", Opt.of(params.ifMatch()), Codecs.TEXT, new Style("simple", false))
            .json(body, JsCalendar.CODEC, "application/jscalendar+json");
        return fetch(request, CalendarEvent.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<CalendarEvent> replaceFromJscalendarAsync(String calendarId, String eventId, JsCalendar body, EventsReplaceFromJscalendarParams params, CallOption... options) {
        return async(() -> replaceFromJscalendar(calendarId, eventId, body, params, options));
    }

    /**
     * Replace an event
     *
     * <p>Says the whole event anew. JSCalendar changes those lines of the stored iCalendar whose meaning
     * changed, so that what JSCalendar cannot say is kept; iCalendar is stored as it is. `If-Match` is
     * required; `*` stands for any version.
     */
    public CalendarEvent replaceFromCalendar(String calendarId, String eventId, String body, EventsReplaceFromCalendarParams params, CallOption... options) {
        Request request = new Request(
            "events.replace_from_calendar", "PUT", Identity.BASE_PATH + "/calendars/{calendarId}/events/{eventId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept("application/json"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false))
            .inPath("eventId", eventId, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", Opt.of(params.ifMatch()), Codecs.TEXT, new Style("simple", false))
            .text(body, "text/calendar");
        return fetch(request, CalendarEvent.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<CalendarEvent> replaceFromCalendarAsync(String calendarId, String eventId, String body, EventsReplaceFromCalendarParams params, CallOption... options) {
        return async(() -> replaceFromCalendar(calendarId, eventId, body, params, options));
    }

    /**
     * Remove an event
     *
     * <p>Removes an event; who was invited is told as it is in CalDAV.
     */
    public void delete(String calendarId, String eventId, EventsDeleteParams params, CallOption... options) {
        Request request = new Request(
            "events.delete", "DELETE", Identity.BASE_PATH + "/calendars/{calendarId}/events/{eventId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept(""))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false))
            .inPath("eventId", eventId, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", params.ifMatch(), Codecs.TEXT, new Style("simple", false));
        perform(request, options);
    }

    /** The same with nothing said beside. */
    public void delete(String calendarId, String eventId, CallOption... options) {
        delete(calendarId, eventId, EventsDeleteParams.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<Void> deleteAsync(String calendarId, String eventId, EventsDeleteParams params, CallOption... options) {
        return asyncRun(() -> delete(calendarId, eventId, params, options));
    }

    /** The same on another thread, with nothing said beside. */
    public CompletableFuture<Void> deleteAsync(String calendarId, String eventId, CallOption... options) {
        return deleteAsync(calendarId, eventId, EventsDeleteParams.builder().build(), options);
    }

    /**
     * Change an event
     *
     * <p>Changes parts of an event: by a merge patch of its JSCalendar (RFC 7396), or by a PatchObject (RFC 8984
     * §1.4.9), which reaches deeper members by pointers such as `locations/1/name`. Without `If-Match`, the
     * change is made to the version that is there.
     */
    public CalendarEvent update(String calendarId, String eventId, Map<String, JsonNode> body, EventsUpdateParams params, CallOption... options) {
        Request request = new Request(
            "events.update", "PATCH", Identity.BASE_PATH + "/calendars/{calendarId}/events/{eventId}", Retry.KEYED)
            .accept(MediaTypes.accept("application/json"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false))
            .inPath("eventId", eventId, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", params.ifMatch(), Codecs.TEXT, new Style("simple", false))
            .json(body, Codecs.map(Codecs.ANY), "application/json");
        return fetch(request, CalendarEvent.CODEC, options);
    }

    /** The same with nothing said beside. */
    public CalendarEvent update(String calendarId, String eventId, Map<String, JsonNode> body, CallOption... options) {
        return update(calendarId, eventId, body, EventsUpdateParams.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<CalendarEvent> updateAsync(String calendarId, String eventId, Map<String, JsonNode> body, EventsUpdateParams params, CallOption... options) {
        return async(() -> update(calendarId, eventId, body, params, options));
    }

    /** The same on another thread, with nothing said beside. */
    public CompletableFuture<CalendarEvent> updateAsync(String calendarId, String eventId, Map<String, JsonNode> body, CallOption... options) {
        return updateAsync(calendarId, eventId, body, EventsUpdateParams.builder().build(), options);
    }

    /**
     * List the instances of an event
     *
     * <p>When an event happens in a range, in order of time.
     */
    public Paged<Occurrence> occurrences(String calendarId, String eventId, EventsOccurrencesParams params, CallOption... options) {
        Request request = new Request(
            "events.occurrences", "GET", Identity.BASE_PATH + "/calendars/{calendarId}/events/{eventId}/occurrences", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inPath("calendarId", calendarId, Codecs.TEXT, new Style("simple", false))
            .inPath("eventId", eventId, Codecs.TEXT, new Style("simple", false))
            .inQuery("from", Opt.of(params.from()), Codecs.TEXT, new Style("form", true))
            .inQuery("to", Opt.of(params.to()), Codecs.TEXT, new Style("form", true))
            .inQuery("limit", params.limit(), Codecs.INTEGER, new Style("form", true))
            .inQuery("cursor", params.cursor(), Codecs.TEXT, new Style("form", true));
        return paged(request, new PageRule("cursor", "items", "next"), Occurrence.CODEC, options);
    }
}
