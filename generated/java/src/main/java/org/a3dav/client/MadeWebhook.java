package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A webhook with its secret, which is told this once.
 *
 * @param id Identifies an object for as long as it exists.
 * @param name What it is for.
 * @param url Where it sends to.
 * @param types What it sends; null for everything.
 * @param collections The collections whose changes it sends; null for all that one sees.
 * @param active Whether it is switched on.
 * @param reason Why it is not.
 * @param created When it was made.
 * @param changed When it was changed.
 * @param failingSince Since when nothing arrived.
 * @param secret What its messages are signed with.
 * @param extra Members that are not known here.
 */
public record MadeWebhook(
    String id,
    String name,
    String url,
    Opt<List<String>> types,
    Opt<List<String>> collections,
    boolean active,
    Opt<String> reason,
    Timestamp created,
    Timestamp changed,
    Opt<Timestamp> failingSince,
    String secret,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<MadeWebhook> CODEC = Codec.of(MadeWebhook::fromJson, "id", "name", "url", "types", "collections", "active", "reason", "created", "changed", "failingSince", "secret");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MadeWebhook fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new MadeWebhook(
            in.required("id", Codecs.TEXT),
            in.required("name", Codecs.TEXT),
            in.required("url", Codecs.TEXT),
            in.nullable("types", Codecs.list(Codecs.TEXT)),
            in.nullable("collections", Codecs.list(Codecs.TEXT)),
            in.required("active", Codecs.BOOLEAN),
            in.nullable("reason", Codecs.TEXT),
            in.required("created", Codecs.TIMESTAMP),
            in.required("changed", Codecs.TIMESTAMP),
            in.nullable("failingSince", Codecs.TIMESTAMP),
            in.required("secret", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
            .required("name", this.name, Codecs.TEXT)
            .required("url", this.url, Codecs.TEXT)
            .nullable("types", this.types, Codecs.list(Codecs.TEXT))
            .nullable("collections", this.collections, Codecs.list(Codecs.TEXT))
            .required("active", this.active, Codecs.BOOLEAN)
            .nullable("reason", this.reason, Codecs.TEXT)
            .required("created", this.created, Codecs.TIMESTAMP)
            .required("changed", this.changed, Codecs.TIMESTAMP)
            .nullable("failingSince", this.failingSince, Codecs.TIMESTAMP)
            .required("secret", this.secret, Codecs.TEXT)
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
        made.url = this.url;
        made.types = this.types;
        made.collections = this.collections;
        made.active = this.active;
        made.reason = this.reason;
        made.created = this.created;
        made.changed = this.changed;
        made.failingSince = this.failingSince;
        made.secret = this.secret;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;
        private String name;
        private String url;
        private Opt<List<String>> types = Opt.ofNull();
        private Opt<List<String>> collections = Opt.ofNull();
        private Boolean active;
        private Opt<String> reason = Opt.ofNull();
        private Timestamp created;
        private Timestamp changed;
        private Opt<Timestamp> failingSince = Opt.ofNull();
        private String secret;
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

        public Builder url(String url) {
            this.url = url;
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
            this.active = active;
            return this;
        }

        public Builder reason(String reason) {
            this.reason = Opt.of(reason);
            return this;
        }

        public Builder reason(Opt<String> reason) {
            this.reason = reason;
            return this;
        }

        public Builder created(Timestamp created) {
            this.created = created;
            return this;
        }

        public Builder changed(Timestamp changed) {
            this.changed = changed;
            return this;
        }

        public Builder failingSince(Timestamp failingSince) {
            this.failingSince = Opt.of(failingSince);
            return this;
        }

        public Builder failingSince(Opt<Timestamp> failingSince) {
            this.failingSince = failingSince;
            return this;
        }

        public Builder secret(String secret) {
            this.secret = secret;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public MadeWebhook build() {
            return new MadeWebhook(
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.name, "name"),
                Objects.requireNonNull(this.url, "url"),
                this.types,
                this.collections,
                Objects.requireNonNull(this.active, "active"),
                this.reason,
                Objects.requireNonNull(this.created, "created"),
                Objects.requireNonNull(this.changed, "changed"),
                this.failingSince,
                Objects.requireNonNull(this.secret, "secret"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
