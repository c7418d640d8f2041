package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a webhook is sent of a change.
 *
 * @param id Identifies an object for as long as it exists.
 * @param type What happened to what. What is moved is deleted in one place and created, with the same id, in another;
 *     a collection of somebody else that appears among one's own is shared, and one that goes is unshared.
 * @param time When it happened.
 * @param account Identifies an object for as long as it exists.
 * @param webhook Identifies an object for as long as it exists.
 * @param data That something changed.
 * @param extra Members that are not known here.
 */
public record ChangeMessage(
    String id,
    ChangeType type,
    Timestamp time,
    String account,
    String webhook,
    Change data,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<ChangeMessage> CODEC = Codec.of(ChangeMessage::fromJson, "id", "type", "time", "account", "webhook", "data");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChangeMessage fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new ChangeMessage(
            in.required("id", Codecs.TEXT),
            in.required("type", ChangeType.CODEC),
            in.required("time", Codecs.TIMESTAMP),
            in.required("account", Codecs.TEXT),
            in.required("webhook", Codecs.TEXT),
            in.required("data", Change.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
            .required("type", this.type, ChangeType.CODEC)
            .required("time", this.time, Codecs.TIMESTAMP)
            .required("account", this.account, Codecs.TEXT)
            .required("webhook", this.webhook, Codecs.TEXT)
            .required("data", this.data, Change.CODEC)
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
        made.type = this.type;
        made.time = this.time;
        made.account = this.account;
        made.webhook = this.webhook;
        made.data = this.data;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;
        private ChangeType type;
        private Timestamp time;
        private String account;
        private String webhook;
        private Change data;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder type(ChangeType type) {
            this.type = type;
            return this;
        }

        public Builder time(Timestamp time) {
            this.time = time;
            return this;
        }

        public Builder account(String account) {
            this.account = account;
            return this;
        }

        public Builder webhook(String webhook) {
            this.webhook = webhook;
            return this;
        }

        public Builder data(Change data) {
            this.data = data;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public ChangeMessage build() {
            return new ChangeMessage(
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.type, "type"),
                Objects.requireNonNull(this.time, "time"),
                Objects.requireNonNull(this.account, "account"),
                Objects.requireNonNull(this.webhook, "webhook"),
                Objects.requireNonNull(this.data, "data"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
