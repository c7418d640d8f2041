package org.a3dav.client;

/** What this package is, and what its interface is called. */
final class Identity {
    static final String NAME = "a3dav";
    static final String USER_AGENT = "a3dav-client-java/" + "0.1.0";
    static final String URL_VARIABLE = "A3DAV_URL";
    static final String TOKEN_VARIABLE = "A3DAV_TOKEN";
    static final String BASE_PATH = "/api/v1";
    static final String GRAPHQL_PATH = "/graphql";

    private Identity() {}
}
