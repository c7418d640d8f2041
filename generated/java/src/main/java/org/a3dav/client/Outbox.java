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
 * @param nodes The nodes of the edges.
 * @param extra Members that are not known here.
 */
public record Outbox(
    OutboxPageInfo pageInfo,
    List<OutboxNodes> nodes,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<Outbox> CODEC = Codec.of(Outbox::fromJson, "pageInfo", "nodes");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Outbox fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new Outbox(
            in.required("pageInfo", OutboxPageInfo.CODEC),
            in.required("nodes", Codecs.list(OutboxNodes.CODEC)),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("pageInfo", this.pageInfo, OutboxPageInfo.CODEC)
            .required("nodes", this.nodes, Codecs.list(OutboxNodes.CODEC))
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
        made.pageInfo = this.pageInfo;
        made.nodes = this.nodes;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private OutboxPageInfo pageInfo;
        private List<OutboxNodes> nodes;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder pageInfo(OutboxPageInfo pageInfo) {
            this.pageInfo = pageInfo;
            return this;
        }

        public Builder nodes(List<OutboxNodes> nodes) {
            this.nodes = nodes;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public Outbox build() {
            return new Outbox(
                Objects.requireNonNull(this.pageInfo, "pageInfo"),
                Objects.requireNonNull(this.nodes, "nodes"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
