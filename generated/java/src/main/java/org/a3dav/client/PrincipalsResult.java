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
 * @param principals Principals by name.
 * @param extra Members that are not known here.
 */
public record PrincipalsResult(
    Principals principals,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<PrincipalsResult> CODEC = Codec.of(PrincipalsResult::fromJson, "principals");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PrincipalsResult fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new PrincipalsResult(
            in.required("principals", Principals.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("principals", this.principals, Principals.CODEC)
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
        made.principals = this.principals;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Principals principals;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder principals(Principals principals) {
            this.principals = principals;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public PrincipalsResult build() {
            return new PrincipalsResult(
                Objects.requireNonNull(this.principals, "principals"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
