package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Who is signed in, and what there is to call. */
public final class SessionService extends Calls {
    SessionService(Core core) {
        super(core);
    }

    /**
     * Fetch this document in OpenAPI 3.1
     *
     * <p>The same for tools that know no later version; what 3.1 cannot say stands in extensions.
     */
    public Map<String, JsonNode> document31(CallOption... options) {
        Request request = new Request(
            "session.document31", "GET", Identity.BASE_PATH + "/openapi-3.1.json", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"));
        return fetch(request, Codecs.map(Codecs.ANY), options);
    }

    /** The same on another thread. */
    public CompletableFuture<Map<String, JsonNode>> document31Async(CallOption... options) {
        return async(() -> document31(options));
    }

    /**
     * Fetch this document
     *
     * <p>The OpenAPI 3.2 document of everything that this server serves below this place.
     */
    public Map<String, JsonNode> document(CallOption... options) {
        Request request = new Request(
            "session.document", "GET", Identity.BASE_PATH + "/openapi.json", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"));
        return fetch(request, Codecs.map(Codecs.ANY), options);
    }

    /** The same on another thread. */
    public CompletableFuture<Map<String, JsonNode>> documentAsync(CallOption... options) {
        return async(() -> document(options));
    }

    /**
     * Tell who is signed in
     *
     * <p>The account that the credential of this request belongs to, what this credential may be used for, and
     * what the server takes.
     */
    public Session get(CallOption... options) {
        Request request = new Request(
            "session.get", "GET", Identity.BASE_PATH + "/session", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"));
        return fetch(request, Session.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Session> getAsync(CallOption... options) {
        return async(() -> get(options));
    }
}
