package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What sort of a principal it is. */
public record SessionAccountKind(String value) implements Model {
    static final Codec<SessionAccountKind> CODEC = Codec.of(SessionAccountKind::fromJson);

    public static final SessionAccountKind USER = new SessionAccountKind("user");

    public static final SessionAccountKind GROUP = new SessionAccountKind("group");

    public static final SessionAccountKind RESOURCE = new SessionAccountKind("resource");

    public static final SessionAccountKind ROOM = new SessionAccountKind("room");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SessionAccountKind fromJson(JsonNode json) {
        return new SessionAccountKind(Codecs.TEXT.read(json));
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
