package org.a3dav.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DavTest {
    private static String multistatus(String content) {
        return Scripted.xml(207, "<?xml version='1.0'?><multistatus xmlns='DAV:'>" + content + "</multistatus>");
    }

    private static String changed(String href, String etag) {
        return "<response><href>" + href + "</href><propstat><prop><getetag>" + etag
            + "</getetag></prop><status>HTTP/1.1 200 OK</status></propstat></response>";
    }

    private static <T> List<T> all(Iterable<T> several) {
        return StreamSupport.stream(several.spliterator(), false).toList();
    }

    @Test
    void eachPropertyHasAStatus() throws Exception {
        String answer = "<response><href>/a%20b/</href><propstat><prop><displayname> x &lt; <![CDATA[<y>]]>\n</displayname></prop>"
            + "<status>HTTP/1.1 200 OK</status></propstat><propstat><prop><z:q xmlns:z='urn:z'/></prop>"
            + "<status>HTTP/1.1 403 Forbidden</status></propstat></response>"
            + "<response><href>http://elsewhere.example/x</href><status>HTTP/1.1 200 OK</status></response>";
        try (Scripted server = new Scripted(multistatus(answer))) {
            List<DavResponse> found = all(server.dav().propfind("/a b/", List.of(DavName.dav("displayname")), 1));
            assertEquals(1, found.size());
            assertEquals("/a%20b/", found.get(0).href());
            assertEquals(" x < <y>\n", found.get(0).text(DavName.dav("displayname")));
            assertEquals(403, found.get(0).statusOf(new DavName("urn:z", "q")));
            assertEquals("1", server.seen.get(0).headers().get("Depth"));
            assertEquals("/a%20b/", server.seen.get(0).target());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<!DOCTYPE a [<!ENTITY x 'y'>]><multistatus xmlns='DAV:'>&x;</multistatus>", "<!DOCTYPE a><multistatus xmlns='DAV:'/>",
        "<multistatus xmlns='DAV:'><response>", "<other/>", "no XML", "",
        "<multistatus xmlns='DAV:'><response><href>/a</href><status>200</status></response></multistatus>",
    })
    void whatIsNoMultistatusIsADecodeError(String body) throws Exception {
        try (Scripted server = new Scripted(Scripted.xml(207, body))) {
            Iterable<DavResponse> asked = server.dav().propfind("/", List.of(), 0);
            assertEquals(ErrorCode.DECODE, assertThrows(ApiException.class, () -> all(asked)).code());
        }
    }

    @Test
    void xmlThatIsTooDeepIsADecodeError() throws Exception {
        try (Scripted server = new Scripted(multistatus("<a>".repeat(64) + "</a>".repeat(64)))) {
            Iterable<DavResponse> asked = server.dav().propfind("/", List.of(), 0);
            assertEquals(ErrorCode.DECODE, assertThrows(ApiException.class, () -> all(asked)).code());
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        DavElement element = DavElement.of(new DavName("urn:a&\"b", "x"), DavElement.of(DavName.dav("y"), " <&>\r\n\t\" ü "));
        XmlReader source = new XmlReader(XmlWriter.write(DavElement.of(DavName.dav("root"), element)));
        assertEquals(DavName.dav("root"), source.root());
        assertEquals(element, source.next());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "", "a>", "1a"})
    void aNameThatIsNoneIsRefused(String name) {
        assertThrows(ApiException.class, () -> XmlWriter.write(DavElement.of(DavName.dav(name), "")));
    }

    @Test
    void textThatCannotStandInXmlIsRefused() {
        assertThrows(ApiException.class, () -> XmlWriter.write(DavElement.of(DavName.dav("a"), "\u0001")));
    }

    @Test
    void aSyncGoesOnWhereItWasCutAndBeginsAnewOnce() throws Exception {
        String more = "<response><href>/c</href><status>HTTP/1.1 507 -</status></response><sync-token>t1</sync-token>";
        String gone = "<response><href>/c/b</href><status>HTTP/1.1 404 -</status></response><sync-token>t2</sync-token>";
        try (Scripted server = new Scripted(
            Scripted.xml(403, "<error xmlns='DAV:'><valid-sync-token/></error>"), multistatus(changed("/c/a", "\"1\"") + more),
            multistatus(gone))) {
            assertEquals(List.of(new SyncEntry.Reset(), new SyncEntry.Changed("/c/a", "\"1\""), new SyncEntry.Removed("/c/b"),
                new SyncEntry.Token("t2")), all(server.dav().sync("/c/", "old")));
            assertTrue(server.seen.get(2).body().contains("<D:sync-token>t1</D:sync-token>"));
        }
    }

    @Test
    void aTokenThatComesAgainIsAnError() throws Exception {
        String more = "<response><href>/c/</href><status>HTTP/1.1 507 -</status></response><sync-token>t</sync-token>";
        try (Scripted server = new Scripted(multistatus(more))) {
            Iterable<SyncEntry> asked = server.dav().sync("/c", "");
            assertEquals(ErrorCode.DECODE, assertThrows(ApiException.class, () -> all(asked)).code());
            assertEquals(2, server.seen.size());
        }
    }

    @Test
    void manyAreFetchedInBatchesAndInTheirOrder() throws Exception {
        List<String> hrefs = IntStream.range(0, 51).mapToObj(n -> "/c/" + n).toList();
        try (Scripted server = new Scripted(multistatus("<response><href>/c/%31</href><propstat><prop>"
            + "<c:calendar-data xmlns:c='urn:ietf:params:xml:ns:caldav'>DATA</c:calendar-data></prop>"
            + "<status>HTTP/1.1 200 OK</status></propstat></response>"))) {
            List<DavObject> found = all(server.dav().multiget(Dav.Service.CALENDARS, "/c", hrefs));
            assertEquals(51, found.size());
            assertEquals("DATA", found.get(1).data());
            assertEquals(404, found.get(0).status());
            assertEquals(2, server.seen.size());
        }
    }

    @Test
    void anUpdateBeginsAgainWhenSomebodyElseWasFaster() throws Exception {
        String first = Scripted.says(200, "one", "ETag: \"1\"", "Content-Type: text/calendar");
        String second = Scripted.says(200, "two", "ETag: \"2\"", "Content-Type: text/calendar");
        List<String> read = new ArrayList<>();
        try (Scripted server = new Scripted(
            first, Scripted.says(412, ""), second, Scripted.says(204, "", "ETag: \"3\""))) {
            String etag = server.dav().updateWith("/a", text -> {
                read.add(text);
                return text + "!";
            });
            assertEquals("\"3\"", etag);
            assertEquals(List.of("one", "two"), read);
            assertEquals("\"2\"", server.seen.get(3).headers().get("If-Match"));
            assertEquals("two!", server.seen.get(3).body());
        }
    }

    @Test
    void anUpdateEndsAfterFiveTimes() throws Exception {
        String held = Scripted.says(200, "x", "ETag: \"1\"");
        String lost = Scripted.says(412, "");
        try (Scripted server = new Scripted(held, lost, held, lost, held, lost, held, lost, held, lost, held, lost)) {
            Dav dav = server.dav();
            ApiException failure = assertThrows(ApiException.class, () -> dav.updateWith("/a", text -> text + "!"));
            assertEquals(ErrorCode.PRECONDITION_FAILED, failure.code());
            assertEquals(10, server.seen.size());
        }
    }

    @Test
    void whatIsNotToBeChangedIsNotWritten() throws Exception {
        try (Scripted server = new Scripted(Scripted.says(200, "x", "ETag: \"1\""))) {
            assertEquals("\"1\"", server.dav().updateWith("/a", text -> null));
            assertEquals(1, server.seen.size());
        }
    }

    @Test
    void busyTimesAreAskedInUtc() throws Exception {
        try (Scripted server = new Scripted(Scripted.says(200, "BEGIN:VCALENDAR\r\n"))) {
            String found = server.dav().freeBusy("/c", Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-02T03:04:05Z"));
            assertEquals("BEGIN:VCALENDAR\r\n", found);
            assertTrue(server.seen.get(0).body().contains("end=\"20260102T030405Z\""));
            assertEquals("text/calendar", server.seen.get(0).headers().get("Accept"));
        }
    }

    @ParameterizedTest
    @CsvSource({"/c/a, /dav/c/a", "/dav/c/a, /dav/c/a", "c/ü, /dav/c/%C3%BC", "/c/a%2Fb, /dav/c/a%2Fb", "/c/100%, /dav/c/100%25"})
    void aPathIsBelowTheUrlOfTheClient(String path, String wanted) {
        Dav dav = new Dav(new Core("http://127.0.0.1:1/dav", ClientOptions.defaults()));
        assertEquals(wanted, dav.address(path).getRawPath());
    }

    @Test
    void anAddressOfAnotherOriginIsRefused() {
        Dav dav = new Dav(new Core("http://127.0.0.1:1/", ClientOptions.defaults()));
        assertThrows(ApiException.class, () -> dav.address("http://127.0.0.1:2/c"));
    }

    @ParameterizedTest
    @CsvSource({"/a%20b/, /a b", "/%41, /A", "/a%2Fb, /a%2fb"})
    void twoSpellingsOfAnHrefAreTheSame(String one, String other) {
        assertEquals(Hrefs.key(one), Hrefs.key(other));
    }

    @Test
    void bytesThatAreNoTextAreADecodeError() throws Exception {
        try (Scripted server = new Scripted(Scripted.says(200, "x"))) {
            Answer answer = server.core().send(new Request("x", "GET", "/", Retry.SAFE)).read(new byte[] {(byte) 0xff});
            Request request = new Request("x", "GET", "/", Retry.SAFE);
            assertThrows(ApiException.class, () -> Calls.utf8(request, answer));
            assertEquals("ü", Calls.utf8(request, answer.read("ü".getBytes(StandardCharsets.UTF_8))));
        }
    }
}
