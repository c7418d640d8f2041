package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may
 * be sent and are told.
 *
 * @param atType What it is.
 * @param uid Its identifier in all systems; the server makes one for a new object without.
 * @param title What it is called.
 * @param description What it is about.
 * @param start Its beginning in local time.
 * @param timeZone The IANA name of its time zone; null floats with the reader.
 * @param duration How long it lasts.
 * @param due Of a Task, until when, in local time.
 * @param showWithoutTime Whether it lasts whole days.
 * @param status How sure it is.
 * @param progress How far a Task is.
 * @param percentComplete How much of a Task is done.
 * @param freeBusyStatus Whether it makes busy.
 * @param privacy How much of it others see.
 * @param priority 1 is the highest, 0 none.
 * @param color A colour for it.
 * @param locale The language of its texts.
 * @param sequence How often it was changed for those invited.
 * @param created When it was made.
 * @param updated When it was changed.
 * @param prodId What made it.
 * @param keywords Keywords by their text.
 * @param categories Categories by their URI.
 * @param locations Places.
 * @param virtualLocations Places to call.
 * @param links Files and pages.
 * @param participants Who takes part.
 * @param replyTo Where answers go.
 * @param alerts Reminders.
 * @param recurrenceRules When it happens again.
 * @param excludedRecurrenceRules When it does not.
 * @param recurrenceOverrides Instances that differ.
 * @param recurrenceId Of an instance alone, which one it is.
 * @param relatedTo What it belongs to.
 * @param extra Members that are not known here.
 */
