package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What sort of a principal it is. */
public record PrincipalKind(String value) implements Model {
    static final Codec<PrincipalKind> CODEC = Codec.of(PrincipalKind::fromJson);

    public static final PrincipalKind USER = new PrincipalKind("user");

    public static final PrincipalKind GROUP = new PrincipalKind("group");

    public static final PrincipalKind RESOURCE = new PrincipalKind("resource");

    public static final PrincipalKind ROOM = new PrincipalKind("room");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PrincipalKind fromJson(JsonNode json) {
        return new PrincipalKind(Codecs.TEXT.read(json));
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
