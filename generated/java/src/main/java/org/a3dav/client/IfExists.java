package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** One of several values. */
public record IfExists(String value) implements Model {
    static final Codec<IfExists> CODEC = Codec.of(IfExists::fromJson);

    public static final IfExists REPLACE = new IfExists("replace");

    public static final IfExists SKIP = new IfExists("skip");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static IfExists fromJson(JsonNode json) {
        return new IfExists(Codecs.TEXT.read(json));
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
