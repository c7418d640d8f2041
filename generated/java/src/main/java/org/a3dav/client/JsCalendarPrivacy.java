package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** How much of it others see. */
public record JsCalendarPrivacy(String value) implements Model {
    static final Codec<JsCalendarPrivacy> CODEC = Codec.of(JsCalendarPrivacy::fromJson);

    public static final JsCalendarPrivacy PUBLIC = new JsCalendarPrivacy("public");

    public static final JsCalendarPrivacy PRIVATE = new JsCalendarPrivacy("private");

    public static final JsCalendarPrivacy SECRET = new JsCalendarPrivacy("secret");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static JsCalendarPrivacy fromJson(JsonNode json) {
        return new JsCalendarPrivacy(Codecs.TEXT.read(json));
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
