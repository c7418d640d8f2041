package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** Something that one may do with a collection. */
public record Right(String value) implements Model {
    static final Codec<Right> CODEC = Codec.of(Right::fromJson);

    public static final Right READ = new Right("read");

    public static final Right ADD = new Right("add");

    public static final Right CHANGE = new Right("change");

    public static final Right REMOVE = new Right("remove");

    public static final Right CONFIGURE = new Right("configure");

    public static final Right SHARE = new Right("share");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Right fromJson(JsonNode json) {
        return new Right(Codecs.TEXT.read(json));
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
