package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** One of several values. */
public record GraphNewKind(String value) implements Model {
    static final Codec<GraphNewKind> CODEC = Codec.of(GraphNewKind::fromJson);

    public static final GraphNewKind GROUP = new GraphNewKind("GROUP");

    public static final GraphNewKind RESOURCE = new GraphNewKind("RESOURCE");

    public static final GraphNewKind ROOM = new GraphNewKind("ROOM");

    public static final GraphNewKind USER = new GraphNewKind("USER");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GraphNewKind fromJson(JsonNode json) {
        return new GraphNewKind(Codecs.TEXT.read(json));
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
