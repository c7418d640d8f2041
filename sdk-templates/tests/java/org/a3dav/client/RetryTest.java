package org.a3dav.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
    private static final String GOOD = Scripted.says(200, "{\"name\": \"a\"}");

    private static JsonNode ask(Core core, String method, Retry retry, CallOption... options) {
        return new Calls(core) {}.fetch(new Request("things.get", method, "/things", retry), Codecs.ANY, options);
    }

    private static ApiException failed(Core core, String method, Retry retry, CallOption... options) {
        return assertThrows(ApiException.class, () -> ask(core, method, retry, options));
    }

    private static String first(String name) {
        return switch (name) {
            case "cut" -> Scripted.cut();
            case "hang up" -> Scripted.HANG_UP;
            case "bad JSON" -> Scripted.says(200, "{\"name\"");
            default -> Scripted.says(Integer.parseInt(name), "");
        };
    }

    @ParameterizedTest
    @CsvSource({
        "GET, SAFE, 503", "GET, SAFE, 408", "GET, SAFE, 502", "GET, SAFE, 504", "QUERY, SAFE, 429", "GET, SAFE, cut",
        "GET, SAFE, hang up", "PUT, IDEMPOTENT, hang up", "POST, KEYED, hang up", "POST, KEYED, 503", "PROPFIND, SAFE, 503",
    })
    void aRequestIsSentAgainAsItsClassSays(String method, Retry retry, String first) throws Exception {
        try (Scripted server = new Scripted(first(first), GOOD)) {
            assertEquals("a", ask(server.core(), method, retry).get("name").asText());
            assertEquals(2, server.seen.size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, SAFE, 500, SERVER_ERROR", "GET, SAFE, 404, NOT_FOUND", "GET, SAFE, bad JSON, DECODE",
        "POST, NEVER, 503, UNAVAILABLE", "PATCH, NEVER, hang up, CONNECTION",
    })
    void otherRequestsAreSentOnce(String method, Retry retry, String first, ErrorCode code) throws Exception {
        try (Scripted server = new Scripted(first(first), GOOD)) {
            assertEquals(code, failed(server.core(), method, retry).code());
            assertEquals(1, server.seen.size());
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, SAFE", "HEAD, SAFE", "POST, KEYED"})
    void aKeptConnectionThatBreaksIsNoSilentSecondAttempt(String method, Retry retry) throws Exception {
        try (Scripted server = new Scripted(GOOD, Scripted.HANG_UP)) {
            Core core = server.core();
            ask(core, "GET", Retry.SAFE);
            assertEquals(ErrorCode.CONNECTION, failed(core, method, retry, CallOption.retries(0)).code());
            assertEquals(2, server.seen.size());
        }
    }

    @Test
    void theKeyIsTheSameOnEachAttempt() throws Exception {
        try (Scripted server = new Scripted(first("503"), Scripted.HANG_UP, GOOD)) {
            ask(server.core(), "POST", Retry.KEYED);
            assertEquals(List.of("8".repeat(32), "8".repeat(32), "8".repeat(32)),
                server.seen.stream().map(one -> one.headers().get("Idempotency-Key")).toList());
        }
    }

    @Test
    void delaysGrowAndAreBounded() throws Exception {
        try (Scripted server = new Scripted(first("503"))) {
            ApiException failure = failed(server.core(), "GET", Retry.SAFE, CallOption.retries(6));
            assertEquals(7, failure.attempts());
            assertEquals("375 750 1500 3000 6000 6000",
                server.clock.sleeps.stream().map(one -> Long.toString(one.toMillis())).collect(Collectors.joining(" ")));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "7|PT7S", "59|PT59S", "Thu, 01 Jan 2026 00:00:09 GMT|PT9S", "Wed, 31 Dec 2025 23:59:59 GMT|PT0.375S", "-3|PT0.375S",
        "soon|PT0.375S", "1.5|PT0.375S",
    })
    void retryAfterReplacesTheDelay(String text, Duration wanted) throws Exception {
        try (Scripted server = new Scripted(Scripted.says(429, "", "Retry-After: " + text), GOOD)) {
            ask(server.core(), "GET", Retry.SAFE);
            assertEquals(List.of(wanted), server.clock.sleeps);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"61", "99999999999999999999", "Thu, 01 Jan 2026 00:01:01 GMT"})
    void aLongRetryAfterIsAnErrorAtOnce(String text) throws Exception {
        try (Scripted server = new Scripted(Scripted.says(503, "", "Retry-After: " + text))) {
            ApiException failure = failed(server.core(), "GET", Retry.SAFE, CallOption.timeout(Duration.ofHours(100)));
            assertEquals(ErrorCode.UNAVAILABLE, failure.code());
            assertEquals(1, failure.attempts());
        }
    }

    @Test
    void aDelayThatWouldNotEndInTimeIsNotBegun() throws Exception {
        try (Scripted server = new Scripted(Scripted.says(503, "", "Retry-After: 20"))) {
            failed(server.core(), "GET", Retry.SAFE, CallOption.timeout(Duration.ofSeconds(20)));
            assertEquals(List.of(), server.clock.sleeps);
        }
    }

    @Test
    void aFailedPreconditionOfARetryTellsItsAttempts() throws Exception {
        try (Scripted server = new Scripted(Scripted.HANG_UP, first("412"))) {
            ApiException failure = failed(server.core(), "PUT", Retry.IDEMPOTENT);
            assertEquals(ErrorCode.PRECONDITION_FAILED, failure.code());
            assertEquals(2, failure.attempts());
        }
    }

    @Test
    void aStreamThatWasReadIsNotSentAgain() throws Exception {
        try (Scripted server = new Scripted(first("503"))) {
            Upload stream = Upload.of(new ByteArrayInputStream("abc".getBytes()));
            assertThrows(ApiException.class, () -> server.dav().put("/a", stream, "text/plain", Precondition.anyway()));
            assertEquals(List.of("abc"), server.seen.stream().map(Scripted.Arrived::body).toList());
        }
    }

    @Test
    void bytesAreSentAgain() throws Exception {
        try (Scripted server = new Scripted(first("503"), Scripted.says(201, "", "ETag: \"1\""))) {
            String etag = server.dav().put("/a", Upload.of("abc"), "text/plain", Precondition.create());
            assertEquals("\"1\"", etag);
            assertEquals("abc", server.seen.get(1).body());
            assertEquals("*", server.seen.get(1).headers().get("If-None-Match"));
        }
    }

    @Test
    void aSlowAnswerIsATimeoutAndNotSentAgain() throws Exception {
        try (Scripted server = new Scripted(Scripted.STALL)) {
            ApiException failure = failed(server.core(), "GET", Retry.SAFE, CallOption.timeout(Duration.ofSeconds(1)));
            assertEquals(ErrorCode.TIMEOUT, failure.code());
            assertEquals(1, server.seen.size());
        }
    }

    @Test
    void whoInterruptsTheThreadCancelsTheCall() throws Exception {
        try (Scripted server = new Scripted(Scripted.STALL)) {
            Core core = server.core();
            CompletableFuture<ErrorCode> told = new CompletableFuture<>();
            Thread caller = new Thread(() -> told.complete(failed(core, "GET", Retry.SAFE).code()));
            caller.start();
            while (server.seen.isEmpty()) {
                Thread.sleep(5);
            }
            caller.interrupt();
            assertEquals(ErrorCode.CANCELLED, told.get());
        }
    }

    @Test
    void aFutureThatIsCancelledEndsTheCall() throws Exception {
        try (Scripted server = new Scripted(Scripted.STALL)) {
            Core core = server.core();
            CompletableFuture<ErrorCode> told = new CompletableFuture<>();
            CompletableFuture<JsonNode> asked = core.async(() -> {
                told.complete(failed(core, "GET", Retry.SAFE).code());
                return null;
            });
            while (server.seen.isEmpty()) {
                Thread.sleep(5);
            }
            assertTrue(asked.cancel(true));
            assertEquals(ErrorCode.CANCELLED, told.get());
            assertThrows(CancellationException.class, asked::join);
        }
    }
}
