package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What this request was signed in with.
 *
 * @param id Of a token or an app password; null of anything else.
 * @param method How it was proven, such as `password`, `app-password` or `token`.
 * @param scope What it may be used for.
 * @param scopes What a token is for; null where nothing is left out.
 * @param expires When it ends; null for never.
 * @param extra Members that are not known here.
 */
public record SessionCredential(
    Opt<String> id,
    String method,
    SessionCredentialScope scope,
    Opt<List<String>> scopes,
    Opt<Timestamp> expires,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<SessionCredential> CODEC = Codec.of(SessionCredential::fromJson, "id", "method", "scope", "scopes", "expires");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SessionCredential fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new SessionCredential(
            in.nullable("id", Codecs.TEXT),
            in.required("method", Codecs.TEXT),
            in.required("scope", SessionCredentialScope.CODEC),
            in.nullable("scopes", Codecs.list(Codecs.TEXT)),
            in.nullable("expires", Codecs.TIMESTAMP),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .nullable("id", this.id, Codecs.TEXT)
            .required("method", this.method, Codecs.TEXT)
            .required("scope", this.scope, SessionCredentialScope.CODEC)
            .nullable("scopes", this.scopes, Codecs.list(Codecs.TEXT))
            .nullable("expires", this.expires, Codecs.TIMESTAMP)
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
        made.method = this.method;
        made.scope = this.scope;
        made.scopes = this.scopes;
        made.expires = this.expires;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> id = Opt.ofNull();
        private String method;
        private SessionCredentialScope scope;
        private Opt<List<String>> scopes = Opt.ofNull();
        private Opt<Timestamp> expires = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder id(String id) {
            this.id = Opt.of(id);
            return this;
        }

        public Builder id(Opt<String> id) {
            this.id = id;
            return this;
        }

        public Builder method(String method) {
            this.method = method;
            return this;
        }

        public Builder scope(SessionCredentialScope scope) {
            this.scope = scope;
            return this;
        }

        public Builder scopes(List<String> scopes) {
            this.scopes = Opt.of(scopes);
            return this;
        }

        public Builder scopes(Opt<List<String>> scopes) {
            this.scopes = scopes;
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

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public SessionCredential build() {
            return new SessionCredential(
                this.id,
                Objects.requireNonNull(this.method, "method"),
                Objects.requireNonNull(this.scope, "scope"),
                this.scopes,
                this.expires,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
