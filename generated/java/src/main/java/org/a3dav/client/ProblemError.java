package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A place in the input and what is wrong there.
 *
 * @param pointer A JSON Pointer into the body; for parameters `/query/NAME`, `/path/NAME` or `/header/NAME`.
 * @param detail A sentence.
 * @param extra Members that are not known here.
 */
public record ProblemError(
    String pointer,
    String detail,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<ProblemError> CODEC = Codec.of(ProblemError::fromJson, "pointer", "detail");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ProblemError fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new ProblemError(
            in.required("pointer", Codecs.TEXT),
            in.required("detail", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("pointer", this.pointer, Codecs.TEXT)
            .required("detail", this.detail, Codecs.TEXT)
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
        made.pointer = this.pointer;
        made.detail = this.detail;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String pointer;
        private String detail;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder pointer(String pointer) {
            this.pointer = pointer;
            return this;
        }

        public Builder detail(String detail) {
            this.detail = detail;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public ProblemError build() {
            return new ProblemError(
                Objects.requireNonNull(this.pointer, "pointer"),
                Objects.requireNonNull(this.detail, "detail"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
