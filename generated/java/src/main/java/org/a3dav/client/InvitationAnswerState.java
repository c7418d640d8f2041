package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** Whether to have it. */
public record InvitationAnswerState(String value) implements Model {
    static final Codec<InvitationAnswerState> CODEC = Codec.of(InvitationAnswerState::fromJson);

    public static final InvitationAnswerState ACCEPTED = new InvitationAnswerState("accepted");

    public static final InvitationAnswerState DECLINED = new InvitationAnswerState("declined");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static InvitationAnswerState fromJson(JsonNode json) {
        return new InvitationAnswerState(Codecs.TEXT.read(json));
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
