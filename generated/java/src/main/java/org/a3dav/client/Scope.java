package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What a token may be for. */
public record Scope(String value) implements Model {
    static final Codec<Scope> CODEC = Codec.of(Scope::fromJson);

    public static final Scope PROFILE = new Scope("profile");

    public static final Scope CALENDARS_READ = new Scope("calendars:read");

    public static final Scope CALENDARS_WRITE = new Scope("calendars:write");

    public static final Scope CONTACTS_READ = new Scope("contacts:read");

    public static final Scope CONTACTS_WRITE = new Scope("contacts:write");

    public static final Scope FILES_READ = new Scope("files:read");

    public static final Scope FILES_WRITE = new Scope("files:write");

    public static final Scope SHARING = new Scope("sharing");

    public static final Scope CHANGES_READ = new Scope("changes:read");

    public static final Scope WEBHOOKS = new Scope("webhooks");

    public static final Scope TOKENS = new Scope("tokens");

    public static final Scope ADMIN = new Scope("admin");

    public static final Scope DAV = new Scope("dav");

    public static final Scope OFFLINE_ACCESS = new Scope("offline_access");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Scope fromJson(JsonNode json) {
        return new Scope(Codecs.TEXT.read(json));
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
