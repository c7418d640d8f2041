package org.a3dav.client;

/** One thing that a sync tells. */
public sealed interface SyncEntry {
    /** The server no longer knows the token: what follows is all there is, and what does not follow is gone. */
    record Reset() implements SyncEntry {}

    /**
     * A member that is new or has another ETag.
     *
     * @param href its path
     * @param etag its ETag, or empty
     */
    record Changed(String href, String etag) implements SyncEntry {}

    /**
     * A member that is gone.
     *
     * @param href its path
     */
    record Removed(String href) implements SyncEntry {}

    /**
     * The token for the next time; it comes last.
     *
     * @param token the token
     */
    record Token(String token) implements SyncEntry {}
}
