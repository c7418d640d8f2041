package org.a3dav.client;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

/** When a request may be sent again. */
enum Retry {
    NEVER,
    /** It carries an Idempotency-Key, which is the same on each attempt. */
    KEYED,
    IDEMPOTENT,
    SAFE;

    static final Duration FIRST = Duration.ofMillis(500);
    static final Duration LONGEST_ASKED = Duration.ofSeconds(60);
    private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);
    private static final Map<String, Retry> OF_METHODS = Map.ofEntries(
        Map.entry("GET", SAFE), Map.entry("HEAD", SAFE), Map.entry("OPTIONS", SAFE), Map.entry("TRACE", SAFE),
        Map.entry("PROPFIND", SAFE), Map.entry("REPORT", SAFE), Map.entry("QUERY", SAFE), Map.entry("SEARCH", SAFE),
        Map.entry("PUT", IDEMPOTENT), Map.entry("DELETE", IDEMPOTENT), Map.entry("PROPPATCH", IDEMPOTENT),
        Map.entry("MKCOL", IDEMPOTENT), Map.entry("MKCALENDAR", IDEMPOTENT), Map.entry("COPY", IDEMPOTENT),
        Map.entry("MOVE", IDEMPOTENT), Map.entry("ACL", IDEMPOTENT), Map.entry("UNLOCK", IDEMPOTENT));

    static Retry of(String method) {
        return OF_METHODS.getOrDefault(method, NEVER);
    }

    static boolean isWorth(int status) {
        return PASSING.contains(status);
    }

    /** How long to wait before retry n, the first being 1, when the first wait is of this length. */
    static Duration delay(int n, Duration first, DoubleSupplier random) {
        double whole = Math.min(8, first.toMillis() / 1000.0 * Math.pow(2, Math.min(n, 31) - 1));
        return Duration.ofNanos(Math.round(whole * (1 - 0.5 * random.getAsDouble()) * 1e9));
    }

    /** Reads Retry-After: seconds or a date; what is broken, negative or past counts as absent. */
    static Optional<Duration> asked(HttpHeaders headers, Instant now) {
        String text = headers.firstValue("Retry-After").orElse("").strip();
        if (text.matches("[0-9]+")) {
            return Optional.of(Duration.ofSeconds(text.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(text)));
        }
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return date.isBefore(now) ? Optional.empty() : Optional.of(Duration.between(now, date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
