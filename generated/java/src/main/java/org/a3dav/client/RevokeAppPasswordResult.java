package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Changes, made in the order in which they were sent; each stands or falls alone.
 *
 * @param revokeAppPassword It is worthless at once.
 * @param extra Members that are not known here.
 */
public record RevokeAppPasswordResult(
    Opt<RevokeAppPassword> revokeAppPassword,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<RevokeAppPasswordResult> CODEC = Codec.of(RevokeAppPasswordResult::fromJson, "revokeAppPassword");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RevokeAppPasswordResult fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new RevokeAppPasswordResult(
            in.nullable("revokeAppPassword", RevokeAppPassword.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .nullable("revokeAppPassword", this.revokeAppPassword, RevokeAppPassword.CODEC)
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
        made.revokeAppPassword = this.revokeAppPassword;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<RevokeAppPassword> revokeAppPassword = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder revokeAppPassword(RevokeAppPassword revokeAppPassword) {
            this.revokeAppPassword = Opt.of(revokeAppPassword);
            return this;
        }

        public Builder revokeAppPassword(Opt<RevokeAppPassword> revokeAppPassword) {
            this.revokeAppPassword = revokeAppPassword;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public RevokeAppPasswordResult build() {
            return new RevokeAppPasswordResult(
                this.revokeAppPassword,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
