package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An app password, which is told this once.
 *
 * @param extra Members that are not known here.
 */
public record CreateAppPasswordNewAppPassword(
    String label,
    String secret,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<CreateAppPasswordNewAppPassword> CODEC = Codec.of(CreateAppPasswordNewAppPassword::fromJson, "label", "secret");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CreateAppPasswordNewAppPassword fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new CreateAppPasswordNewAppPassword(
            in.required("label", Codecs.TEXT),
            in.required("secret", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("label", this.label, Codecs.TEXT)
            .required("secret", this.secret, Codecs.TEXT)
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
        made.label = this.label;
        made.secret = this.secret;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String label;
        private String secret;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder label(String label) {
            this.label = label;
            return this;
        }

        public Builder secret(String secret) {
            this.secret = secret;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public CreateAppPasswordNewAppPassword build() {
            return new CreateAppPasswordNewAppPassword(
                Objects.requireNonNull(this.label, "label"),
                Objects.requireNonNull(this.secret, "secret"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
