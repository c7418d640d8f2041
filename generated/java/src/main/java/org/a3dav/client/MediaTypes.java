package org.a3dav.client;

import java.net.http.HttpHeaders;
import java.util.Locale;

final class MediaTypes {
    static final String JSON = "application/json";
    static final String XML = "application/xml";
    static final String PROBLEM = "application/problem+json";
    static final String BYTES = "application/octet-stream";

    private MediaTypes() {}

    /** The media type without parameters, in lower case. */
    static String plain(HttpHeaders headers) {
        String text = headers.firstValue("Content-Type").orElse("");
        int end = text.indexOf(';');
        return (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** What is accepted of a call whose result has this media type: problems too. */
    static String accept(String media) {
        if (media.isEmpty()) {
            return JSON;
        }
        return media.endsWith("json") ? media : media + ", " + PROBLEM + ";q=0.5";
    }
}
