package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What it is. */
public record JsCalendarAtType(String value) implements Model {
    static final Codec<JsCalendarAtType> CODEC = Codec.of(JsCalendarAtType::fromJson);

    public static final JsCalendarAtType EVENT = new JsCalendarAtType("Event");

    public static final JsCalendarAtType TASK = new JsCalendarAtType("Task");

    public static final JsCalendarAtType GROUP = new JsCalendarAtType("Group");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static JsCalendarAtType fromJson(JsonNode json) {
        return new JsCalendarAtType(Codecs.TEXT.read(json));
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
