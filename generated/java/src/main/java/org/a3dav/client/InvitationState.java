package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What was made of it. */
public record InvitationState(String value) implements Model {
    static final Codec<InvitationState> CODEC = Codec.of(InvitationState::fromJson);

    public static final InvitationState INVITED = new InvitationState("invited");

    public static final InvitationState ACCEPTED = new InvitationState("accepted");

    public static final InvitationState DECLINED = new InvitationState("declined");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static InvitationState fromJson(JsonNode json) {
        return new InvitationState(Codecs.TEXT.read(json));
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
