package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Changes, made in the order in which they were sent; each stands or falls alone.
 *
 * @param updatePrincipal Changes what it is known by, or its quota.
 * @param extra Members that are not known here.
 */
public record UpdatePrincipalResult(
    Opt<UpdatePrincipal> updatePrincipal,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<UpdatePrincipalResult> CODEC = Codec.of(UpdatePrincipalResult::fromJson, "updatePrincipal");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UpdatePrincipalResult fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new UpdatePrincipalResult(
            in.nullable("updatePrincipal", UpdatePrincipal.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .nullable("updatePrincipal", this.updatePrincipal, UpdatePrincipal.CODEC)
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
        made.updatePrincipal = this.updatePrincipal;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<UpdatePrincipal> updatePrincipal = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder updatePrincipal(UpdatePrincipal updatePrincipal) {
            this.updatePrincipal = Opt.of(updatePrincipal);
            return this;
        }

        public Builder updatePrincipal(Opt<UpdatePrincipal> updatePrincipal) {
            this.updatePrincipal = updatePrincipal;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public UpdatePrincipalResult build() {
            return new UpdatePrincipalResult(
                this.updatePrincipal,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
