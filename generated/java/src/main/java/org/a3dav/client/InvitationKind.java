package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What is shared. */
public record InvitationKind(String value) implements Model {
    static final Codec<InvitationKind> CODEC = Codec.of(InvitationKind::fromJson);

    public static final InvitationKind CALENDAR = new InvitationKind("calendar");

    public static final InvitationKind ADDRESSBOOK = new InvitationKind("addressbook");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static InvitationKind fromJson(JsonNode json) {
        return new InvitationKind(Codecs.TEXT.read(json));
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
