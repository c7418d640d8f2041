package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** How far a Task is. */
public record JsCalendarProgress(String value) implements Model {
    static final Codec<JsCalendarProgress> CODEC = Codec.of(JsCalendarProgress::fromJson);

    public static final JsCalendarProgress NEEDS_ACTION = new JsCalendarProgress("needs-action");

    public static final JsCalendarProgress IN_PROCESS = new JsCalendarProgress("in-process");

    public static final JsCalendarProgress COMPLETED = new JsCalendarProgress("completed");

    public static final JsCalendarProgress FAILED = new JsCalendarProgress("failed");

    public static final JsCalendarProgress CANCELLED = new JsCalendarProgress("cancelled");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static JsCalendarProgress fromJson(JsonNode json) {
        return new JsCalendarProgress(Codecs.TEXT.read(json));
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
