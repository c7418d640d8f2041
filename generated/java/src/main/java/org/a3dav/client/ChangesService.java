package org.a3dav.client;

import java.util.List;

/** What changed of what one may see, as pages and as a stream. */
public final class ChangesService extends Calls {
    ChangesService(Core core) {
        super(core);
    }

    /**
     * List changes
     *
     * <p>What changed of what one may see, in the order in which it happened: one's own collections, and those
     * of others that are shared with one. It is told that something changed, and not what is in it. What one
     * may see is decided anew with each page. Keep `cursor` and come back with it; `next` is null where there
     * is no more for now.
     */
    public Paged<Change> list(ChangesListParams params, CallOption... options) {
        Request request = new Request(
            "changes.list", "GET", Identity.BASE_PATH + "/changes", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inQuery("limit", params.limit(), Codecs.INTEGER, new Style("form", true))
            .inQuery("cursor", params.cursor(), Codecs.TEXT, new Style("form", true))
            .inQuery("tail", params.tail(), Codecs.BOOLEAN, new Style("form", true))
            .inQuery("collection", params.collection(), Codecs.list(Codecs.TEXT), new Style("form", true));
        return paged(request, new PageRule("cursor", "items", "next"), Change.CODEC, options);
    }

    /** The same with nothing said beside. */
    public Paged<Change> list(CallOption... options) {
        return list(ChangesListParams.builder().build(), options);
    }

    /**
     * Follow changes
     *
     * <p>The same as server-sent events, as they happen. Each event `change` has the cursor behind it as its
     * `id`, with which a client that was cut off comes back in `Last-Event-ID`. The event `reset` says that
     * this place is no longer known: look at everything again, and go on from the `id` of that event. A
     * comment comes where there is nothing to tell for a while. The stream ends when the credentials that
     * opened it are changed or revoked, and when the server is restarted;
     * `retry` says when to come back.
     */
    public EventStream<Change> stream(ChangesStreamParams params, CallOption... options) {
        Request request = new Request(
            "changes.stream", "GET", Identity.BASE_PATH + "/changes/stream", Retry.SAFE)
            .accept(MediaTypes.accept("text/event-stream"))
            .inHeader("Last-Event-ID", params.lastEventId(), Codecs.TEXT, new Style("simple", false))
            .inQuery("cursor", params.cursor(), Codecs.TEXT, new Style("form", true))
            .inQuery("collection", params.collection(), Codecs.list(Codecs.TEXT), new Style("form", true));
        return events(request, Change.CODEC, options);
    }

    /** The same with nothing said beside. */
    public EventStream<Change> stream(CallOption... options) {
        return stream(ChangesStreamParams.builder().build(), options);
    }
}
