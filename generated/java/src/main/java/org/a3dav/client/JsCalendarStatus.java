package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** How sure it is. */
public record JsCalendarStatus(String value) implements Model {
    static final Codec<JsCalendarStatus> CODEC = Codec.of(JsCalendarStatus::fromJson);

    public static final JsCalendarStatus CONFIRMED = new JsCalendarStatus("confirmed");

    public static final JsCalendarStatus CANCELLED = new JsCalendarStatus("cancelled");

    public static final JsCalendarStatus TENTATIVE = new JsCalendarStatus("tentative");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static JsCalendarStatus fromJson(JsonNode json) {
        return new JsCalendarStatus(Codecs.TEXT.read(json));
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
