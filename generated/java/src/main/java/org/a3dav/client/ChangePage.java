package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A page of changes.
 *
 * @param items The changes.
 * @param next The cursor of the next page; null where there is no more for now.
 * @param cursor Where to go on later.
 * @param extra Members that are not known here.
 */
public record ChangePage(
    List<Change> items,
    Opt<String> next,
    String cursor,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<ChangePage> CODEC = Codec.of(ChangePage::fromJson, "items", "next", "cursor");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChangePage fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new ChangePage(
            in.required("items", Codecs.list(Change.CODEC)),
            in.nullable("next", Codecs.TEXT),
            in.required("cursor", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("items", this.items, Codecs.list(Change.CODEC))
            .nullable("next", this.next, Codecs.TEXT)
            .required("cursor", this.cursor, Codecs.TEXT)
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
        made.items = this.items;
        made.next = this.next;
        made.cursor = this.cursor;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private List<Change> items;
        private Opt<String> next = Opt.ofNull();
        private String cursor;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder items(List<Change> items) {
            this.items = items;
            return this;
        }

        public Builder next(String next) {
            this.next = Opt.of(next);
            return this;
        }

        public Builder next(Opt<String> next) {
            this.next = next;
            return this;
        }

        public Builder cursor(String cursor) {
            this.cursor = cursor;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public ChangePage build() {
            return new ChangePage(
                Objects.requireNonNull(this.items, "items"),
                this.next,
                Objects.requireNonNull(this.cursor, "cursor"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
