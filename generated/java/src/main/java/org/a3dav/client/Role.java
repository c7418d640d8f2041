package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What an account may do beside what is its own. */
public record Role(String value) implements Model {
    static final Codec<Role> CODEC = Codec.of(Role::fromJson);

    public static final Role OWNER = new Role("owner");

    public static final Role AUDITOR = new Role("auditor");

    public static final Role ADMIN = new Role("admin");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Role fromJson(JsonNode json) {
        return new Role(Codecs.TEXT.read(json));
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
