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
 * @param href Its URL for WebDAV.
 * @param extra Members that are not known here.
 */
public record CreatePrincipal2(
    String id,
    String name,
    String displayName,
    String href,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<CreatePrincipal2> CODEC = Codec.of(CreatePrincipal2::fromJson, "id", "name", "displayName", "href");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CreatePrincipal2 fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new CreatePrincipal2(
            in.required("id", Codecs.TEXT),
            in.required("name", Codecs.TEXT),
            in.required("displayName", Codecs.TEXT),
            in.required("href", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
            .required("name", this.name, Codecs.TEXT)
            .required("displayName", this.displayName, Codecs.TEXT)
            .required("href", this.href, Codecs.TEXT)
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
        made.href = this.href;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;
        private String name;
        private String displayName;
        private String href;
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

        public Builder href(String href) {
            this.href = href;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public CreatePrincipal2 build() {
            return new CreatePrincipal2(
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.name, "name"),
                Objects.requireNonNull(this.displayName, "displayName"),
                Objects.requireNonNull(this.href, "href"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
