package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Changes, made in the order in which they were sent; each stands or falls alone.
 *
 * @param createPrincipal Makes an account with its homes.
 * @param extra Members that are not known here.
 */
public record CreatePrincipalResult(
    Opt<CreatePrincipal> createPrincipal,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<CreatePrincipalResult> CODEC = Codec.of(CreatePrincipalResult::fromJson, "createPrincipal");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CreatePrincipalResult fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new CreatePrincipalResult(
            in.nullable("createPrincipal", CreatePrincipal.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .nullable("createPrincipal", this.createPrincipal, CreatePrincipal.CODEC)
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
        made.createPrincipal = this.createPrincipal;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<CreatePrincipal> createPrincipal = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder createPrincipal(CreatePrincipal createPrincipal) {
            this.createPrincipal = Opt.of(createPrincipal);
            return this;
        }

        public Builder createPrincipal(Opt<CreatePrincipal> createPrincipal) {
            this.createPrincipal = createPrincipal;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public CreatePrincipalResult build() {
            return new CreatePrincipalResult(
                this.createPrincipal,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
