package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/**
 * A date-time of RFC 3339, which keeps its text: what is not changed is sent again as it came.
 *
 * @param text as it stands in JSON
 */
public record Timestamp(@JsonValue String text) {
    @JsonCreator
    public Timestamp {}

    public static Timestamp of(Instant moment) {
        return new Timestamp(DateTimeFormatter.ISO_INSTANT.format(moment));
    }

    public static Timestamp of(OffsetDateTime moment) {
        return new Timestamp(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment));
    }

    /**
     * The moment and its offset.
     *
     * @throws java.time.format.DateTimeParseException when the text is no date-time
     */
    public OffsetDateTime toOffsetDateTime() {
        return OffsetDateTime.parse(text);
    }

    /**
     * The moment.
     *
     * @throws java.time.format.DateTimeParseException when the text is no date-time
     */
    public Instant toInstant() {
        return toOffsetDateTime().toInstant();
    }

    @Override
    public String toString() {
        return text;
    }
}
