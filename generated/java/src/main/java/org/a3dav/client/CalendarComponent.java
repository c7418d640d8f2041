package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** A kind of component of iCalendar. */
public record CalendarComponent(String value) implements Model {
    static final Codec<CalendarComponent> CODEC = Codec.of(CalendarComponent::fromJson);

    public static final CalendarComponent VEVENT = new CalendarComponent("VEVENT");

    public static final CalendarComponent VTODO = new CalendarComponent("VTODO");

    public static final CalendarComponent VJOURNAL = new CalendarComponent("VJOURNAL");

    public static final CalendarComponent VFREEBUSY = new CalendarComponent("VFREEBUSY");

    public static final CalendarComponent VAVAILABILITY = new CalendarComponent("VAVAILABILITY");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CalendarComponent fromJson(JsonNode json) {
        return new CalendarComponent(Codecs.TEXT.read(json));
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
