package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A token to be made.
 *
 * @param name What it is for.
 * @param scopes What it opens.
 * @param expires When it ends (RFC 3339); null or nothing for never.
 * @param extra Members that are not known here.
 */
public record NewToken(
    String name,
    List<String> scopes,
    Opt<String> expires,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<NewToken> CODEC = Codec.of(NewToken::fromJson, "name", "scopes");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NewToken fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new NewToken(
            in.required("name", Codecs.TEXT),
            in.required("scopes", Codecs.list(Codecs.TEXT)),
            in.optional("expires", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("name", this.name, Codecs.TEXT)
            .required("scopes", this.scopes, Codecs.list(Codecs.TEXT))
            .optional("expires", this.expires, Codecs.TEXT)
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
        made.name = this.name;
        made.scopes = this.scopes;
        made.expires = this.expires;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String name;
        private List<String> scopes;
        private Opt<String> expires = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public Builder scopes(List<String> scopes) {
            this.scopes = scopes;
            return this;
        }

        public Builder expires(String expires) {
            this.expires = Opt.of(expires);
            return this;
        }

        public Builder expires(Opt<String> expires) {
            this.expires = expires;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public NewToken build() {
            return new NewToken(
                Objects.requireNonNull(this.name, "name"),
                Objects.requireNonNull(this.scopes, "scopes"),
                this.expires,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
