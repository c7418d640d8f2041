package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A webhook to be made.
 *
 * @param url Where it sends to, with https.
 * @param name What it is for.
 * @param types What it sends, such as `event.created`, or `event.*` for whatever happens to events; null for
 *     everything.
 * @param collections The collections whose changes it sends; null for all that one sees.
 * @param active Whether it is switched on; null for true.
 * @param extra Members that are not known here.
 */
public record NewWebhook(
    String url,
    Opt<String> name,
    Opt<List<String>> types,
    Opt<List<String>> collections,
    Opt<Boolean> active,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<NewWebhook> CODEC = Codec.of(NewWebhook::fromJson, "url");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NewWebhook fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new NewWebhook(
            in.required("url", Codecs.TEXT),
            in.optional("name", Codecs.TEXT),
            in.optional("types", Codecs.list(Codecs.TEXT)),
            in.optional("collections", Codecs.list(Codecs.TEXT)),
            in.optional("active", Codecs.BOOLEAN),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("url", this.url, Codecs.TEXT)
            .optional("name", this.name, Codecs.TEXT)
            .optional("types", this.types, Codecs.list(Codecs.TEXT))
            .optional("collections", this.collections, Codecs.list(Codecs.TEXT))
            .optional("active", this.active, Codecs.BOOLEAN)
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
        made.url = this.url;
        made.name = this.name;
        made.types = this.types;
        made.collections = this.collections;
        made.active = this.active;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String url;
        private Opt<String> name = Opt.absent();
        private Opt<List<String>> types = Opt.absent();
        private Opt<List<String>> collections = Opt.absent();
        private Opt<Boolean> active = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder url(String url) {
            this.url = url;
            return this;
        }

        public Builder name(String name) {
            this.name = Opt.of(name);
            return this;
        }

        public Builder name(Opt<String> name) {
            this.name = name;
            return this;
        }

        public Builder types(List<String> types) {
            this.types = Opt.of(types);
            return this;
        }

        public Builder types(Opt<List<String>> types) {
            this.types = types;
            return this;
        }

        public Builder collections(List<String> collections) {
            this.collections = Opt.of(collections);
            return this;
        }

        public Builder collections(Opt<List<String>> collections) {
            this.collections = collections;
            return this;
        }

        public Builder active(boolean active) {
            this.active = Opt.of(active);
            return this;
        }

        public Builder active(Opt<Boolean> active) {
            this.active = active;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public NewWebhook build() {
            return new NewWebhook(
                Objects.requireNonNull(this.url, "url"),
                this.name,
                this.types,
                this.collections,
                this.active,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
