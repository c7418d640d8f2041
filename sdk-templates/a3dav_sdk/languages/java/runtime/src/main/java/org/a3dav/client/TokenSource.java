package org.a3dav.client;

/** Gives bearer tokens, to many threads at once. */
@FunctionalInterface
public interface TokenSource {
    /**
     * Gives a token that is believed to be good.
     *
     * @param refused the one a server has just answered 401 to, or empty; a source that still holds that one gets another
     */
    String token(String refused) throws Exception;
}
