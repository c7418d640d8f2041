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
public record Audit(
    AuditPageInfo pageInfo,
    List<AuditNodes> nodes,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<Audit> CODEC = Codec.of(Audit::fromJson, "pageInfo", "nodes");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Audit fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new Audit(
            in.required("pageInfo", AuditPageInfo.CODEC),
            in.required("nodes", Codecs.list(AuditNodes.CODEC)),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("pageInfo", this.pageInfo, AuditPageInfo.CODEC)
            .required("nodes", this.nodes, Codecs.list(AuditNodes.CODEC))
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
        private AuditPageInfo pageInfo;
        private List<AuditNodes> nodes;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder pageInfo(AuditPageInfo pageInfo) {
            this.pageInfo = pageInfo;
            return this;
        }

        public Builder nodes(List<AuditNodes> nodes) {
            this.nodes = nodes;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public Audit build() {
            return new Audit(
                Objects.requireNonNull(this.pageInfo, "pageInfo"),
                Objects.requireNonNull(this.nodes, "nodes"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
