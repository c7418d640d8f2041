package org.a3dav.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Addresses as servers write them. */
final class Hrefs {
    private static final String PLAIN = "-._~:/?#@!$&'()*+,;=";

    private Hrefs() {}

    /** An address without user information and fragment, or null when it is none. */
    static URI resolved(URI from, String text) {
        try {
            URI found = from.resolve(parsed(text.strip()));
            if (found.getHost() == null || found.getScheme() == null) {
                return null;
            }
            String port = found.getPort() < 0 ? "" : ":" + found.getPort();
            String query = found.getRawQuery() == null ? "" : "?" + found.getRawQuery();
            return new URI(found.getScheme() + "://" + found.getHost() + port + found.getRawPath() + query);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    static URI parsed(String text) throws URISyntaxException {
        try {
            return new URI(new URI(text).toASCIIString());
        } catch (URISyntaxException e) {
            return new URI(encoded(text));
        }
    }

    /** Text of an address with all that may not stand in one percent-encoded. */
    private static String encoded(String text) {
        StringBuilder made = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (one & 0xff);
            int at = made.length();
            made.append(letter);
            boolean isPlain = letter < 0x80 && (Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0);
            if (!isPlain && letter != '%') {
                made.replace(at, at + 1, String.format("%%%02X", (int) letter));
            }
        }
        return made.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }

    static boolean isHttp(URI url) {
        return "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    }

    /** Compares scheme, host and port (RFC 6454 §5). */
    static boolean isSameOrigin(URI a, URI b) {
        return a.getScheme().equals(b.getScheme()) && a.getHost().equalsIgnoreCase(b.getHost()) && port(a) == port(b);
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    }

    /** The path of an href, resolved against where it was read, or null where it is of another server. */
    static String path(URI from, String href) {
        URI target = resolved(from, href);
        return target == null || !isSameOrigin(target, from) ? null : target.getRawPath();
    }

    /** What two spellings of an href have in common. */
    static String key(String href) {
        String path = href;
        try {
            path = parsed(href).getRawPath();
        } catch (URISyntaxException e) {
            // It is compared as it is.
        }
        List<String> segments = new ArrayList<>();
        for (String segment : path.replaceAll("/+$", "").split("/")) {
            segments.add(decoded(segment).replace("/", "%2F"));
        }
        return String.join("/", segments);
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
