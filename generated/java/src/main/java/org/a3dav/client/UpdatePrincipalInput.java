package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is left out stays as it is.
 *
 * @param extra Members that are not known here.
 */
public record UpdatePrincipalInput(
    Opt<String> displayName,
    Opt<String> email,
    String principal,
    Opt<Long> quota,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<UpdatePrincipalInput> CODEC = Codec.of(UpdatePrincipalInput::fromJson, "principal");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UpdatePrincipalInput fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new UpdatePrincipalInput(
            in.optional("displayName", Codecs.TEXT),
            in.optional("email", Codecs.TEXT),
            in.required("principal", Codecs.TEXT),
            in.optional("quota", Codecs.INTEGER),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("displayName", this.displayName, Codecs.TEXT)
            .optional("email", this.email, Codecs.TEXT)
            .required("principal", this.principal, Codecs.TEXT)
            .optional("quota", this.quota, Codecs.INTEGER)
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
        made.principal = this.principal;
        made.quota = this.quota;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> displayName = Opt.absent();
        private Opt<String> email = Opt.absent();
        private String principal;
        private Opt<Long> quota = Opt.absent();
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

        public Builder principal(String principal) {
            this.principal = principal;
            return this;
        }

        public Builder quota(long quota) {
            this.quota = Opt.of(quota);
            return this;
        }

        public Builder quota(Opt<Long> quota) {
            this.quota = quota;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public UpdatePrincipalInput build() {
            return new UpdatePrincipalInput(
                this.displayName,
                this.email,
                Objects.requireNonNull(this.principal, "principal"),
                this.quota,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
