package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Changes, made in the order in which they were sent; each stands or falls alone.
 *
 * @param retryMessage Tries a message of the outbox again, with all its attempts before it.
 * @param extra Members that are not known here.
 */
public record RetryMessageResult(
    Opt<RetryMessage> retryMessage,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<RetryMessageResult> CODEC = Codec.of(RetryMessageResult::fromJson, "retryMessage");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RetryMessageResult fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new RetryMessageResult(
            in.nullable("retryMessage", RetryMessage.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .nullable("retryMessage", this.retryMessage, RetryMessage.CODEC)
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
        made.retryMessage = this.retryMessage;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<RetryMessage> retryMessage = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder retryMessage(RetryMessage retryMessage) {
            this.retryMessage = Opt.of(retryMessage);
            return this;
        }

        public Builder retryMessage(Opt<RetryMessage> retryMessage) {
            this.retryMessage = retryMessage;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public RetryMessageResult build() {
            return new RetryMessageResult(
                this.retryMessage,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
