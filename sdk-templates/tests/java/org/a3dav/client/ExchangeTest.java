package org.a3dav.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {
    private static final String GOOD = Scripted.says(200, "{\"name\": \"a\"}");
    private static final Style FORM = new Style("form", true);

    private static JsonNode ask(Core core, Retry retry, CallOption... options) {
        Request request = new Request("things.get", retry == Retry.SAFE ? "GET" : "PUT", "/things", retry);
        return new Calls(core) {}.fetch(request, Codecs.ANY, options);
    }

    private static ApiException failed(Core core, Retry retry) {
        return assertThrows(ApiException.class, () -> ask(core, retry));
    }

    @Test
    void anErrorTellsAllThatTheAnswerSays() throws Exception {
        String problem = "{\"type\":\"/p/full\",\"title\":\"Full\",\"status\":507,\"detail\":\"no room\",\"more\":1,"
            + "\"condition\":\"{DAV:}quota-not-exceeded\"}";
        try (Scripted server = new Scripted(
            Scripted.says(507, problem, "Content-Type: application/problem+json; charset=utf-8", "X-Request-Id: r1"))) {
            ApiException failure = failed(server.core(), Retry.SAFE);
            assertTrue(failure.is(ErrorCode.INSUFFICIENT_STORAGE));
            assertTrue(failure.is("/p/full"));
            assertTrue(failure.is(DavName.dav("quota-not-exceeded")));
            assertEquals(List.of("more", "condition"), List.copyOf(failure.problem().extensions().keySet()));
            assertEquals("r1", failure.requestId());
            assertEquals("GET " + server.url() + "/things: 507 insufficient storage: no room", failure.getMessage());
        }
    }

    @Test
    void aConditionOfDavIsReadFromXml() throws Exception {
        String error = "<e:error xmlns:e='DAV:'><x:y xmlns:x='urn:x'/></e:error>";
        try (Scripted server = new Scripted(Scripted.xml(409, error))) {
            assertEquals(List.of(new DavName("urn:x", "y")), failed(server.core(), Retry.SAFE).conditions());
        }
    }

    @Test
    void anErrorKeeps64KiBOfItsBody() throws Exception {
        try (Scripted server = new Scripted(Scripted.says(400, "x".repeat(70000)))) {
            assertEquals(65536, failed(server.core(), Retry.SAFE).body().length);
        }
    }

    @Test
    void anAnswerThatIsTooLargeIsRefused() throws Exception {
        try (Scripted server = new Scripted(GOOD)) {
            Core core = new Core(server.url(), server.options().largestBody(5));
            assertEquals(ErrorCode.DECODE, failed(core, Retry.SAFE).code());
        }
    }

    @Test
    void secretsAreInNoAddressThatIsShown() {
        URI url = URI.create("http://me:pw@h/a?token=1&x=2&KEY=3&code=4#f");
        assertEquals("http://h/a?token=…&x=2&KEY=…&code=…", Redaction.of(url));
    }

    @Test
    void eachAttemptIsLoggedWithoutSecrets() throws Exception {
        List<String> logged = new ArrayList<>();
        try (Scripted server = new Scripted(Scripted.says(503, ""), GOOD)) {
            Core core = new Core(server.url(), server.options().log(one -> logged.add(one.toString())));
            ask(core, Retry.SAFE);
            assertEquals(2, logged.size());
            assertTrue(logged.get(0).contains("status=503, attempt=1"));
            assertFalse(logged.toString().contains("secret"));
        }
    }

    @Test
    void aCallIsToldItsAnswer() throws Exception {
        List<ResponseInfo> told = new ArrayList<>();
        try (Scripted server = new Scripted(Scripted.says(503, ""), Scripted.says(200, "1", "ETag: \"7\""))) {
            ask(server.core(), Retry.SAFE, CallOption.onResponse(told::add));
            assertEquals(2, told.get(0).attempts());
            assertEquals("\"7\"", told.get(0).headers().firstValue("ETag").orElseThrow());
        }
    }

    @Test
    void credentialsStayAtTheirOrigin() throws Exception {
        try (Scripted other = new Scripted(GOOD);
            Scripted server = new Scripted(Scripted.says(302, "", "Location: " + other.url() + "/x"))) {
            ask(server.core(), Retry.SAFE, CallOption.header("Cookie", "a=b"));
            assertEquals("/x", other.seen.get(0).target());
            assertFalse(other.seen.get(0).headers().containsKey("Authorization"));
            assertFalse(other.seen.get(0).headers().containsKey("Cookie"));
        }
    }

    @ParameterizedTest
    @CsvSource({"301, SAFE, ''", "302, SAFE, ftp://h/", "307, IDEMPOTENT, /other", "302, SAFE, 'http://'"})
    void aRedirectThatIsNotFollowedIsAnError(int status, Retry retry, String location) throws Exception {
        try (Scripted server = new Scripted(Scripted.says(status, "", "Location: " + location))) {
            ApiException failure = failed(server.core(), retry);
            assertEquals(ErrorCode.REDIRECT, failure.code());
            assertEquals(status, failure.status());
            assertEquals(1, server.seen.size());
        }
    }

    @Test
    void aProviderIsAskedAgainOnce() throws Exception {
        List<String> tokens = new ArrayList<>(List.of("one", "two", "three"));
        try (Scripted server = new Scripted(Scripted.says(401, ""))) {
            Core core = new Core(server.url(), server.options().tokenProvider(() -> tokens.remove(0)));
            assertEquals(ErrorCode.UNAUTHORIZED, failed(core, Retry.SAFE).code());
            assertEquals(List.of("Bearer one", "Bearer two"),
                server.seen.stream().map(one -> one.headers().get("Authorization")).toList());
        }
    }

    @Test
    void aProviderThatFailsIsTheErrorOfTheCall() throws Exception {
        try (Scripted server = new Scripted(GOOD)) {
            Core core = new Core(server.url(), server.options().tokenProvider(() -> {
                throw new IllegalStateException("no keyring");
            }));
            assertEquals("no keyring", failed(core, Retry.SAFE).getCause().getMessage());
            assertEquals(0, server.seen.size());
        }
    }

    @Test
    void aDeviceIsLetInWhenThePersonSaysSo() throws Exception {
        String grant = "{\"device_code\":\"d\",\"user_code\":\"U\",\"verification_uri\":\"http://v\",\"expires_in\":60}";
        try (Scripted server = new Scripted(
            Scripted.says(200, grant), Scripted.says(400, "{\"error\":\"authorization_pending\"}"),
            Scripted.says(400, "{\"error\":\"slow_down\"}"),
            Scripted.says(200, "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":10}"))) {
            OAuth2 oauth = new OAuth2(server.url() + "/token", "me").deviceUrl(server.url() + "/device").clock(server.clock);
            OAuth2.Tokens tokens = oauth.waitDevice(oauth.startDevice());
            assertEquals("t", tokens.accessToken());
            assertEquals(List.of(5L, 5L, 10L), server.clock.sleeps.stream().map(Duration::toSeconds).toList());
            assertFalse(server.seen.get(0).headers().containsKey("Authorization"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://h", "http://", "http://me:pw@h/", "no url"})
    void aWrongUrlOfTheServerIsRefused(String url) {
        ApiException failure = assertThrows(ApiException.class, () -> new Core(url, ClientOptions.defaults()));
        assertEquals(ErrorCode.CONFIGURATION, failure.code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "form|true|[\"a b\",\"c&d\"]|p=a%20b&p=c%26d", "form|false|[\"a,b\",\"c\"]|p=a%2Cb,c",
        "spaceDelimited|false|[\"a\",\"b\"]|p=a%20b", "pipeDelimited|false|[\"a\",\"b\"]|p=a%7Cb",
        "deepObject|true|{\"b\":1,\"a\":true}|p%5Ba%5D=true&p%5Bb%5D=1", "form|true|{\"x\":\"ü~*\"}|x=%C3%BC~%2A",
        "json|false|{\"x\":1}|p=%7B%22x%22%3A1%7D", "form|true|\"a+b\"|p=a%2Bb", "form|false|{\"x\":1}|p=x,1", "form|true|[]|''",
    })
    void aQueryIsWrittenAsItsStyleSays(String name, boolean explode, String value, String wanted) {
        assertEquals(wanted, String.join("&", new Style(name, explode).fields("p", Json.read(value))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "simple|false|[\"a/b\",\"c\"]|a%2Fb,c", "label|true|[\"a\",\"b\"]|.a.b", "label|false|[\"a\",\"b\"]|.a,b",
        "matrix|true|[\"a\",\"b\"]|;p=a;p=b", "matrix|false|[\"a\",\"b\"]|;p=a,b", "matrix|true|{\"x\":1}|;x=1",
        "simple|true|{\"x\":1,\"y\":2}|x=1,y=2",
    })
    void aSegmentIsWrittenAsItsStyleSays(String name, boolean explode, String value, String wanted) {
        assertEquals(wanted, new Style(name, explode).segment("p", Style.Parts.of(Json.read(value))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void aSegmentThatWouldChangeThePathIsRefused(String value) {
        Request request = new Request("x", "GET", "/a/{p}", Retry.SAFE);
        assertThrows(ApiException.class, () -> request.inPath("p", value, Codecs.TEXT, new Style("simple", false)));
    }

    @Test
    void aHeaderWithALineEndIsRefused() {
        Request request = new Request("x", "GET", "/", Retry.SAFE);
        assertThrows(ApiException.class, () -> request.inHeader("X", Opt.of("a\r\nB: c"), Codecs.TEXT, FORM));
    }

    @Test
    void aFormHasAFieldForEachItem() throws Exception {
        try (Scripted server = new Scripted(GOOD)) {
            Request request = new Request("x", "POST", "/", Retry.NEVER)
                .form(Json.read("{\"a\":[1,\"b c\"],\"n\":null,\"o\":{\"x\":1}}"), Codecs.ANY, "application/x-www-form-urlencoded");
            server.core().send(request);
            assertEquals("a=1&a=b%20c&o=%7B%22x%22%3A1%7D", server.seen.get(0).body());
        }
    }

    @Test
    void aFileIsAPartOfAMultipartForm() throws Exception {
        try (Scripted server = new Scripted(GOOD)) {
            JsonNode form = new MemberWriter().required("f\"", "hi".getBytes(), Codecs.BYTES)
                .required("t", "x", Codecs.TEXT).done();
            server.core().send(new Request("x", "POST", "/", Retry.NEVER).multipart(form, Codecs.ANY, "multipart/form-data"));
            String body = server.seen.get(0).body();
            assertTrue(body.contains("name=\"f%22\"; filename=\"f%22\"\r\nContent-Type: application/octet-stream\r\n\r\nhi\r\n"));
            assertTrue(body.contains("name=\"t\"\r\n\r\nx\r\n"));
        }
    }

    @Test
    void anAnswerWithoutABodyIsNullWhereThatIsTold() throws Exception {
        try (Scripted server = new Scripted("HTTP/1.1 204 -\r\nContent-Length: 0\r\n\r\n")) {
            Request request = new Request("x", "GET", "/", Retry.SAFE).optional();
            assertNull(new Calls(server.core()) {}.fetch(request, Codecs.TEXT));
        }
    }

    private static final Map<String, String> HEADERS = Map.of(
        "Webhook-Id", "m", "Webhook-Timestamp", "1000", "Webhook-Signature", "v1,AAAA v1,yc2oP+zOUcJAm8gyQOmZmrJb7yFLg8jIWLWxvZqZb0E=");

    @ParameterizedTest
    @CsvSource({"699, timestamp", "1301, timestamp", "1000, mismatch"})
    void aWebhookThatIsNotRightSaysWhy(long now, String reason) {
        ApiException failure = assertThrows(ApiException.class, () -> new WebhookVerifier(List.of("other"))
            .verify(HEADERS, "{}".getBytes(), java.time.Instant.ofEpochSecond(now)));
        assertEquals(ErrorCode.WEBHOOK_SIGNATURE, failure.code());
        assertEquals(reason, failure.reason());
    }
}
