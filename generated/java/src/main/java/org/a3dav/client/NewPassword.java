package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A password to set.
 *
 * @param oldPassword The one that counts now.
 * @param password The new one.
 * @param extra Members that are not known here.
 */
public record NewPassword(
    Opt<String> oldPassword,
    String password,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<NewPassword> CODEC = Codec.of(NewPassword::fromJson, "password");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NewPassword fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new NewPassword(
            in.optional("oldPassword", Codecs.TEXT),
            in.required("password", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("oldPassword", this.oldPassword, Codecs.TEXT)
            .required("password", this.password, Codecs.TEXT)
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
        made.oldPassword = this.oldPassword;
        made.password = this.password;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> oldPassword = Opt.absent();
        private String password;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder oldPassword(String oldPassword) {
            this.oldPassword = Opt.of(oldPassword);
            return this;
        }

        public Builder oldPassword(Opt<String> oldPassword) {
            this.oldPassword = oldPassword;
            return this;
        }

        public Builder password(String password) {
            this.password = password;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public NewPassword build() {
            return new NewPassword(
                this.oldPassword,
                Objects.requireNonNull(this.password, "password"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
