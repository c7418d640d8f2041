package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What they may do. */
public record NewShareAccess(String value) implements Model {
    static final Codec<NewShareAccess> CODEC = Codec.of(NewShareAccess::fromJson);

    public static final NewShareAccess BUSY = new NewShareAccess("busy");

    public static final NewShareAccess READ = new NewShareAccess("read");

    public static final NewShareAccess READ_WRITE = new NewShareAccess("read-write");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NewShareAccess fromJson(JsonNode json) {
        return new NewShareAccess(Codecs.TEXT.read(json));
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
