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
public record RetryMessage(
    boolean done,
    List<RetryMessageErrors> errors,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<RetryMessage> CODEC = Codec.of(RetryMessage::fromJson, "done", "errors");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RetryMessage fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new RetryMessage(
            in.required("done", Codecs.BOOLEAN),
            in.required("errors", Codecs.list(RetryMessageErrors.CODEC)),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("done", this.done, Codecs.BOOLEAN)
            .required("errors", this.errors, Codecs.list(RetryMessageErrors.CODEC))
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
        made.done = this.done;
        made.errors = this.errors;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Boolean done;
        private List<RetryMessageErrors> errors;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder done(boolean done) {
            this.done = done;
            return this;
        }

        public Builder errors(List<RetryMessageErrors> errors) {
            this.errors = errors;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public RetryMessage build() {
            return new RetryMessage(
                Objects.requireNonNull(this.done, "done"),
                Objects.requireNonNull(this.errors, "errors"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
