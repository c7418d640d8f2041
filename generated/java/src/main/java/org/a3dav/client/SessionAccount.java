package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The account of whoever asks.
 *
 * @param id Identifies an object for as long as it exists.
 * @param name The name one signs in with.
 * @param displayName The name to show.
 * @param email The address of this account, if it has one.
 * @param kind What sort of a principal it is.
 * @param role What it may do beside what is its own.
 * @param extra Members that are not known here.
 */
public record SessionAccount(
    String id,
    String name,
    String displayName,
    Opt<String> email,
    SessionAccountKind kind,
    SessionAccountRole role,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<SessionAccount> CODEC = Codec.of(SessionAccount::fromJson, "id", "name", "displayName", "email", "kind", "role");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SessionAccount fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new SessionAccount(
            in.required("id", Codecs.TEXT),
            in.required("name", Codecs.TEXT),
            in.required("displayName", Codecs.TEXT),
            in.nullable("email", Codecs.TEXT),
            in.required("kind", SessionAccountKind.CODEC),
            in.required("role", SessionAccountRole.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
            .required("name", this.name, Codecs.TEXT)
            .required("displayName", this.displayName, Codecs.TEXT)
            .nullable("email", this.email, Codecs.TEXT)
            .required("kind", this.kind, SessionAccountKind.CODEC)
            .required("role", this.role, SessionAccountRole.CODEC)
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
        made.displayName = this.displayName;
        made.email = this.email;
        made.kind = this.kind;
        made.role = this.role;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;
        private String name;
        private String displayName;
        private Opt<String> email = Opt.ofNull();
        private SessionAccountKind kind;
        private SessionAccountRole role;
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

        public Builder displayName(String displayName) {
            this.displayName = displayName;
            return this;
        }

        public Builder email(String email) {
            this.email = Opt.of(email);
            return this;
        }

        public Builder email(Opt<String> email) {
            this.email = email;
            return this;
        }

        public Builder kind(SessionAccountKind kind) {
            this.kind = kind;
            return this;
        }

        public Builder role(SessionAccountRole role) {
            this.role = role;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public SessionAccount build() {
            return new SessionAccount(
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.name, "name"),
                Objects.requireNonNull(this.displayName, "displayName"),
                this.email,
                Objects.requireNonNull(this.kind, "kind"),
                Objects.requireNonNull(this.role, "role"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
