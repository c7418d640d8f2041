package org.a3dav.client;

import java.util.Locale;
import java.util.Map;

/** What went wrong, in one word. */
public enum ErrorCode {
    NOT_MODIFIED, BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, CONFLICT, GONE,
    PRECONDITION_FAILED, CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, UNPROCESSABLE, LOCKED, FAILED_DEPENDENCY,
    PRECONDITION_REQUIRED, RATE_LIMITED, SERVER_ERROR, BAD_GATEWAY, UNAVAILABLE, GATEWAY_TIMEOUT, INSUFFICIENT_STORAGE,
    /** Another status of 400 to 499. */
    CLIENT_ERROR,
    /** No connection, or one that broke. */
    CONNECTION,
    /** The time of the call ran out. */
    TIMEOUT,
    /** The thread was interrupted, or the future cancelled. */
    CANCELLED,
    /** An answer that is not what it should be. */
    DECODE,
    REDIRECT,
    GRAPHQL,
    WEBHOOK_SIGNATURE,
    STREAM,
    /** A call or a client that was set up wrongly; nothing was sent. */
    CONFIGURATION;

    private static final Map<Integer, ErrorCode> STATUSES = Map.ofEntries(
        Map.entry(304, NOT_MODIFIED), Map.entry(400, BAD_REQUEST), Map.entry(401, UNAUTHORIZED),
        Map.entry(403, FORBIDDEN), Map.entry(404, NOT_FOUND), Map.entry(405, METHOD_NOT_ALLOWED),
        Map.entry(406, NOT_ACCEPTABLE), Map.entry(409, CONFLICT), Map.entry(410, GONE),
        Map.entry(412, PRECONDITION_FAILED), Map.entry(413, CONTENT_TOO_LARGE), Map.entry(415, UNSUPPORTED_MEDIA_TYPE),
        Map.entry(422, UNPROCESSABLE), Map.entry(423, LOCKED), Map.entry(424, FAILED_DEPENDENCY),
        Map.entry(428, PRECONDITION_REQUIRED), Map.entry(429, RATE_LIMITED), Map.entry(502, BAD_GATEWAY),
        Map.entry(503, UNAVAILABLE), Map.entry(504, GATEWAY_TIMEOUT), Map.entry(507, INSUFFICIENT_STORAGE));

    /** The same word in all languages: {@code not_found}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ErrorCode of(int status) {
        if (STATUSES.containsKey(status)) {
            return STATUSES.get(status);
        }
        return status >= 500 ? SERVER_ERROR : status >= 400 ? CLIENT_ERROR : REDIRECT;
    }
}
