package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An object of the interface.
 *
 * @param extra Members that are not known here.
 */
public record ShareInput(
    GraphAccess access,
    String collection,
    String sharee,
    Opt<String> summary,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<ShareInput> CODEC = Codec.of(ShareInput::fromJson, "access", "collection", "sharee");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ShareInput fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new ShareInput(
            in.required("access", GraphAccess.CODEC),
            in.required("collection", Codecs.TEXT),
            in.required("sharee", Codecs.TEXT),
            in.optional("summary", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("access", this.access, GraphAccess.CODEC)
            .required("collection", this.collection, Codecs.TEXT)
            .required("sharee", this.sharee, Codecs.TEXT)
            .optional("summary", this.summary, Codecs.TEXT)
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
        made.access = this.access;
        made.collection = this.collection;
        made.sharee = this.sharee;
        made.summary = this.summary;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private GraphAccess access;
        private String collection;
        private String sharee;
        private Opt<String> summary = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder access(GraphAccess access) {
            this.access = access;
            return this;
        }

        public Builder collection(String collection) {
            this.collection = collection;
            return this;
        }

        public Builder sharee(String sharee) {
            this.sharee = sharee;
            return this;
        }

        public Builder summary(String summary) {
            this.summary = Opt.of(summary);
            return this;
        }

        public Builder summary(Opt<String> summary) {
            this.summary = summary;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public ShareInput build() {
            return new ShareInput(
                Objects.requireNonNull(this.access, "access"),
                Objects.requireNonNull(this.collection, "collection"),
                Objects.requireNonNull(this.sharee, "sharee"),
                this.summary,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
