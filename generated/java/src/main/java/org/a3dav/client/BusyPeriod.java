package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A time of which somebody is not free.
 *
 * @param start A moment in UTC (RFC 3339).
 * @param end A moment in UTC (RFC 3339).
 * @param status How sure it is.
 * @param extra Members that are not known here.
 */
public record BusyPeriod(
    Timestamp start,
    Timestamp end,
    BusyPeriodStatus status,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<BusyPeriod> CODEC = Codec.of(BusyPeriod::fromJson, "start", "end", "status");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BusyPeriod fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new BusyPeriod(
            in.required("start", Codecs.TIMESTAMP),
            in.required("end", Codecs.TIMESTAMP),
            in.required("status", BusyPeriodStatus.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("start", this.start, Codecs.TIMESTAMP)
            .required("end", this.end, Codecs.TIMESTAMP)
            .required("status", this.status, BusyPeriodStatus.CODEC)
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
        made.start = this.start;
        made.end = this.end;
        made.status = this.status;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Timestamp start;
        private Timestamp end;
        private BusyPeriodStatus status;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder start(Timestamp start) {
            this.start = start;
            return this;
        }

        public Builder end(Timestamp end) {
            this.end = end;
            return this;
        }

        public Builder status(BusyPeriodStatus status) {
            this.status = status;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public BusyPeriod build() {
            return new BusyPeriod(
                Objects.requireNonNull(this.start, "start"),
                Objects.requireNonNull(this.end, "end"),
                Objects.requireNonNull(this.status, "status"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
