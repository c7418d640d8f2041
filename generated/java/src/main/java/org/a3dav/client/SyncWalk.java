package org.a3dav.client;

import java.util.HashSet;
import java.util.Set;

/** A sync, a report after the other. */
final class SyncWalk extends Advancing<SyncEntry> {
    private final Dav dav;
    private final String collection;
    private final DavElement properties;
    private final CallOption[] options;
    private final Set<String> seen = new HashSet<>(Set.of(""));
    private Multistatus page;
    private String token;
    private boolean isMore;
    private boolean isRestarted;
    private boolean isOver;

    SyncWalk(Dav dav, String collection, String token, DavElement properties, CallOption... options) {
        this.dav = dav;
        this.collection = collection;
        this.token = token;
        this.properties = properties;
        this.options = options;
    }

    @Override
    SyncEntry advance() {
        while (!isOver) {
            if (page == null) {
                try {
                    open();
                } catch (ApiException e) {
                    return restarted(e);
                }
            }
            while (page.hasNext()) {
                SyncEntry found = entry(page.next());
                if (found != null) {
                    return found;
                }
            }
            turn();
        }
        return ended();
    }

    private void open() {
        page = dav.open("REPORT", collection, 0, DavElement.of(DavName.dav("sync-collection"),
            DavElement.of(DavName.dav("sync-token"), token), DavElement.of(DavName.dav("sync-level"), "1"), properties), options);
        isMore = false;
    }

    private SyncEntry restarted(ApiException e) {
        boolean isUnknown = e.is(DavName.dav("valid-sync-token")) && (e.status() == 403 || e.status() == 409);
        if (token.isEmpty() || isRestarted || !(isUnknown || e.status() == 410 || e.status() == 412)) {
            throw e;
        }
        token = "";
        isRestarted = true;
        return new SyncEntry.Reset();
    }

    private SyncEntry entry(DavResponse response) {
        boolean isSelf = Hrefs.key(response.href()).equals(Hrefs.key(dav.address(collection).getRawPath()));
        if (isSelf && response.status() == 507) {
            isMore = true;
            return null;
        }
        if (response.status() == 404) {
            return new SyncEntry.Removed(response.href());
        }
        return isSelf ? null : new SyncEntry.Changed(response.href(), response.text(DavName.dav("getetag")).strip());
    }

    /** To the next report, or to the end. */
    private void turn() {
        seen.add(token);
        token = page.token();
        if (isMore && seen.contains(token)) {
            throw page.decode("the server says that there is more, and gives a DAV:sync-token that came before");
        }
        isOver = !isMore;
        page = null;
    }

    private SyncEntry ended() {
        String last = token;
        token = null;
        return last == null ? null : new SyncEntry.Token(last);
    }
}
