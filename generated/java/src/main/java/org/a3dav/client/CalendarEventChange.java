package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What an event is to be.
 *
 * @param data An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others
 *     may be sent and are told.
 * @param extra Members that are not known here.
 */
public record CalendarEventChange(
    JsCalendar data,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<CalendarEventChange> CODEC = Codec.of(CalendarEventChange::fromJson, "data");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CalendarEventChange fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new CalendarEventChange(
            in.required("data", JsCalendar.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("data", this.data, JsCalendar.CODEC)
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
        made.data = this.data;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private JsCalendar data;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder data(JsCalendar data) {
            this.data = data;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public CalendarEventChange build() {
            return new CalendarEventChange(
                Objects.requireNonNull(this.data, "data"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
