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
public record SetDisabledPrincipal(
    String id,
    boolean disabled,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<SetDisabledPrincipal> CODEC = Codec.of(SetDisabledPrincipal::fromJson, "id", "disabled");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SetDisabledPrincipal fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new SetDisabledPrincipal(
            in.required("id", Codecs.TEXT),
            in.required("disabled", Codecs.BOOLEAN),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
            .required("disabled", this.disabled, Codecs.BOOLEAN)
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
        made.disabled = this.disabled;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;
        private Boolean disabled;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder disabled(boolean disabled) {
            this.disabled = disabled;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public SetDisabledPrincipal build() {
            return new SetDisabledPrincipal(
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.disabled, "disabled"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
