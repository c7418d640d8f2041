package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What it is. */
public record ContactQueryKind(String value) implements Model {
    static final Codec<ContactQueryKind> CODEC = Codec.of(ContactQueryKind::fromJson);

    public static final ContactQueryKind INDIVIDUAL = new ContactQueryKind("individual");

    public static final ContactQueryKind GROUP = new ContactQueryKind("group");

    public static final ContactQueryKind ORG = new ContactQueryKind("org");

    public static final ContactQueryKind LOCATION = new ContactQueryKind("location");

    public static final ContactQueryKind DEVICE = new ContactQueryKind("device");

    public static final ContactQueryKind APPLICATION = new ContactQueryKind("application");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ContactQueryKind fromJson(JsonNode json) {
        return new ContactQueryKind(Codecs.TEXT.read(json));
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
