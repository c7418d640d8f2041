package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What a share gives: when somebody is busy, everything to read, or everything to read and to change. */
public record ShareAccess(String value) implements Model {
    static final Codec<ShareAccess> CODEC = Codec.of(ShareAccess::fromJson);

    public static final ShareAccess BUSY = new ShareAccess("busy");

    public static final ShareAccess READ = new ShareAccess("read");

    public static final ShareAccess READ_WRITE = new ShareAccess("read-write");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ShareAccess fromJson(JsonNode json) {
        return new ShareAccess(Codecs.TEXT.read(json));
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
