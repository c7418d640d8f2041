package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Changes, made in the order in which they were sent; each stands or falls alone.
 *
 * @param share Offers a calendar or an address book to somebody.
 * @param extra Members that are not known here.
 */
public record ShareResult(
    Opt<Share2> share,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<ShareResult> CODEC = Codec.of(ShareResult::fromJson, "share");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ShareResult fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new ShareResult(
            in.nullable("share", Share2.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .nullable("share", this.share, Share2.CODEC)
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
        made.share = this.share;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<Share2> share = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder share(Share2 share) {
            this.share = Opt.of(share);
            return this;
        }

        public Builder share(Opt<Share2> share) {
            this.share = share;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public ShareResult build() {
            return new ShareResult(
                this.share,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
