package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A token, without what it is.
 *
 * @param id Identifies an object for as long as it exists.
 * @param name What it is for.
 * @param scopes What it opens.
 * @param created When it was made.
 * @param expires When it ends; null for never.
 * @param lastUsed To the hour or so; null where it was never used.
 * @param extra Members that are not known here.
 */
public record Token(
    String id,
    String name,
    List<Scope> scopes,
    Timestamp created,
    Opt<Timestamp> expires,
    Opt<Timestamp> lastUsed,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<Token> CODEC = Codec.of(Token::fromJson, "id", "name", "scopes", "created", "expires", "lastUsed");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Token fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new Token(
            in.required("id", Codecs.TEXT),
            in.required("name", Codecs.TEXT),
            in.required("scopes", Codecs.list(Scope.CODEC)),
            in.required("created", Codecs.TIMESTAMP),
            in.nullable("expires", Codecs.TIMESTAMP),
            in.nullable("lastUsed", Codecs.TIMESTAMP),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
            .required("name", this.name, Codecs.TEXT)
            .required("scopes", this.scopes, Codecs.list(Scope.CODEC))
            .required("created", this.created, Codecs.TIMESTAMP)
            .nullable("expires", this.expires, Codecs.TIMESTAMP)
            .nullable("lastUsed", this.lastUsed, Codecs.TIMESTAMP)
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
        made.scopes = this.scopes;
        made.created = this.created;
        made.expires = this.expires;
        made.lastUsed = this.lastUsed;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;
        private String name;
        private List<Scope> scopes;
        private Timestamp created;
        private Opt<Timestamp> expires = Opt.ofNull();
        private Opt<Timestamp> lastUsed = Opt.ofNull();
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

        public Builder scopes(List<Scope> scopes) {
            this.scopes = scopes;
            return this;
        }

        public Builder created(Timestamp created) {
            this.created = created;
            return this;
        }

        public Builder expires(Timestamp expires) {
            this.expires = Opt.of(expires);
            return this;
        }

        public Builder expires(Opt<Timestamp> expires) {
            this.expires = expires;
            return this;
        }

        public Builder lastUsed(Timestamp lastUsed) {
            this.lastUsed = Opt.of(lastUsed);
            return this;
        }

        public Builder lastUsed(Opt<Timestamp> lastUsed) {
            this.lastUsed = lastUsed;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public Token build() {
            return new Token(
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.name, "name"),
                Objects.requireNonNull(this.scopes, "scopes"),
                Objects.requireNonNull(this.created, "created"),
                this.expires,
                this.lastUsed,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
