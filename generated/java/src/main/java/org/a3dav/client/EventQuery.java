package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What events must be.
 *
 * @param from A moment as RFC 3339 has it, or a date, which stands for its beginning in UTC.
 * @param to A moment as RFC 3339 has it, or a date, which stands for its beginning in UTC.
 * @param expand Whether each instance is an entry of its own.
 * @param data Whether entries have `data`.
 * @param text What title, description or location must contain.
 * @param component A kind of component of iCalendar.
 * @param uid The UID that it must have.
 * @param categories Categories that it must have, all of them.
 * @param participant The address of somebody who must be among organizer and participants.
 * @param status The status that it must have, one of these; one without a status is confirmed.
 * @param extra Members that are not known here.
 */
public record EventQuery(
    Opt<String> from,
    Opt<String> to,
    Opt<Boolean> expand,
    Opt<Boolean> data,
    Opt<String> text,
    Opt<CalendarComponent> component,
    Opt<String> uid,
    Opt<List<String>> categories,
    Opt<String> participant,
    Opt<List<EventQueryStatusItem>> status,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<EventQuery> CODEC = Codec.of(EventQuery::fromJson);

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EventQuery fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new EventQuery(
            in.optional("from", Codecs.TEXT),
            in.optional("to", Codecs.TEXT),
            in.optional("expand", Codecs.BOOLEAN),
            in.optional("data", Codecs.BOOLEAN),
            in.optional("text", Codecs.TEXT),
            in.optional("component", CalendarComponent.CODEC),
            in.optional("uid", Codecs.TEXT),
            in.optional("categories", Codecs.list(Codecs.TEXT)),
            in.optional("participant", Codecs.TEXT),
            in.optional("status", Codecs.list(EventQueryStatusItem.CODEC)),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("from", this.from, Codecs.TEXT)
            .optional("to", this.to, Codecs.TEXT)
            .optional("expand", this.expand, Codecs.BOOLEAN)
            .optional("data", this.data, Codecs.BOOLEAN)
            .optional("text", this.text, Codecs.TEXT)
            .optional("component", this.component, CalendarComponent.CODEC)
            .optional("uid", this.uid, Codecs.TEXT)
            .optional("categories", this.categories, Codecs.list(Codecs.TEXT))
            .optional("participant", this.participant, Codecs.TEXT)
            .optional("status", this.status, Codecs.list(EventQueryStatusItem.CODEC))
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
        made.from = this.from;
        made.to = this.to;
        made.expand = this.expand;
        made.data = this.data;
        made.text = this.text;
        made.component = this.component;
        made.uid = this.uid;
        made.categories = this.categories;
        made.participant = this.participant;
        made.status = this.status;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> from = Opt.absent();
        private Opt<String> to = Opt.absent();
        private Opt<Boolean> expand = Opt.absent();
        private Opt<Boolean> data = Opt.absent();
        private Opt<String> text = Opt.absent();
        private Opt<CalendarComponent> component = Opt.absent();
        private Opt<String> uid = Opt.absent();
        private Opt<List<String>> categories = Opt.absent();
        private Opt<String> participant = Opt.absent();
        private Opt<List<EventQueryStatusItem>> status = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder from(String from) {
            this.from = Opt.of(from);
            return this;
        }

        public Builder from(Opt<String> from) {
            this.from = from;
            return this;
        }

        public Builder to(String to) {
            this.to = Opt.of(to);
            return this;
        }

        public Builder to(Opt<String> to) {
            this.to = to;
            return this;
        }

        public Builder expand(boolean expand) {
            this.expand = Opt.of(expand);
            return this;
        }

        public Builder expand(Opt<Boolean> expand) {
            this.expand = expand;
            return this;
        }

        public Builder data(boolean data) {
            this.data = Opt.of(data);
            return this;
        }

        public Builder data(Opt<Boolean> data) {
            this.data = data;
            return this;
        }

        public Builder text(String text) {
            this.text = Opt.of(text);
            return this;
        }

        public Builder text(Opt<String> text) {
            this.text = text;
            return this;
        }

        public Builder component(CalendarComponent component) {
            this.component = Opt.of(component);
            return this;
        }

        public Builder component(Opt<CalendarComponent> component) {
            this.component = component;
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

        public Builder categories(List<String> categories) {
            this.categories = Opt.of(categories);
            return this;
        }

        public Builder categories(Opt<List<String>> categories) {
            this.categories = categories;
            return this;
        }

        public Builder participant(String participant) {
            this.participant = Opt.of(participant);
            return this;
        }

        public Builder participant(Opt<String> participant) {
            this.participant = participant;
            return this;
        }

        public Builder status(List<EventQueryStatusItem> status) {
            this.status = Opt.of(status);
            return this;
        }

        public Builder status(Opt<List<EventQueryStatusItem>> status) {
            this.status = status;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public EventQuery build() {
            return new EventQuery(
                this.from,
                this.to,
                this.expand,
                this.data,
                this.text,
                this.component,
                this.uid,
                this.categories,
                this.participant,
                this.status,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
