package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Administrators and auditors ask for everything, everybody else for what is their own.
 *
 * @param me Who asks.
 * @param extra Members that are not known here.
 */
public record MeResult(
    Me me,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<MeResult> CODEC = Codec.of(MeResult::fromJson, "me");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MeResult fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new MeResult(
            in.required("me", Me.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("me", this.me, Me.CODEC)
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
        made.me = this.me;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Me me;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder me(Me me) {
            this.me = me;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public MeResult build() {
            return new MeResult(
                Objects.requireNonNull(this.me, "me"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
