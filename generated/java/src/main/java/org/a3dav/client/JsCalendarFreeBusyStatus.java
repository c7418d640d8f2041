package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** Whether it makes busy. */
public record JsCalendarFreeBusyStatus(String value) implements Model {
    static final Codec<JsCalendarFreeBusyStatus> CODEC = Codec.of(JsCalendarFreeBusyStatus::fromJson);

    public static final JsCalendarFreeBusyStatus FREE = new JsCalendarFreeBusyStatus("free");

    public static final JsCalendarFreeBusyStatus BUSY = new JsCalendarFreeBusyStatus("busy");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static JsCalendarFreeBusyStatus fromJson(JsonNode json) {
        return new JsCalendarFreeBusyStatus(Codecs.TEXT.read(json));
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
