package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What an account may do with what is not its own. */
public record GraphRole(String value) implements Model {
    static final Codec<GraphRole> CODEC = Codec.of(GraphRole::fromJson);

    public static final GraphRole ADMIN = new GraphRole("ADMIN");

    public static final GraphRole AUDITOR = new GraphRole("AUDITOR");

    public static final GraphRole OWNER = new GraphRole("OWNER");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GraphRole fromJson(JsonNode json) {
        return new GraphRole(Codecs.TEXT.read(json));
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
