package org.a3dav.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What one gives others of one's calendars and address books. */
public final class SharesService extends Calls {
    SharesService(Core core) {
        super(core);
    }

    /**
     * List who has a share
     *
     * <p>Whom a calendar or an address book of one's own is shared with, the oldest share first.
     */
    public Paged<Share> list(String collectionId, SharesListParams params, CallOption... options) {
        Request request = new Request(
            "shares.list", "GET", Identity.BASE_PATH + "/collections/{collectionId}/shares", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inPath("collectionId", collectionId, Codecs.TEXT, new Style("simple", false))
            .inQuery("limit", params.limit(), Codecs.INTEGER, new Style("form", true))
            .inQuery("cursor", params.cursor(), Codecs.TEXT, new Style("form", true));
        return paged(request, new PageRule("cursor", "items", "next"), Share.CODEC, options);
    }

    /** The same with nothing said beside. */
    public Paged<Share> list(String collectionId, CallOption... options) {
        return list(collectionId, SharesListParams.builder().build(), options);
    }

    /**
     * Share with somebody, or change what they may do
     *
     * <p>Offers a calendar or an address book of one's own to an account or a group, each of whom is invited, or
     * changes what was offered. Whoever declined is asked again.
     */
    public Share put(String collectionId, String accountId, NewShare body, CallOption... options) {
        Request request = new Request(
            "shares.put", "PUT", Identity.BASE_PATH + "/collections/{collectionId}/shares/{accountId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept("application/json"))
            .inPath("collectionId", collectionId, Codecs.TEXT, new Style("simple", false))
            .inPath("accountId", accountId, Codecs.TEXT, new Style("simple", false))
            .json(body, NewShare.CODEC, "application/json");
        return fetch(request, Share.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Share> putAsync(String collectionId, String accountId, NewShare body, CallOption... options) {
        return async(() -> put(collectionId, accountId, body, options));
    }

    /**
     * End a share
     *
     * <p>Whoever has the collection by this share alone has it no more.
     */
    public void delete(String collectionId, String accountId, CallOption... options) {
        Request request = new Request(
            "shares.delete", "DELETE", Identity.BASE_PATH + "/collections/{collectionId}/shares/{accountId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept(""))
            .inPath("collectionId", collectionId, Codecs.TEXT, new Style("simple", false))
            .inPath("accountId", accountId, Codecs.TEXT, new Style("simple", false));
        perform(request, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Void> deleteAsync(String collectionId, String accountId, CallOption... options) {
        return asyncRun(() -> delete(collectionId, accountId, options));
    }
}
