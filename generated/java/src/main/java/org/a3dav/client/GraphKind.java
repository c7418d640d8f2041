package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What kind of principal an account is. */
public record GraphKind(String value) implements Model {
    static final Codec<GraphKind> CODEC = Codec.of(GraphKind::fromJson);

    public static final GraphKind GROUP = new GraphKind("GROUP");

    public static final GraphKind RESOURCE = new GraphKind("RESOURCE");

    public static final GraphKind ROOM = new GraphKind("ROOM");

    public static final GraphKind USER = new GraphKind("USER");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GraphKind fromJson(JsonNode json) {
        return new GraphKind(Codecs.TEXT.read(json));
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
