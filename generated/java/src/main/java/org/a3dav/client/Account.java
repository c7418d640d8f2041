package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An account with all that is known of it.
 *
 * @param id Identifies an object for as long as it exists.
 * @param kind What sort of a principal it is.
 * @param name The name one signs in with.
 * @param displayName The name to show.
 * @param email Its address, if it has one.
 * @param role What an account may do beside what is its own.
 * @param disabled Whether it may not sign in.
 * @param href Its path in WebDAV.
 * @param created A moment in UTC (RFC 3339).
 * @param changed A moment in UTC (RFC 3339).
 * @param quota Bytes that an account uses, and may use.
 * @param extra Members that are not known here.
 */
public record Account(
    String id,
    PrincipalKind kind,
    String name,
    String displayName,
    Opt<String> email,
    Role role,
    boolean disabled,
    String href,
    Timestamp created,
    Timestamp changed,
    Quota quota,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<Account> CODEC = Codec.of(Account::fromJson, "id", "kind", "name", "displayName", "email", "role", "disabled", "href", "created", "changed", "quota");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Account fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new Account(
            in.required("id", Codecs.TEXT),
            in.required("kind", PrincipalKind.CODEC),
            in.required("name", Codecs.TEXT),
            in.required("displayName", Codecs.TEXT),
            in.nullable("email", Codecs.TEXT),
            in.required("role", Role.CODEC),
            in.required("disabled", Codecs.BOOLEAN),
            in.required("href", Codecs.TEXT),
            in.required("created", Codecs.TIMESTAMP),
            in.required("changed", Codecs.TIMESTAMP),
            in.required("quota", Quota.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
            .required("kind", this.kind, PrincipalKind.CODEC)
            .required("name", this.name, Codecs.TEXT)
            .required("displayName", this.displayName, Codecs.TEXT)
            .nullable("email", this.email, Codecs.TEXT)
            .required("role", this.role, Role.CODEC)
            .required("disabled", this.disabled, Codecs.BOOLEAN)
            .required("href", this.href, Codecs.TEXT)
            .required("created", this.created, Codecs.TIMESTAMP)
            .required("changed", this.changed, Codecs.TIMESTAMP)
            .required("quota", this.quota, Quota.CODEC)
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
        made.kind = this.kind;
        made.name = this.name;
        made.displayName = this.displayName;
        made.email = this.email;
        made.role = this.role;
        made.disabled = this.disabled;
        made.href = this.href;
        made.created = this.created;
        made.changed = this.changed;
        made.quota = this.quota;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;
        private PrincipalKind kind;
        private String name;
        private String displayName;
        private Opt<String> email = Opt.ofNull();
        private Role role;
        private Boolean disabled;
        private String href;
        private Timestamp created;
        private Timestamp changed;
        private Quota quota;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder kind(PrincipalKind kind) {
            this.kind = kind;
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

        public Builder role(Role role) {
            this.role = role;
            return this;
        }

        public Builder disabled(boolean disabled) {
            this.disabled = disabled;
            return this;
        }

        public Builder href(String href) {
            this.href = href;
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

        public Builder quota(Quota quota) {
            this.quota = quota;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public Account build() {
            return new Account(
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.kind, "kind"),
                Objects.requireNonNull(this.name, "name"),
                Objects.requireNonNull(this.displayName, "displayName"),
                this.email,
                Objects.requireNonNull(this.role, "role"),
                Objects.requireNonNull(this.disabled, "disabled"),
                Objects.requireNonNull(this.href, "href"),
                Objects.requireNonNull(this.created, "created"),
                Objects.requireNonNull(this.changed, "changed"),
                Objects.requireNonNull(this.quota, "quota"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
