package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** One of several values. */
public record GraphAppScope(String value) implements Model {
    static final Codec<GraphAppScope> CODEC = Codec.of(GraphAppScope::fromJson);

    public static final GraphAppScope API = new GraphAppScope("API");

    public static final GraphAppScope DAV = new GraphAppScope("DAV");

    public static final GraphAppScope READ_ONLY = new GraphAppScope("READ_ONLY");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GraphAppScope fromJson(JsonNode json) {
        return new GraphAppScope(Codecs.TEXT.read(json));
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
