package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What to change of a quota.
 *
 * @param own Bytes; null takes the default.
 * @param extra Members that are not known here.
 */
public record QuotaUpdate(
    Opt<Long> own,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<QuotaUpdate> CODEC = Codec.of(QuotaUpdate::fromJson);

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static QuotaUpdate fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new QuotaUpdate(
            in.optional("own", Codecs.INTEGER),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("own", this.own, Codecs.INTEGER)
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
        made.own = this.own;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<Long> own = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder own(long own) {
            this.own = Opt.of(own);
            return this;
        }

        public Builder own(Opt<Long> own) {
            this.own = own;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public QuotaUpdate build() {
            return new QuotaUpdate(
                this.own,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
