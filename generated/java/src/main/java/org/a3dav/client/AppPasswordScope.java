package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What an app password may be used for. */
public record AppPasswordScope(String value) implements Model {
    static final Codec<AppPasswordScope> CODEC = Codec.of(AppPasswordScope::fromJson);

    public static final AppPasswordScope FULL = new AppPasswordScope("full");

    public static final AppPasswordScope DAV = new AppPasswordScope("dav");

    public static final AppPasswordScope READ_ONLY = new AppPasswordScope("read-only");

    public static final AppPasswordScope API = new AppPasswordScope("api");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AppPasswordScope fromJson(JsonNode json) {
        return new AppPasswordScope(Codecs.TEXT.read(json));
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
