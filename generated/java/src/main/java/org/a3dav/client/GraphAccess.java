package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** One of several values. */
public record GraphAccess(String value) implements Model {
    static final Codec<GraphAccess> CODEC = Codec.of(GraphAccess::fromJson);

    public static final GraphAccess BUSY = new GraphAccess("BUSY");

    public static final GraphAccess READ = new GraphAccess("READ");

    public static final GraphAccess READ_WRITE = new GraphAccess("READ_WRITE");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GraphAccess fromJson(JsonNode json) {
        return new GraphAccess(Codecs.TEXT.read(json));
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
