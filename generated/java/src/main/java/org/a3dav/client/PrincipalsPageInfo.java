package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where a page stands among all.
 *
 * @param extra Members that are not known here.
 */
public record PrincipalsPageInfo(
    boolean hasNextPage,
    Opt<String> endCursor,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<PrincipalsPageInfo> CODEC = Codec.of(PrincipalsPageInfo::fromJson, "hasNextPage", "endCursor");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PrincipalsPageInfo fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new PrincipalsPageInfo(
            in.required("hasNextPage", Codecs.BOOLEAN),
            in.nullable("endCursor", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("hasNextPage", this.hasNextPage, Codecs.BOOLEAN)
            .nullable("endCursor", this.endCursor, Codecs.TEXT)
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
        made.hasNextPage = this.hasNextPage;
        made.endCursor = this.endCursor;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Boolean hasNextPage;
        private Opt<String> endCursor = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder hasNextPage(boolean hasNextPage) {
            this.hasNextPage = hasNextPage;
            return this;
        }

        public Builder endCursor(String endCursor) {
            this.endCursor = Opt.of(endCursor);
            return this;
        }

        public Builder endCursor(Opt<String> endCursor) {
            this.endCursor = endCursor;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public PrincipalsPageInfo build() {
            return new PrincipalsPageInfo(
                Objects.requireNonNull(this.hasNextPage, "hasNextPage"),
                this.endCursor,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
