package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Why nothing was changed, and which part of the input is to blame.
 *
 * @param extra Members that are not known here.
 */
public record UpdatePrincipalErrors(
    GraphErrorCode code,
    Opt<String> field,
    String message,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<UpdatePrincipalErrors> CODEC = Codec.of(UpdatePrincipalErrors::fromJson, "code", "field", "message");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UpdatePrincipalErrors fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new UpdatePrincipalErrors(
            in.required("code", GraphErrorCode.CODEC),
            in.nullable("field", Codecs.TEXT),
            in.required("message", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("code", this.code, GraphErrorCode.CODEC)
            .nullable("field", this.field, Codecs.TEXT)
            .required("message", this.message, Codecs.TEXT)
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
        made.code = this.code;
        made.field = this.field;
        made.message = this.message;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private GraphErrorCode code;
        private Opt<String> field = Opt.ofNull();
        private String message;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder code(GraphErrorCode code) {
            this.code = code;
            return this;
        }

        public Builder field(String field) {
            this.field = Opt.of(field);
            return this;
        }

        public Builder field(Opt<String> field) {
            this.field = field;
            return this;
        }

        public Builder message(String message) {
            this.message = message;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public UpdatePrincipalErrors build() {
            return new UpdatePrincipalErrors(
                Objects.requireNonNull(this.code, "code"),
                this.field,
                Objects.requireNonNull(this.message, "message"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
