package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** One of several values. */
public record GraphNewRole(String value) implements Model {
    static final Codec<GraphNewRole> CODEC = Codec.of(GraphNewRole::fromJson);

    public static final GraphNewRole ADMIN = new GraphNewRole("ADMIN");

    public static final GraphNewRole AUDITOR = new GraphNewRole("AUDITOR");

    public static final GraphNewRole OWNER = new GraphNewRole("OWNER");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GraphNewRole fromJson(JsonNode json) {
        return new GraphNewRole(Codecs.TEXT.read(json));
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
