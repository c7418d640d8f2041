package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * When somebody is busy.
 *
 * @param from A moment in UTC (RFC 3339).
 * @param to A moment in UTC (RFC 3339).
 * @param extra Members that are not known here.
 */
public record FreeBusy(
    Timestamp from,
    Timestamp to,
    List<BusyPeriod> periods,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<FreeBusy> CODEC = Codec.of(FreeBusy::fromJson, "from", "to", "periods");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FreeBusy fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new FreeBusy(
            in.required("from", Codecs.TIMESTAMP),
            in.required("to", Codecs.TIMESTAMP),
            in.required("periods", Codecs.list(BusyPeriod.CODEC)),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("from", this.from, Codecs.TIMESTAMP)
            .required("to", this.to, Codecs.TIMESTAMP)
            .required("periods", this.periods, Codecs.list(BusyPeriod.CODEC))
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
        made.from = this.from;
        made.to = this.to;
        made.periods = this.periods;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Timestamp from;
        private Timestamp to;
        private List<BusyPeriod> periods;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder from(Timestamp from) {
            this.from = from;
            return this;
        }

        public Builder to(Timestamp to) {
            this.to = to;
            return this;
        }

        public Builder periods(List<BusyPeriod> periods) {
            this.periods = periods;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public FreeBusy build() {
            return new FreeBusy(
                Objects.requireNonNull(this.from, "from"),
                Objects.requireNonNull(this.to, "to"),
                Objects.requireNonNull(this.periods, "periods"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
