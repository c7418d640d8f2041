package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An event to add.
 *
 * @param name The last segment of its path in DAV; the server finds one otherwise.
 * @param data An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others
 *     may be sent and are told.
 * @param extra Members that are not known here.
 */
public record NewCalendarEvent(
    Opt<String> name,
    JsCalendar data,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<NewCalendarEvent> CODEC = Codec.of(NewCalendarEvent::fromJson, "data");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NewCalendarEvent fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new NewCalendarEvent(
            in.optional("name", Codecs.TEXT),
            in.required("data", JsCalendar.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("name", this.name, Codecs.TEXT)
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
        made.name = this.name;
        made.data = this.data;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> name = Opt.absent();
        private JsCalendar data;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder name(String name) {
            this.name = Opt.of(name);
            return this;
        }

        public Builder name(Opt<String> name) {
            this.name = name;
            return this;
        }

        public Builder data(JsCalendar data) {
            this.data = data;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public NewCalendarEvent build() {
            return new NewCalendarEvent(
                this.name,
                Objects.requireNonNull(this.data, "data"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
