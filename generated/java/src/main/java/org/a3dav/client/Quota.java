package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Bytes that an account uses, and may use.
 *
 * @param used What it uses.
 * @param own What it was given; null where the default counts.
 * @param limit What counts; null where there is no limit.
 * @param extra Members that are not known here.
 */
public record Quota(
    long used,
    Opt<Long> own,
    Opt<Long> limit,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<Quota> CODEC = Codec.of(Quota::fromJson, "used", "own", "limit");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Quota fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new Quota(
            in.required("used", Codecs.INTEGER),
            in.nullable("own", Codecs.INTEGER),
            in.nullable("limit", Codecs.INTEGER),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("used", this.used, Codecs.INTEGER)
            .nullable("own", this.own, Codecs.INTEGER)
            .nullable("limit", this.limit, Codecs.INTEGER)
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
        made.used = this.used;
        made.own = this.own;
        made.limit = this.limit;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Long used;
        private Opt<Long> own = Opt.ofNull();
        private Opt<Long> limit = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder used(long used) {
            this.used = used;
            return this;
        }

        public Builder own(long own) {
            this.own = Opt.of(own);
            return this;
        }

        public Builder own(Opt<Long> own) {
            this.own = own;
            return this;
        }

        public Builder limit(long limit) {
            this.limit = Opt.of(limit);
            return this;
        }

        public Builder limit(Opt<Long> limit) {
            this.limit = limit;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public Quota build() {
            return new Quota(
                Objects.requireNonNull(this.used, "used"),
                this.own,
                this.limit,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
