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
public record CreatePrincipal(
    Opt<CreatePrincipal2> principal,
    List<CreatePrincipalErrors> errors,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<CreatePrincipal> CODEC = Codec.of(CreatePrincipal::fromJson, "principal", "errors");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CreatePrincipal fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new CreatePrincipal(
            in.nullable("principal", CreatePrincipal2.CODEC),
            in.required("errors", Codecs.list(CreatePrincipalErrors.CODEC)),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .nullable("principal", this.principal, CreatePrincipal2.CODEC)
            .required("errors", this.errors, Codecs.list(CreatePrincipalErrors.CODEC))
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
        private Opt<CreatePrincipal2> principal = Opt.ofNull();
        private List<CreatePrincipalErrors> errors;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder principal(CreatePrincipal2 principal) {
            this.principal = Opt.of(principal);
            return this;
        }

        public Builder principal(Opt<CreatePrincipal2> principal) {
            this.principal = principal;
            return this;
        }

        public Builder errors(List<CreatePrincipalErrors> errors) {
            this.errors = errors;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public CreatePrincipal build() {
            return new CreatePrincipal(
                this.principal,
                Objects.requireNonNull(this.errors, "errors"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