public record JsCalendar(
    Opt<JsCalendarAtType> atType,
    Opt<String> uid,
    Opt<String> title,
    Opt<String> description,
    Opt<String> start,
    Opt<String> timeZone,
    Opt<String> duration,
    Opt<String> due,
    Opt<Boolean> showWithoutTime,
    Opt<JsCalendarStatus> status,
    Opt<JsCalendarProgress> progress,
    Opt<Long> percentComplete,
    Opt<JsCalendarFreeBusyStatus> freeBusyStatus,
    Opt<JsCalendarPrivacy> privacy,
    Opt<Long> priority,
    Opt<String> color,
    Opt<String> locale,
    Opt<Long> sequence,
    Opt<String> created,
    Opt<String> updated,
    Opt<String> prodId,
    Opt<Map<String, Boolean>> keywords,
    Opt<Map<String, Boolean>> categories,
    Opt<Map<String, Map<String, JsonNode>>> locations,
    Opt<Map<String, Map<String, JsonNode>>> virtualLocations,
    Opt<Map<String, Map<String, JsonNode>>> links,
    Opt<Map<String, Map<String, JsonNode>>> participants,
    Opt<Map<String, String>> replyTo,
    Opt<Map<String, Map<String, JsonNode>>> alerts,
    Opt<List<Map<String, JsonNode>>> recurrenceRules,
    Opt<List<Map<String, JsonNode>>> excludedRecurrenceRules,
    Opt<Map<String, Map<String, JsonNode>>> recurrenceOverrides,
    Opt<String> recurrenceId,
    Opt<Map<String, Map<String, JsonNode>>> relatedTo,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<JsCalendar> CODEC = Codec.of(JsCalendar::fromJson);

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static JsCalendar fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new JsCalendar(
            in.optional("@type", JsCalendarAtType.CODEC),
            in.optional("uid", Codecs.TEXT),
            in.optional("title", Codecs.TEXT),
            in.optional("description", Codecs.TEXT),
            in.optional("start", Codecs.TEXT),
            in.optional("timeZone", Codecs.TEXT),
            in.optional("duration", Codecs.TEXT),
            in.optional("due", Codecs.TEXT),
            in.optional("showWithoutTime", Codecs.BOOLEAN),
            in.optional("status", JsCalendarStatus.CODEC),
            in.optional("progress", JsCalendarProgress.CODEC),
            in.optional("percentComplete", Codecs.INTEGER),
            in.optional("freeBusyStatus", JsCalendarFreeBusyStatus.CODEC),
            in.optional("privacy", JsCalendarPrivacy.CODEC),
            in.optional("priority", Codecs.INTEGER),
            in.optional("color", Codecs.TEXT),
            in.optional("locale", Codecs.TEXT),
            in.optional("sequence", Codecs.INTEGER),
            in.optional("created", Codecs.TEXT),
            in.optional("updated", Codecs.TEXT),
            in.optional("prodId", Codecs.TEXT),
            in.optional("keywords", Codecs.map(Codecs.BOOLEAN)),
            in.optional("categories", Codecs.map(Codecs.BOOLEAN)),
            in.optional("locations", Codecs.map(Codecs.map(Codecs.ANY))),
            in.optional("virtualLocations", Codecs.map(Codecs.map(Codecs.ANY))),
            in.optional("links", Codecs.map(Codecs.map(Codecs.ANY))),
            in.optional("participants", Codecs.map(Codecs.map(Codecs.ANY))),
            in.optional("replyTo", Codecs.map(Codecs.TEXT)),
            in.optional("alerts", Codecs.map(Codecs.map(Codecs.ANY))),
            in.optional("recurrenceRules", Codecs.list(Codecs.map(Codecs.ANY))),
            in.optional("excludedRecurrenceRules", Codecs.list(Codecs.map(Codecs.ANY))),
            in.optional("recurrenceOverrides", Codecs.map(Codecs.map(Codecs.ANY))),
            in.optional("recurrenceId", Codecs.TEXT),
            in.optional("relatedTo", Codecs.map(Codecs.map(Codecs.ANY))),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("@type", this.atType, JsCalendarAtType.CODEC)
            .optional("uid", this.uid, Codecs.TEXT)
            .optional("title", this.title, Codecs.TEXT)
            .optional("description", this.description, Codecs.TEXT)
            .optional("start", this.start, Codecs.TEXT)
            .optional("timeZone", this.timeZone, Codecs.TEXT)
            .optional("duration", this.duration, Codecs.TEXT)
            .optional("due", this.due, Codecs.TEXT)
            .optional("showWithoutTime", this.showWithoutTime, Codecs.BOOLEAN)
            .optional("status", this.status, JsCalendarStatus.CODEC)
            .optional("progress", this.progress, JsCalendarProgress.CODEC)
            .optional("percentComplete", this.percentComplete, Codecs.INTEGER)
            .optional("freeBusyStatus", this.freeBusyStatus, JsCalendarFreeBusyStatus.CODEC)
            .optional("privacy", this.privacy, JsCalendarPrivacy.CODEC)
            .optional("priority", this.priority, Codecs.INTEGER)
            .optional("color", this.color, Codecs.TEXT)
            .optional("locale", this.locale, Codecs.TEXT)
            .optional("sequence", this.sequence, Codecs.INTEGER)
            .optional("created", this.created, Codecs.TEXT)
            .optional("updated", this.updated, Codecs.TEXT)
            .optional("prodId", this.prodId, Codecs.TEXT)
            .optional("keywords", this.keywords, Codecs.map(Codecs.BOOLEAN))
            .optional("categories", this.categories, Codecs.map(Codecs.BOOLEAN))
            .optional("locations", this.locations, Codecs.map(Codecs.map(Codecs.ANY)))
            .optional("virtualLocations", this.virtualLocations, Codecs.map(Codecs.map(Codecs.ANY)))
            .optional("links", this.links, Codecs.map(Codecs.map(Codecs.ANY)))
            .optional("participants", this.participants, Codecs.map(Codecs.map(Codecs.ANY)))
            .optional("replyTo", this.replyTo, Codecs.map(Codecs.TEXT))
            .optional("alerts", this.alerts, Codecs.map(Codecs.map(Codecs.ANY)))
            .optional("recurrenceRules", this.recurrenceRules, Codecs.list(Codecs.map(Codecs.ANY)))
            .optional("excludedRecurrenceRules", this.excludedRecurrenceRules, Codecs.list(Codecs.map(Codecs.ANY)))
            .optional("recurrenceOverrides", this.recurrenceOverrides, Codecs.map(Codecs.map(Codecs.ANY)))
            .optional("recurrenceId", this.recurrenceId, Codecs.TEXT)
            .optional("relatedTo", this.relatedTo, Codecs.map(Codecs.map(Codecs.ANY)))
            .extra(this.extra, Codecs.ANY)
            .done();
    }

    /** Begins one of which nothing is said yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins one like this. */
    public Builder toBuilder() {
        Builder made = new Builder();
        made.atType = this.atType;
        made.uid = this.uid;
        made.title = this.title;
        made.description = this.description;
        made.start = this.start;
        made.timeZone = this.timeZone;
        made.duration = this.duration;
        made.due = this.due;
        made.showWithoutTime = this.showWithoutTime;
        made.status = this.status;
        made.progress = this.progress;
        made.percentComplete = this.percentComplete;
        made.freeBusyStatus = this.freeBusyStatus;
        made.privacy = this.privacy;
        made.priority = this.priority;
        made.color = this.color;
        made.locale = this.locale;
        made.sequence = this.sequence;
        made.created = this.created;
        made.updated = this.updated;
        made.prodId = this.prodId;
        made.keywords = this.keywords;
        made.categories = this.categories;
        made.locations = this.locations;
        made.virtualLocations = this.virtualLocations;
        made.links = this.links;
        made.participants = this.participants;
        made.replyTo = this.replyTo;
        made.alerts = this.alerts;
        made.recurrenceRules = this.recurrenceRules;
        made.excludedRecurrenceRules = this.excludedRecurrenceRules;
        made.recurrenceOverrides = this.recurrenceOverrides;
        made.recurrenceId = this.recurrenceId;
        made.relatedTo = this.relatedTo;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<JsCalendarAtType> atType = Opt.absent();
        private Opt<String> uid = Opt.absent();
        private Opt<String> title = Opt.absent();
        private Opt<String> description = Opt.absent();
        private Opt<String> start = Opt.absent();
        private Opt<String> timeZone = Opt.absent();
        private Opt<String> duration = Opt.absent();
        private Opt<String> due = Opt.absent();
        private Opt<Boolean> showWithoutTime = Opt.absent();
        private Opt<JsCalendarStatus> status = Opt.absent();
        private Opt<JsCalendarProgress> progress = Opt.absent();
        private Opt<Long> percentComplete = Opt.absent();
        private Opt<JsCalendarFreeBusyStatus> freeBusyStatus = Opt.absent();
        private Opt<JsCalendarPrivacy> privacy = Opt.absent();
        private Opt<Long> priority = Opt.absent();
        private Opt<String> color = Opt.absent();
        private Opt<String> locale = Opt.absent();
        private Opt<Long> sequence = Opt.absent();
        private Opt<String> created = Opt.absent();
        private Opt<String> updated = Opt.absent();
        private Opt<String> prodId = Opt.absent();
        private Opt<Map<String, Boolean>> keywords = Opt.absent();
        private Opt<Map<String, Boolean>> categories = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> locations = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> virtualLocations = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> links = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> participants = Opt.absent();
        private Opt<Map<String, String>> replyTo = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> alerts = Opt.absent();
        private Opt<List<Map<String, JsonNode>>> recurrenceRules = Opt.absent();
        private Opt<List<Map<String, JsonNode>>> excludedRecurrenceRules = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> recurrenceOverrides = Opt.absent();
        private Opt<String> recurrenceId = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> relatedTo = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder atType(JsCalendarAtType atType) {
            this.atType = Opt.of(atType);
            return this;
        }

        public Builder atType(Opt<JsCalendarAtType> atType) {
            this.atType = atType;
            return this;
        }

        public Builder uid(String uid) {
            this.uid = Opt.of(uid);
            return this;
        }

        public Builder uid(Opt<String> uid) {
            this.uid = uid;
            return this;
        }

        public Builder title(String title) {
            this.title = Opt.of(title);
            return this;
        }

        public Builder title(Opt<String> title) {
            this.title = title;
            return this;
        }

        public Builder description(String description) {
            this.description = Opt.of(description);
            return this;
        }

        public Builder description(Opt<String> description) {
            this.description = description;
            return this;
        }

        public Builder start(String start) {
            this.start = Opt.of(start);
            return this;
        }

        public Builder start(Opt<String> start) {
            this.start = start;
            return this;
        }

        public Builder timeZone(String timeZone) {
            this.timeZone = Opt.of(timeZone);
            return this;
        }

        public Builder timeZone(Opt<String> timeZone) {
            this.timeZone = timeZone;
            return this;
        }

        public Builder duration(String duration) {
            this.duration = Opt.of(duration);
            return this;
        }

        public Builder duration(Opt<String> duration) {
            this.duration = duration;
            return this;
        }

        public Builder due(String due) {
            this.due = Opt.of(due);
            return this;
        }

        public Builder due(Opt<String> due) {
            this.due = due;
            return this;
        }

        public Builder showWithoutTime(boolean showWithoutTime) {
            this.showWithoutTime = Opt.of(showWithoutTime);
            return this;
        }

        public Builder showWithoutTime(Opt<Boolean> showWithoutTime) {
            this.showWithoutTime = showWithoutTime;
            return this;
        }

        public Builder status(JsCalendarStatus status) {
            this.status = Opt.of(status);
            return this;
        }

        public Builder status(Opt<JsCalendarStatus> status) {
            this.status = status;
            return this;
        }

        public Builder progress(JsCalendarProgress progress) {
            this.progress = Opt.of(progress);
            return this;
        }

        public Builder progress(Opt<JsCalendarProgress> progress) {
            this.progress = progress;
            return this;
        }

        public Builder percentComplete(long percentComplete) {
            this.percentComplete = Opt.of(percentComplete);
            return this;
        }

        public Builder percentComplete(Opt<Long> percentComplete) {
            this.percentComplete = percentComplete;
            return this;
        }

        public Builder freeBusyStatus(JsCalendarFreeBusyStatus freeBusyStatus) {
            this.freeBusyStatus = Opt.of(freeBusyStatus);
            return this;
        }

        public Builder freeBusyStatus(Opt<JsCalendarFreeBusyStatus> freeBusyStatus) {
            this.freeBusyStatus = freeBusyStatus;
            return this;
        }

        public Builder privacy(JsCalendarPrivacy privacy) {
            this.privacy = Opt.of(privacy);
            return this;
        }

        public Builder privacy(Opt<JsCalendarPrivacy> privacy) {
            this.privacy = privacy;
            return this;
        }

        public Builder priority(long priority) {
            this.priority = Opt.of(priority);
            return this;
        }

        public Builder priority(Opt<Long> priority) {
            this.priority = priority;
            return this;
        }

        public Builder color(String color) {
            this.color = Opt.of(color);
            return this;
        }

        public Builder color(Opt<String> color) {
            this.color = color;
            return this;
        }

        public Builder locale(String locale) {
            this.locale = Opt.of(locale);
            return this;
        }

        public Builder locale(Opt<String> locale) {
            this.locale = locale;
            return this;
        }

        public Builder sequence(long sequence) {
            this.sequence = Opt.of(sequence);
            return this;
        }

        public Builder sequence(Opt<Long> sequence) {
            this.sequence = sequence;
            return this;
        }

        public Builder created(String created) {
            this.created = Opt.of(created);
            return this;
        }

        public Builder created(Opt<String> created) {
            this.created = created;
            return this;
        }

        public Builder updated(String updated) {
            this.updated = Opt.of(updated);
            return this;
        }

        public Builder updated(Opt<String> updated) {
            this.updated = updated;
            return this;
        }

        public Builder prodId(String prodId) {
            this.prodId = Opt.of(prodId);
            return this;
        }

        public Builder prodId(Opt<String> prodId) {
            this.prodId = prodId;
            return this;
        }

        public Builder keywords(Map<String, Boolean> keywords) {
            this.keywords = Opt.of(keywords);
            return this;
        }

        public Builder keywords(Opt<Map<String, Boolean>> keywords) {
            this.keywords = keywords;
            return this;
        }

        public Builder categories(Map<String, Boolean> categories) {
            this.categories = Opt.of(categories);
            return this;
        }

        public Builder categories(Opt<Map<String, Boolean>> categories) {
            this.categories = categories;
            return this;
        }

        public Builder locations(Map<String, Map<String, JsonNode>> locations) {
            this.locations = Opt.of(locations);
            return this;
        }

        public Builder locations(Opt<Map<String, Map<String, JsonNode>>> locations) {
            this.locations = locations;
            return this;
        }

        public Builder virtualLocations(Map<String, Map<String, JsonNode>> virtualLocations) {
            this.virtualLocations = Opt.of(virtualLocations);
            return this;
        }

        public Builder virtualLocations(Opt<Map<String, Map<String, JsonNode>>> virtualLocations) {
            this.virtualLocations = virtualLocations;
            return this;
        }

        public Builder links(Map<String, Map<String, JsonNode>> links) {
            this.links = Opt.of(links);
            return this;
        }

        public Builder links(Opt<Map<String, Map<String, JsonNode>>> links) {
            this.links = links;
            return this;
        }

        public Builder participants(Map<String, Map<String, JsonNode>> participants) {
            this.participants = Opt.of(participants);
            return this;
        }

        public Builder participants(Opt<Map<String, Map<String, JsonNode>>> participants) {
            this.participants = participants;
            return this;
        }

        public Builder replyTo(Map<String, String> replyTo) {
            this.replyTo = Opt.of(replyTo);
            return this;
        }

        public Builder replyTo(Opt<Map<String, String>> replyTo) {
            this.replyTo = replyTo;
            return this;
        }

        public Builder alerts(Map<String, Map<String, JsonNode>> alerts) {
            this.alerts = Opt.of(alerts);
            return this;
        }

        public Builder alerts(Opt<Map<String, Map<String, JsonNode>>> alerts) {
            this.alerts = alerts;
            return this;
        }

        public Builder recurrenceRules(List<Map<String, JsonNode>> recurrenceRules) {
            this.recurrenceRules = Opt.of(recurrenceRules);
            return this;
        }

        public Builder recurrenceRules(Opt<List<Map<String, JsonNode>>> recurrenceRules) {
            this.recurrenceRules = recurrenceRules;
            return this;
        }

        public Builder excludedRecurrenceRules(List<Map<String, JsonNode>> excludedRecurrenceRules) {
            this.excludedRecurrenceRules = Opt.of(excludedRecurrenceRules);
            return this;
        }

        public Builder excludedRecurrenceRules(Opt<List<Map<String, JsonNode>>> excludedRecurrenceRules) {
            this.excludedRecurrenceRules = excludedRecurrenceRules;
            return this;
        }

        public Builder recurrenceOverrides(Map<String, Map<String, JsonNode>> recurrenceOverrides) {
            this.recurrenceOverrides = Opt.of(recurrenceOverrides);
            return this;
        }

        public Builder recurrenceOverrides(Opt<Map<String, Map<String, JsonNode>>> recurrenceOverrides) {
            this.recurrenceOverrides = recurrenceOverrides;
            return this;
        }

        public Builder recurrenceId(String recurrenceId) {
            this.recurrenceId = Opt.of(recurrenceId);
            return this;
        }

        public Builder recurrenceId(Opt<String> recurrenceId) {
            this.recurrenceId = recurrenceId;
            return this;
        }

        public Builder relatedTo(Map<String, Map<String, JsonNode>> relatedTo) {
            this.relatedTo = Opt.of(relatedTo);
            return this;
        }

        public Builder relatedTo(Opt<Map<String, Map<String, JsonNode>>> relatedTo) {
            this.relatedTo = relatedTo;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public JsCalendar build() {
            return new JsCalendar(
                this.atType,
                this.uid,
                this.title,
                this.description,
                this.start,
                this.timeZone,
                this.duration,
                this.due,
                this.showWithoutTime,
                this.status,
                this.progress,
                this.percentComplete,
                this.freeBusyStatus,
                this.privacy,
                this.priority,
                this.color,
                this.locale,
                this.sequence,
                this.created,
                this.updated,
                this.prodId,
                this.keywords,
                this.categories,
                this.locations,
                this.virtualLocations,
                this.links,
                this.participants,
                this.replyTo,
                this.alerts,
                this.recurrenceRules,
                this.excludedRecurrenceRules,
                this.recurrenceOverrides,
                this.recurrenceId,
                this.relatedTo,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
