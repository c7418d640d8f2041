package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An object of the interface.
 *
 * @param extra Members that are not known here.
 */
public record SetDisabled(
    Opt<SetDisabledPrincipal> principal,
    List<SetDisabledErrors> errors,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<SetDisabled> CODEC = Codec.of(SetDisabled::fromJson, "principal", "errors");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SetDisabled fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new SetDisabled(
            in.nullable("principal", SetDisabledPrincipal.CODEC),
            in.required("errors", Codecs.list(SetDisabledErrors.CODEC)),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .nullable("principal", this.principal, SetDisabledPrincipal.CODEC)
            .required("errors", this.errors, Codecs.list(SetDisabledErrors.CODEC))
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
        made.principal = this.principal;
        made.errors = this.errors;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<SetDisabledPrincipal> principal = Opt.ofNull();
        private List<SetDisabledErrors> errors;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder principal(SetDisabledPrincipal principal) {
            this.principal = Opt.of(principal);
            return this;
        }

        public Builder principal(Opt<SetDisabledPrincipal> principal) {
            this.principal = principal;
            return this;
        }

        public Builder errors(List<SetDisabledErrors> errors) {
            this.errors = errors;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public SetDisabled build() {
            return new SetDisabled(
                this.principal,
                Objects.requireNonNull(this.errors, "errors"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
