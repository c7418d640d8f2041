package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What sort of card it is. */
public record JsContactKind(String value) implements Model {
    static final Codec<JsContactKind> CODEC = Codec.of(JsContactKind::fromJson);

    public static final JsContactKind INDIVIDUAL = new JsContactKind("individual");

    public static final JsContactKind GROUP = new JsContactKind("group");

    public static final JsContactKind ORG = new JsContactKind("org");

    public static final JsContactKind LOCATION = new JsContactKind("location");

    public static final JsContactKind DEVICE = new JsContactKind("device");

    public static final JsContactKind APPLICATION = new JsContactKind("application");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static JsContactKind fromJson(JsonNode json) {
        return new JsContactKind(Codecs.TEXT.read(json));
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
