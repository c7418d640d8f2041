package org.a3dav.client;

/** What must hold for a write. */
public final class Precondition {
    private static final Precondition ANYWAY = new Precondition("", "");

    private final String header;
    private final String value;

    private Precondition(String header, String value) {
        this.header = header;
        this.value = value;
    }

    /** The resource is the one with this ETag. */
    public static Precondition ifMatch(String etag) {
        return new Precondition("If-Match", etag);
    }

    /** There is no such resource yet. */
    public static Precondition create() {
        return new Precondition("If-None-Match", "*");
    }

    /** Nothing. */
    public static Precondition anyway() {
        return ANYWAY;
    }

    Request on(Request request) {
        return header.isEmpty() ? request : request.header(header, value);
    }
}
