package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** One of several values. */
public record EventQueryStatusItem(String value) implements Model {
    static final Codec<EventQueryStatusItem> CODEC = Codec.of(EventQueryStatusItem::fromJson);

    public static final EventQueryStatusItem CONFIRMED = new EventQueryStatusItem("confirmed");

    public static final EventQueryStatusItem TENTATIVE = new EventQueryStatusItem("tentative");

    public static final EventQueryStatusItem CANCELLED = new EventQueryStatusItem("cancelled");

    public static final EventQueryStatusItem NEEDS_ACTION = new EventQueryStatusItem("needs-action");

    public static final EventQueryStatusItem IN_PROCESS = new EventQueryStatusItem("in-process");

    public static final EventQueryStatusItem COMPLETED = new EventQueryStatusItem("completed");

    public static final EventQueryStatusItem DRAFT = new EventQueryStatusItem("draft");

    public static final EventQueryStatusItem FINAL = new EventQueryStatusItem("final");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EventQueryStatusItem fromJson(JsonNode json) {
        return new EventQueryStatusItem(Codecs.TEXT.read(json));
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
