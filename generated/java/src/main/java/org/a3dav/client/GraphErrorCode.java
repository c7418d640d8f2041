package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** Why nothing was changed. */
public record GraphErrorCode(String value) implements Model {
    static final Codec<GraphErrorCode> CODEC = Codec.of(GraphErrorCode::fromJson);

    public static final GraphErrorCode BAD_INPUT = new GraphErrorCode("BAD_INPUT");

    public static final GraphErrorCode CONFLICT = new GraphErrorCode("CONFLICT");

    public static final GraphErrorCode FORBIDDEN = new GraphErrorCode("FORBIDDEN");

    public static final GraphErrorCode INTERNAL = new GraphErrorCode("INTERNAL");

    public static final GraphErrorCode LAST_ADMINISTRATOR = new GraphErrorCode("LAST_ADMINISTRATOR");

    public static final GraphErrorCode LOCKED = new GraphErrorCode("LOCKED");

    public static final GraphErrorCode NOT_FOUND = new GraphErrorCode("NOT_FOUND");

    public static final GraphErrorCode QUOTA = new GraphErrorCode("QUOTA");

    public static final GraphErrorCode TAKEN = new GraphErrorCode("TAKEN");

    public static final GraphErrorCode UNAVAILABLE = new GraphErrorCode("UNAVAILABLE");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GraphErrorCode fromJson(JsonNode json) {
        return new GraphErrorCode(Codecs.TEXT.read(json));
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
