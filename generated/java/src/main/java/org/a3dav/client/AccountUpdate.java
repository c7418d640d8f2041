package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What to change of an account.
 *
 * @param displayName The name to show.
 * @param email Its address.
 * @param role What it may do beside what is its own.
 * @param disabled Whether it may not sign in.
 * @param quota What to change of a quota.
 * @param extra Members that are not known here.
 */
public record AccountUpdate(
    Opt<String> displayName,
    Opt<String> email,
    Opt<AccountUpdateRole> role,
    Opt<Boolean> disabled,
    Opt<QuotaUpdate> quota,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<AccountUpdate> CODEC = Codec.of(AccountUpdate::fromJson);

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AccountUpdate fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new AccountUpdate(
            in.optional("displayName", Codecs.TEXT),
            in.optional("email", Codecs.TEXT),
            in.optional("role", AccountUpdateRole.CODEC),
            in.optional("disabled", Codecs.BOOLEAN),
            in.optional("quota", QuotaUpdate.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("displayName", this.displayName, Codecs.TEXT)
            .optional("email", this.email, Codecs.TEXT)
            .optional("role", this.role, AccountUpdateRole.CODEC)
            .optional("disabled", this.disabled, Codecs.BOOLEAN)
            .optional("quota", this.quota, QuotaUpdate.CODEC)
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
        made.email = this.email;
        made.role = this.role;
        made.disabled = this.disabled;
        made.quota = this.quota;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> displayName = Opt.absent();
        private Opt<String> email = Opt.absent();
        private Opt<AccountUpdateRole> role = Opt.absent();
        private Opt<Boolean> disabled = Opt.absent();
        private Opt<QuotaUpdate> quota = Opt.absent();
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

        public Builder email(String email) {
            this.email = Opt.of(email);
            return this;
        }

        public Builder email(Opt<String> email) {
            this.email = email;
            return this;
        }

        public Builder role(AccountUpdateRole role) {
            this.role = Opt.of(role);
            return this;
        }

        public Builder role(Opt<AccountUpdateRole> role) {
            this.role = role;
            return this;
        }

        public Builder disabled(boolean disabled) {
            this.disabled = Opt.of(disabled);
            return this;
        }

        public Builder disabled(Opt<Boolean> disabled) {
            this.disabled = disabled;
            return this;
        }

        public Builder quota(QuotaUpdate quota) {
            this.quota = Opt.of(quota);
            return this;
        }

        public Builder quota(Opt<QuotaUpdate> quota) {
            this.quota = quota;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public AccountUpdate build() {
            return new AccountUpdate(
                this.displayName,
                this.email,
                this.role,
                this.disabled,
                this.quota,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
