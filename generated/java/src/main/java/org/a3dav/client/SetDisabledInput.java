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
public record SetDisabledInput(
    boolean disabled,
    String principal,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<SetDisabledInput> CODEC = Codec.of(SetDisabledInput::fromJson, "disabled", "principal");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SetDisabledInput fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new SetDisabledInput(
            in.required("disabled", Codecs.BOOLEAN),
            in.required("principal", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("disabled", this.disabled, Codecs.BOOLEAN)
            .required("principal", this.principal, Codecs.TEXT)
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
        made.disabled = this.disabled;
        made.principal = this.principal;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Boolean disabled;
        private String principal;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder disabled(boolean disabled) {
            this.disabled = disabled;
            return this;
        }

        public Builder principal(String principal) {
            this.principal = principal;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public SetDisabledInput build() {
            return new SetDisabledInput(
                Objects.requireNonNull(this.disabled, "disabled"),
                Objects.requireNonNull(this.principal, "principal"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
