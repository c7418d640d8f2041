package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What it may do beside what is its own. */
public record SessionAccountRole(String value) implements Model {
    static final Codec<SessionAccountRole> CODEC = Codec.of(SessionAccountRole::fromJson);

    public static final SessionAccountRole OWNER = new SessionAccountRole("owner");

    public static final SessionAccountRole AUDITOR = new SessionAccountRole("auditor");

    public static final SessionAccountRole ADMIN = new SessionAccountRole("admin");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SessionAccountRole fromJson(JsonNode json) {
        return new SessionAccountRole(Codecs.TEXT.read(json));
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
