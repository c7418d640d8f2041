package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What became of it. */
public record DeliveryState(String value) implements Model {
    static final Codec<DeliveryState> CODEC = Codec.of(DeliveryState::fromJson);

    public static final DeliveryState WAITING = new DeliveryState("waiting");

    public static final DeliveryState DELIVERED = new DeliveryState("delivered");

    public static final DeliveryState FAILED = new DeliveryState("failed");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DeliveryState fromJson(JsonNode json) {
        return new DeliveryState(Codecs.TEXT.read(json));
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
