package org.a3dav.client;

/** What a rendered package would say of itself. */
final class Identity {
    static final String NAME = "a3dav";
    static final String USER_AGENT = "a3dav-client-java/test";
    static final String URL_VARIABLE = "A3DAV_TEST_NO_URL";
    static final String TOKEN_VARIABLE = "A3DAV_TEST_NO_TOKEN";
    static final String BASE_PATH = "";
    static final String GRAPHQL_PATH = "/graphql";

    private Identity() {}
}
