package org.a3dav.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsTest {
    private static final String EVENTS = "HTTP/1.1 200 -\r\nContent-Type: text/event-stream\r\n\r\n";

    /** Gives a byte at a time. */
    private static InputStream slowly(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(1, length));
            }
        };
    }

    private static List<String> frames(String text) throws IOException {
        Frames frames = new Frames(slowly(text), 100, "", Retry.FIRST);
        List<String> found = new ArrayList<>();
        for (Frames.Frame one = frames.next(); one != null; one = frames.next()) {
            found.add(one.id() + "|" + one.event() + "|" + one.data());
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {
        "'data: a\n\n'!'|message|a'", "'\ufeffdata:a\r\rdata: b\r\n\r\n'!'|message|a,|message|b'",
        "'event: x\nid: 1\ndata: a\ndata\ndata:  b\n\n'!'1|x|a\n\n b'", "'id: 1\n\ndata: a\n\n'!'1|message|a'",
        "': hello\ndata: a\n\n'!'|message|a'", "'event: x\n\ndata: a\n\n'!'|message|a'",
        "'data: a\n\nid: 9\ndata: lost'!'|message|a'", "'data: ❤\n\n'!'|message|❤'",
    })
    void eventsAreReadAsTheStandardSays(String text, String wanted) throws IOException {
        assertEquals(wanted, String.join(",", frames(text)));
    }

    @Test
    void anIdWithNulIsIgnored() throws IOException {
        assertEquals(List.of("|message|a"), frames("id: 1\u00002\ndata: a\n\n"));
    }

    @Test
    void anEventThatIsTooLargeIsAnError() {
        assertEquals(ErrorCode.STREAM, assertThrows(ApiException.class, () -> frames("data: " + "x".repeat(200))).code());
    }

    private static EventStream<String> events(Scripted server) {
        return new Calls(server.core()) {}.events(new Request("x", "GET", "/", Retry.SAFE), Codecs.TEXT);
    }

    @Test
    void aStreamGoesOnWhereItEnded() throws Exception {
        try (Scripted server = new Scripted(EVENTS + "id: 7\nretry: 100\ndata: \"a\"\n\nid: 8\ndata: \"lo", Scripted.says(503, ""),
            EVENTS + "data: {\"b\":1}\n\n", "HTTP/1.1 204 -\r\nContent-Length: 0\r\n\r\n");
            EventStream<String> stream = events(server)) {
            List<StreamEvent<String>> found = stream.stream().toList();
            assertEquals("a", found.get(0).data().orElseThrow());
            assertFalse(found.get(1).data().isPresent());
            assertEquals(1, found.get(1).json().get("b").asInt());
            assertEquals("7", found.get(1).id());
            assertEquals("7", server.seen.get(1).headers().get("Last-Event-ID"));
            assertEquals(List.of(75L, 150L, 75L), server.clock.sleeps.stream().map(Duration::toMillis).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 -\r\nContent-Type: text/plain\r\n\r\nhello", EVENTS + "data: no JSON\n\n"})
    void whatIsNoStreamOfJsonIsAnError(String answer) throws Exception {
        try (Scripted server = new Scripted(answer); EventStream<String> stream = events(server)) {
            Iterator<StreamEvent<String>> items = stream.iterator();
            assertEquals(ErrorCode.STREAM, assertThrows(ApiException.class, items::hasNext).code());
            assertFalse(items.hasNext());
        }
    }

    private static LineStream<JsonNode> lines(Scripted server) {
        return new Calls(server.core()) {}.lines(new Request("x", "GET", "/", Retry.SAFE), Codecs.ANY);
    }

    @Test
    void eachLineIsAValue() throws Exception {
        try (Scripted server = new Scripted(Scripted.says(200, "1\n\n \r\n{\"a\":2}\r\n\"c\""));
            LineStream<JsonNode> stream = lines(server)) {
            assertEquals("[1, {\"a\":2}, \"c\"]", stream.stream().toList().toString());
        }
    }

    @Test
    void aLineThatIsNoJsonEndsTheStream() throws Exception {
        try (Scripted server = new Scripted(Scripted.says(200, "1\nx\n2\n")); LineStream<JsonNode> stream = lines(server)) {
            Iterator<JsonNode> items = stream.iterator();
            assertEquals(1, items.next().asInt());
            assertEquals(ErrorCode.DECODE, assertThrows(ApiException.class, items::next).code());
            assertFalse(items.hasNext());
        }
    }

    private static Paged<JsonNode> paged(Scripted server) {
        Request request = new Request("x", "GET", "/", Retry.SAFE).inQuery("n", Opt.of(1L), Codecs.INTEGER, new Style("form", true));
        return new Calls(server.core()) {}.paged(request, new PageRule("cursor", "items", "next"), Codecs.ANY);
    }

    @Test
    void theNextPageIsAskedForWhenItIsNeeded() throws Exception {
        try (Scripted server = new Scripted(
            Scripted.says(200, "{\"items\":[1,2],\"next\":\"a b\",\"total\":3}"), Scripted.says(200, "{\"items\":[3],\"next\":null}"))) {
            Paged<JsonNode> list = paged(server);
            Iterator<JsonNode> items = list.iterator();
            items.next();
            items.next();
            assertEquals(1, server.seen.size());
            assertEquals(3, items.next().asInt());
            assertFalse(items.hasNext());
            assertEquals("/?n=1&cursor=a%20b", server.seen.get(1).target());
        }
    }

    @Test
    void aCursorThatComesAgainIsAnError() throws Exception {
        try (Scripted server = new Scripted(Scripted.says(200, "{\"items\":[1],\"next\":\"a\"}"))) {
            assertEquals(ErrorCode.DECODE, assertThrows(ApiException.class, paged(server)::toList).code());
            assertEquals(2, server.seen.size());
        }
    }

    @Test
    void aDownloadIsSavedAsItComes(@TempDir Path folder) throws Exception {
        try (Scripted server = new Scripted(Scripted.says(200, "bytes", "ETag: \"1\"", "Content-Type: text/plain"));
            Download found = server.dav().open("/a")) {
            assertEquals("\"1\" text/plain 5", found.etag() + " " + found.contentType() + " " + found.length());
            found.saveTo(folder.resolve("a"));
            assertEquals("bytes", Files.readString(folder.resolve("a")));
        }
    }

    @Test
    void aDownloadThatIsCutShortIsAnErrorOfTheConnection() throws Exception {
        try (Scripted server = new Scripted(Scripted.cut()); Download found = server.dav().open("/a")) {
            assertEquals(ErrorCode.CONNECTION, assertThrows(ApiException.class, found::readAll).code());
            assertEquals(1, server.seen.size());
        }
    }

    @Test
    void aDownloadThatStopsIsATimeout() throws Exception {
        String begun = "HTTP/1.1 200 -\r\nContent-Length: 100\r\n\r\nbegun";
        try (Scripted server = new Scripted(begun)) {
            Core core = new Core(server.url(), server.options().timeout(Duration.ofSeconds(1)));
            try (Download found = new Dav(core).open("/a")) {
                assertEquals("begun", new String(found.stream().readNBytes(5), StandardCharsets.UTF_8));
                assertEquals(ErrorCode.TIMEOUT, assertThrows(ApiException.class, found::readAll).code());
            }
        }
    }

    @Test
    void anAnswerOfGraphQlMayBeAnErrorWithData() throws Exception {
        try (Scripted server = new Scripted(
            Scripted.says(200, "{\"data\":{\"a\":1},\"errors\":[{\"message\":\"no\",\"path\":[\"b\",0],\"extensions\":{\"code\":\"X\"}}]}"))) {
            ApiException failure = assertThrows(ApiException.class,
                () -> new GraphQlCalls(server.core()) {}.execute("{ a b }", "", null));
            assertEquals(ErrorCode.GRAPHQL, failure.code());
            assertEquals("X", failure.graphQlErrors().get(0).extensions().get("code").asText());
            assertEquals("{\"a\":1}", failure.data().toString());
            assertEquals("{\"query\":\"{ a b }\",\"variables\":{}}", server.seen.get(0).body());
            assertEquals("1", server.seen.get(0).headers().get("GraphQL-Require-Preflight"));
            assertNull(failure.problem());
        }
    }
}
