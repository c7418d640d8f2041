package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An event, task or journal, or an instance of one.
 *
 * @param id Identifies an object for as long as it exists.
 * @param name The last segment of its path in CalDAV.
 * @param href Its path in CalDAV.
 * @param collection Identifies an object for as long as it exists.
 * @param etag Its entity tag, for If-Match.
 * @param size The bytes of its iCalendar.
 * @param created A moment in UTC (RFC 3339).
 * @param modified A moment in UTC (RFC 3339).
 * @param uid Its UID.
 * @param component A kind of component of iCalendar.
 * @param data An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others
 *     may be sent and are told.
 * @param recurrenceId Of an instance of a series, which one it is, in local time.
 * @param start A moment in UTC (RFC 3339).
 * @param end A moment in UTC (RFC 3339).
 * @param allDay Of an instance, whether it lasts whole days.
 * @param changed Of an instance, whether it is other than the series says.
 * @param extra Members that are not known here.
 */
public record CalendarEvent(
    String id,
    String name,
    String href,
    String collection,
    String etag,
    long size,
    Timestamp created,
    Timestamp modified,
    String uid,
    CalendarComponent component,
    Opt<JsCalendar> data,
    Opt<String> recurrenceId,
    Opt<Timestamp> start,
    Opt<Timestamp> end,
    Opt<Boolean> allDay,
    Opt<Boolean> changed,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<CalendarEvent> CODEC = Codec.of(CalendarEvent::fromJson, "id", "name", "href", "collection", "etag", "size", "created", "modified", "uid", "component");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CalendarEvent fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new CalendarEvent(
            in.required("id", Codecs.TEXT),
            in.required("name", Codecs.TEXT),
            in.required("href", Codecs.TEXT),
            in.required("collection", Codecs.TEXT),
            in.required("etag", Codecs.TEXT),
            in.required("size", Codecs.INTEGER),
            in.required("created", Codecs.TIMESTAMP),
            in.required("modified", Codecs.TIMESTAMP),
            in.required("uid", Codecs.TEXT),
            in.required("component", CalendarComponent.CODEC),
            in.optional("data", JsCalendar.CODEC),
            in.optional("recurrenceId", Codecs.TEXT),
            in.optional("start", Codecs.TIMESTAMP),
            in.optional("end", Codecs.TIMESTAMP),
            in.optional("allDay", Codecs.BOOLEAN),
            in.optional("changed", Codecs.BOOLEAN),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
            .required("name", this.name, Codecs.TEXT)
            .required("href", this.href, Codecs.TEXT)
            .required("collection", this.collection, Codecs.TEXT)
            .required("etag", this.etag, Codecs.TEXT)
            .required("size", this.size, Codecs.INTEGER)
            .required("created", this.created, Codecs.TIMESTAMP)
            .required("modified", this.modified, Codecs.TIMESTAMP)
            .required("uid", this.uid, Codecs.TEXT)
            .required("component", this.component, CalendarComponent.CODEC)
            .optional("data", this.data, JsCalendar.CODEC)
            .optional("recurrenceId", this.recurrenceId, Codecs.TEXT)
            .optional("start", this.start, Codecs.TIMESTAMP)
            .optional("end", this.end, Codecs.TIMESTAMP)
            .optional("allDay", this.allDay, Codecs.BOOLEAN)
            .optional("changed", this.changed, Codecs.BOOLEAN)
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
        made.id = this.id;
        made.name = this.name;
        made.href = this.href;
        made.collection = this.collection;
        made.etag = this.etag;
        made.size = this.size;
        made.created = this.created;
        made.modified = this.modified;
        made.uid = this.uid;
        made.component = this.component;
        made.data = this.data;
        made.recurrenceId = this.recurrenceId;
        made.start = this.start;
        made.end = this.end;
        made.allDay = this.allDay;
        made.changed = this.changed;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;
        private String name;
        private String href;
        private String collection;
        private String etag;
        private Long size;
        private Timestamp created;
        private Timestamp modified;
        private String uid;
        private CalendarComponent component;
        private Opt<JsCalendar> data = Opt.absent();
        private Opt<String> recurrenceId = Opt.absent();
        private Opt<Timestamp> start = Opt.absent();
        private Opt<Timestamp> end = Opt.absent();
        private Opt<Boolean> allDay = Opt.absent();
        private Opt<Boolean> changed = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public Builder href(String href) {
            this.href = href;
            return this;
        }

        public Builder collection(String collection) {
            this.collection = collection;
            return this;
        }

        public Builder etag(String etag) {
            this.etag = etag;
            return this;
        }

        public Builder size(long size) {
            this.size = size;
            return this;
        }

        public Builder created(Timestamp created) {
            this.created = created;
            return this;
        }

        public Builder modified(Timestamp modified) {
            this.modified = modified;
            return this;
        }

        public Builder uid(String uid) {
            this.uid = uid;
            return this;
        }

        public Builder component(CalendarComponent component) {
            this.component = component;
            return this;
        }

        public Builder data(JsCalendar data) {
            this.data = Opt.of(data);
            return this;
        }

        public Builder data(Opt<JsCalendar> data) {
            this.data = data;
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

        public Builder start(Timestamp start) {
            this.start = Opt.of(start);
            return this;
        }

        public Builder start(Opt<Timestamp> start) {
            this.start = start;
            return this;
        }

        public Builder end(Timestamp end) {
            this.end = Opt.of(end);
            return this;
        }

        public Builder end(Opt<Timestamp> end) {
            this.end = end;
            return this;
        }

        public Builder allDay(boolean allDay) {
            this.allDay = Opt.of(allDay);
            return this;
        }

        public Builder allDay(Opt<Boolean> allDay) {
            this.allDay = allDay;
            return this;
        }

        public Builder changed(boolean changed) {
            this.changed = Opt.of(changed);
            return this;
        }

        public Builder changed(Opt<Boolean> changed) {
            this.changed = changed;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public CalendarEvent build() {
            return new CalendarEvent(
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.name, "name"),
                Objects.requireNonNull(this.href, "href"),
                Objects.requireNonNull(this.collection, "collection"),
                Objects.requireNonNull(this.etag, "etag"),
                Objects.requireNonNull(this.size, "size"),
                Objects.requireNonNull(this.created, "created"),
                Objects.requireNonNull(this.modified, "modified"),
                Objects.requireNonNull(this.uid, "uid"),
                Objects.requireNonNull(this.component, "component"),
                this.data,
                this.recurrenceId,
                this.start,
                this.end,
                this.allDay,
                this.changed,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
