package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What it may be used for. */
public record SessionCredentialScope(String value) implements Model {
    static final Codec<SessionCredentialScope> CODEC = Codec.of(SessionCredentialScope::fromJson);

    public static final SessionCredentialScope FULL = new SessionCredentialScope("full");

    public static final SessionCredentialScope DAV = new SessionCredentialScope("dav");

    public static final SessionCredentialScope READ_ONLY = new SessionCredentialScope("read-only");

    public static final SessionCredentialScope API = new SessionCredentialScope("api");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SessionCredentialScope fromJson(JsonNode json) {
        return new SessionCredentialScope(Codecs.TEXT.read(json));
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
