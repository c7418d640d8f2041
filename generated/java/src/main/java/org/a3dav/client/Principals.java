package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A page, in the one order that all pages have.
 *
 * @param totalCount How many there are on all pages together.
 * @param nodes The nodes of the edges.
 * @param extra Members that are not known here.
 */
public record Principals(
    long totalCount,
    PrincipalsPageInfo pageInfo,
    List<PrincipalsNodes> nodes,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<Principals> CODEC = Codec.of(Principals::fromJson, "totalCount", "pageInfo", "nodes");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Principals fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new Principals(
            in.required("totalCount", Codecs.INTEGER),
            in.required("pageInfo", PrincipalsPageInfo.CODEC),
            in.required("nodes", Codecs.list(PrincipalsNodes.CODEC)),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("totalCount", this.totalCount, Codecs.INTEGER)
            .required("pageInfo", this.pageInfo, PrincipalsPageInfo.CODEC)
            .required("nodes", this.nodes, Codecs.list(PrincipalsNodes.CODEC))
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
        made.totalCount = this.totalCount;
        made.pageInfo = this.pageInfo;
        made.nodes = this.nodes;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Long totalCount;
        private PrincipalsPageInfo pageInfo;
        private List<PrincipalsNodes> nodes;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder totalCount(long totalCount) {
            this.totalCount = totalCount;
            return this;
        }

        public Builder pageInfo(PrincipalsPageInfo pageInfo) {
            this.pageInfo = pageInfo;
            return this;
        }

        public Builder nodes(List<PrincipalsNodes> nodes) {
            this.nodes = nodes;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public Principals build() {
            return new Principals(
                Objects.requireNonNull(this.totalCount, "totalCount"),
                Objects.requireNonNull(this.pageInfo, "pageInfo"),
                Objects.requireNonNull(this.nodes, "nodes"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
