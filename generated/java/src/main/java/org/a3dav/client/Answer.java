package org.a3dav.client;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;

/** A good answer: its body is read, or open. */
record Answer(int status, HttpHeaders headers, byte[] body, InputStream open, URI url, int attempts) {
    Answer read(byte[] content) {
        return new Answer(status, headers, content, null, url, attempts);
    }

    Answer opened(InputStream stream) {
        return new Answer(status, headers, null, stream, url, attempts);
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
