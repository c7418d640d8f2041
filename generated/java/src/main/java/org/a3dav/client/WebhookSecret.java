package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A new secret.
 *
 * @param secret What messages are signed with.
 * @param formerUntil Until when they are signed with the one before as well.
 * @param extra Members that are not known here.
 */
public record WebhookSecret(
    String secret,
    Timestamp formerUntil,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<WebhookSecret> CODEC = Codec.of(WebhookSecret::fromJson, "secret", "formerUntil");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static WebhookSecret fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new WebhookSecret(
            in.required("secret", Codecs.TEXT),
            in.required("formerUntil", Codecs.TIMESTAMP),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("secret", this.secret, Codecs.TEXT)
            .required("formerUntil", this.formerUntil, Codecs.TIMESTAMP)
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
        made.secret = this.secret;
        made.formerUntil = this.formerUntil;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String secret;
        private Timestamp formerUntil;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder secret(String secret) {
            this.secret = secret;
            return this;
        }

        public Builder formerUntil(Timestamp formerUntil) {
            this.formerUntil = formerUntil;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public WebhookSecret build() {
            return new WebhookSecret(
                Objects.requireNonNull(this.secret, "secret"),
                Objects.requireNonNull(this.formerUntil, "formerUntil"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
