package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** How sure it is. */
public record BusyPeriodStatus(String value) implements Model {
    static final Codec<BusyPeriodStatus> CODEC = Codec.of(BusyPeriodStatus::fromJson);

    public static final BusyPeriodStatus BUSY = new BusyPeriodStatus("busy");

    public static final BusyPeriodStatus TENTATIVE = new BusyPeriodStatus("tentative");

    public static final BusyPeriodStatus UNAVAILABLE = new BusyPeriodStatus("unavailable");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BusyPeriodStatus fromJson(JsonNode json) {
        return new BusyPeriodStatus(Codecs.TEXT.read(json));
    }

    @Override
    public JsonNode toJson() {
        return Codecs.TEXT.write(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
