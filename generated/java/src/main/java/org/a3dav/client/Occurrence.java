package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An instance of an event.
 *
 * @param recurrenceId Which instance of a series it is, in local time.
 * @param start A moment in UTC (RFC 3339).
 * @param end A moment in UTC (RFC 3339).
 * @param allDay Whether it lasts whole days.
 * @param changed Whether it is other than the series says.
 * @param extra Members that are not known here.
 */
public record Occurrence(
    Opt<String> recurrenceId,
    Timestamp start,
    Timestamp end,
    boolean allDay,
    boolean changed,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<Occurrence> CODEC = Codec.of(Occurrence::fromJson, "recurrenceId", "start", "end", "allDay", "changed");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Occurrence fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new Occurrence(
            in.nullable("recurrenceId", Codecs.TEXT),
            in.required("start", Codecs.TIMESTAMP),
            in.required("end", Codecs.TIMESTAMP),
            in.required("allDay", Codecs.BOOLEAN),
            in.required("changed", Codecs.BOOLEAN),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .nullable("recurrenceId", this.recurrenceId, Codecs.TEXT)
            .required("start", this.start, Codecs.TIMESTAMP)
            .required("end", this.end, Codecs.TIMESTAMP)
            .required("allDay", this.allDay, Codecs.BOOLEAN)
            .required("changed", this.changed, Codecs.BOOLEAN)
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
        private Opt<String> recurrenceId = Opt.ofNull();
        private Timestamp start;
        private Timestamp end;
        private Boolean allDay;
        private Boolean changed;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder recurrenceId(String recurrenceId) {
            this.recurrenceId = Opt.of(recurrenceId);
            return this;
        }

        public Builder recurrenceId(Opt<String> recurrenceId) {
            this.recurrenceId = recurrenceId;
            return this;
        }

        public Builder start(Timestamp start) {
            this.start = start;
            return this;
        }

        public Builder end(Timestamp end) {
            this.end = end;
            return this;
        }

        public Builder allDay(boolean allDay) {
            this.allDay = allDay;
            return this;
        }

        public Builder changed(boolean changed) {
            this.changed = changed;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public Occurrence build() {
            return new Occurrence(
                this.recurrenceId,
                Objects.requireNonNull(this.start, "start"),
                Objects.requireNonNull(this.end, "end"),
                Objects.requireNonNull(this.allDay, "allDay"),
                Objects.requireNonNull(this.changed, "changed"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
