package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An object of the interface.
 *
 * @param extra Members that are not known here.
 */
public record CreatePrincipalInput(
    Opt<String> displayName,
    Opt<String> email,
    Opt<GraphNewKind> kind,
    String name,
    Opt<String> password,
    Opt<Long> quota,
    Opt<GraphNewRole> role,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<CreatePrincipalInput> CODEC = Codec.of(CreatePrincipalInput::fromJson, "name");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CreatePrincipalInput fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new CreatePrincipalInput(
            in.optional("displayName", Codecs.TEXT),
            in.optional("email", Codecs.TEXT),
            in.optional("kind", GraphNewKind.CODEC),
            in.required("name", Codecs.TEXT),
            in.optional("password", Codecs.TEXT),
            in.optional("quota", Codecs.INTEGER),
            in.optional("role", GraphNewRole.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("displayName", this.displayName, Codecs.TEXT)
            .optional("email", this.email, Codecs.TEXT)
            .optional("kind", this.kind, GraphNewKind.CODEC)
            .required("name", this.name, Codecs.TEXT)
            .optional("password", this.password, Codecs.TEXT)
            .optional("quota", this.quota, Codecs.INTEGER)
            .optional("role", this.role, GraphNewRole.CODEC)
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
        made.kind = this.kind;
        made.name = this.name;
        made.password = this.password;
        made.quota = this.quota;
        made.role = this.role;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> displayName = Opt.absent();
        private Opt<String> email = Opt.absent();
        private Opt<GraphNewKind> kind = Opt.absent();
        private String name;
        private Opt<String> password = Opt.absent();
        private Opt<Long> quota = Opt.absent();
        private Opt<GraphNewRole> role = Opt.absent();
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

        public Builder kind(GraphNewKind kind) {
            this.kind = Opt.of(kind);
            return this;
        }

        public Builder kind(Opt<GraphNewKind> kind) {
            this.kind = kind;
            return this;
        }

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public Builder password(String password) {
            this.password = Opt.of(password);
            return this;
        }

        public Builder password(Opt<String> password) {
            this.password = password;
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

        public Builder role(GraphNewRole role) {
            this.role = Opt.of(role);
            return this;
        }

        public Builder role(Opt<GraphNewRole> role) {
            this.role = role;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public CreatePrincipalInput build() {
            return new CreatePrincipalInput(
                this.displayName,
                this.email,
                this.kind,
                Objects.requireNonNull(this.name, "name"),
                this.password,
                this.quota,
                this.role,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
