package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A calendar to make.
 *
 * @param name The last segment of its path in DAV; the server finds one otherwise.
 * @param displayName The name to show.
 * @param description What it is for.
 * @param color A colour, as `#RRGGBB` or `#RRGGBBAA`.
 * @param timeZone The IANA name of a time zone.
 * @param components The kinds of components of iCalendar that it can hold.
 * @param countsAsBusy Whether what it holds makes its owner busy.
 * @param extra Members that are not known here.
 */
public record NewCalendar(
    Opt<String> name,
    String displayName,
    Opt<String> description,
    Opt<String> color,
    Opt<String> timeZone,
    Opt<List<CalendarComponent>> components,
    Opt<Boolean> countsAsBusy,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<NewCalendar> CODEC = Codec.of(NewCalendar::fromJson, "displayName");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NewCalendar fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new NewCalendar(
            in.optional("name", Codecs.TEXT),
            in.required("displayName", Codecs.TEXT),
            in.optional("description", Codecs.TEXT),
            in.optional("color", Codecs.TEXT),
            in.optional("timeZone", Codecs.TEXT),
            in.optional("components", Codecs.list(CalendarComponent.CODEC)),
            in.optional("countsAsBusy", Codecs.BOOLEAN),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("name", this.name, Codecs.TEXT)
            .required("displayName", this.displayName, Codecs.TEXT)
            .optional("description", this.description, Codecs.TEXT)
            .optional("color", this.color, Codecs.TEXT)
            .optional("timeZone", this.timeZone, Codecs.TEXT)
            .optional("components", this.components, Codecs.list(CalendarComponent.CODEC))
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
        made.name = this.name;
        made.displayName = this.displayName;
        made.description = this.description;
        made.color = this.color;
        made.timeZone = this.timeZone;
        made.components = this.components;
        made.countsAsBusy = this.countsAsBusy;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> name = Opt.absent();
        private String displayName;
        private Opt<String> description = Opt.absent();
        private Opt<String> color = Opt.absent();
        private Opt<String> timeZone = Opt.absent();
        private Opt<List<CalendarComponent>> components = Opt.absent();
        private Opt<Boolean> countsAsBusy = Opt.absent();
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

        public Builder displayName(String displayName) {
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

        public Builder components(List<CalendarComponent> components) {
            this.components = Opt.of(components);
            return this;
        }

        public Builder components(Opt<List<CalendarComponent>> components) {
            this.components = components;
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

        public NewCalendar build() {
            return new NewCalendar(
                this.name,
                Objects.requireNonNull(this.displayName, "displayName"),
                this.description,
                this.color,
                this.timeZone,
                this.components,
                this.countsAsBusy,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
