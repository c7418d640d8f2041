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
 * @param outbox Messages that wait, are on their way or were given up.
 * @param extra Members that are not known here.
 */
public record OutboxResult(
    Outbox outbox,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<OutboxResult> CODEC = Codec.of(OutboxResult::fromJson, "outbox");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OutboxResult fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new OutboxResult(
            in.required("outbox", Outbox.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("outbox", this.outbox, Outbox.CODEC)
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
        made.outbox = this.outbox;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Outbox outbox;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder outbox(Outbox outbox) {
            this.outbox = outbox;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public OutboxResult build() {
            return new OutboxResult(
                Objects.requireNonNull(this.outbox, "outbox"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
