package org.a3dav.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What programs sign in with, each for some things alone. */
public final class TokensService extends Calls {
    TokensService(Core core) {
        super(core);
    }

    /**
     * List one's tokens
     *
     * <p>The tokens of the account, without what they are; those that expired are there for a month.
     */
    public TokenPage list(CallOption... options) {
        Request request = new Request(
            "tokens.list", "GET", Identity.BASE_PATH + "/tokens", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"));
        return fetch(request, TokenPage.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<TokenPage> listAsync(CallOption... options) {
        return async(() -> list(options));
    }

    /**
     * Make a token
     *
     * <p>What the token is stands in the answer, and is told nowhere else again. A token makes no token that is
     * for more than it is for itself, or that lasts longer.
     */
    public MadeToken create(NewToken body, CallOption... options) {
        Request request = new Request(
            "tokens.create", "POST", Identity.BASE_PATH + "/tokens", Retry.NEVER)
            .accept(MediaTypes.accept("application/json"))
            .json(body, NewToken.CODEC, "application/json");
        return fetch(request, MadeToken.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<MadeToken> createAsync(NewToken body, CallOption... options) {
        return async(() -> create(body, options));
    }

    /**
     * Revoke a token
     *
     * <p>It is worthless at once, everywhere.
     */
    public void delete(String token, CallOption... options) {
        Request request = new Request(
            "tokens.delete", "DELETE", Identity.BASE_PATH + "/tokens/{token}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept(""))
            .inPath("token", token, Codecs.TEXT, new Style("simple", false));
        perform(request, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Void> deleteAsync(String token, CallOption... options) {
        return asyncRun(() -> delete(token, options));
    }
}
