package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Administrators and auditors ask for everything, everybody else for what is their own.
 *
 * @param principal A principal by its id or its name; null where there is none that you may ask for.
 * @param extra Members that are not known here.
 */
public record PrincipalResult(
    Opt<Principal2> principal,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<PrincipalResult> CODEC = Codec.of(PrincipalResult::fromJson, "principal");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PrincipalResult fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new PrincipalResult(
            in.nullable("principal", Principal2.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .nullable("principal", this.principal, Principal2.CODEC)
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
        made.principal = this.principal;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<Principal2> principal = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder principal(Principal2 principal) {
            this.principal = Opt.of(principal);
            return this;
        }

        public Builder principal(Opt<Principal2> principal) {
            this.principal = principal;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public PrincipalResult build() {
            return new PrincipalResult(
                this.principal,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
