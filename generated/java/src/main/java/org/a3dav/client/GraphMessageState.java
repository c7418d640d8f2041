package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** Where a message of the outbox is. */
public record GraphMessageState(String value) implements Model {
    static final Codec<GraphMessageState> CODEC = Codec.of(GraphMessageState::fromJson);

    public static final GraphMessageState GIVEN_UP = new GraphMessageState("GIVEN_UP");

    public static final GraphMessageState ON_ITS_WAY = new GraphMessageState("ON_ITS_WAY");

    public static final GraphMessageState WAITING = new GraphMessageState("WAITING");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GraphMessageState fromJson(JsonNode json) {
        return new GraphMessageState(Codecs.TEXT.read(json));
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
