package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What to change of a calendar.
 *
 * @param displayName The name to show.
 * @param description What it is for.
 * @param color A colour, as `#RRGGBB` or `#RRGGBBAA`.
 * @param timeZone The IANA name of a time zone.
 * @param countsAsBusy Whether what it holds makes its owner busy.
 * @param extra Members that are not known here.
 */
public record CalendarUpdate(
    Opt<String> displayName,
    Opt<String> description,
    Opt<String> color,
    Opt<String> timeZone,
    Opt<Boolean> countsAsBusy,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<CalendarUpdate> CODEC = Codec.of(CalendarUpdate::fromJson);

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CalendarUpdate fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new CalendarUpdate(
            in.optional("displayName", Codecs.TEXT),
            in.optional("description", Codecs.TEXT),
            in.optional("color", Codecs.TEXT),
            in.optional("timeZone", Codecs.TEXT),
            in.optional("countsAsBusy", Codecs.BOOLEAN),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("displayName", this.displayName, Codecs.TEXT)
            .optional("description", this.description, Codecs.TEXT)
            .optional("color", this.color, Codecs.TEXT)
            .optional("timeZone", this.timeZone, Codecs.TEXT)
            .optional("countsAsBusy", this.countsAsBusy, Codecs.BOOLEAN)
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
        made.displayName = this.displayName;
        made.description = this.description;
        made.color = this.color;
        made.timeZone = this.timeZone;
        made.countsAsBusy = this.countsAsBusy;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> displayName = Opt.absent();
        private Opt<String> description = Opt.absent();
        private Opt<String> color = Opt.absent();
        private Opt<String> timeZone = Opt.absent();
        private Opt<Boolean> countsAsBusy = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder displayName(String displayName) {
            this.displayName = Opt.of(displayName);
            return this;
        }

        public Builder displayName(Opt<String> displayName) {
            this.displayName = displayName;
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

        public Builder color(String color) {
            this.color = Opt.of(color);
            return this;
        }

        public Builder color(Opt<String> color) {
            this.color = color;
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

        public Builder countsAsBusy(boolean countsAsBusy) {
            this.countsAsBusy = Opt.of(countsAsBusy);
            return this;
        }

        public Builder countsAsBusy(Opt<Boolean> countsAsBusy) {
            this.countsAsBusy = countsAsBusy;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public CalendarUpdate build() {
            return new CalendarUpdate(
                this.displayName,
                this.description,
                this.color,
                this.timeZone,
                this.countsAsBusy,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
