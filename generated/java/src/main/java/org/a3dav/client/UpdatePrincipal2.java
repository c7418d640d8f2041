package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A user, a group, a room or a resource.
 *
 * @param extra Members that are not known here.
 */
public record UpdatePrincipal2(
    String id,
    String name,
    String displayName,
    String email,
    UpdatePrincipalQuota quota,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<UpdatePrincipal2> CODEC = Codec.of(UpdatePrincipal2::fromJson, "id", "name", "displayName", "email", "quota");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UpdatePrincipal2 fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new UpdatePrincipal2(
            in.required("id", Codecs.TEXT),
            in.required("name", Codecs.TEXT),
            in.required("displayName", Codecs.TEXT),
            in.required("email", Codecs.TEXT),
            in.required("quota", UpdatePrincipalQuota.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
            .required("name", this.name, Codecs.TEXT)
            .required("displayName", this.displayName, Codecs.TEXT)
            .required("email", this.email, Codecs.TEXT)
            .required("quota", this.quota, UpdatePrincipalQuota.CODEC)
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
        made.quota = this.quota;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;
        private String name;
        private String displayName;
        private String email;
        private UpdatePrincipalQuota quota;
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
            this.email = email;
            return this;
        }

        public Builder quota(UpdatePrincipalQuota quota) {
            this.quota = quota;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public UpdatePrincipal2 build() {
            return new UpdatePrincipal2(
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.name, "name"),
                Objects.requireNonNull(this.displayName, "displayName"),
                Objects.requireNonNull(this.email, "email"),
                Objects.requireNonNull(this.quota, "quota"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
