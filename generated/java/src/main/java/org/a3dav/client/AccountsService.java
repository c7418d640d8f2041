package org.a3dav.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One's own account, those of others for administrators and auditors, and a directory of those that one sees.
 */
public final class AccountsService extends Calls {
    AccountsService(Core core) {
        super(core);
    }

    /**
     * List all accounts
     *
     * <p>Every account by its name, for administrators and auditors.
     */
    public Paged<Account> list(AccountsListParams params, CallOption... options) {
        Request request = new Request(
            "accounts.list", "GET", Identity.BASE_PATH + "/accounts", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inQuery("kind", params.kind(), PrincipalKind.CODEC, new Style("form", true))
            .inQuery("role", params.role(), Role.CODEC, new Style("form", true))
            .inQuery("disabled", params.disabled(), Codecs.BOOLEAN, new Style("form", true))
            .inQuery("text", params.text(), Codecs.TEXT, new Style("form", true))
            .inQuery("limit", params.limit(), Codecs.INTEGER, new Style("form", true))
            .inQuery("cursor", params.cursor(), Codecs.TEXT, new Style("form", true));
        return paged(request, new PageRule("cursor", "items", "next"), Account.CODEC, options);
    }

    /** The same with nothing said beside. */
    public Paged<Account> list(CallOption... options) {
        return list(AccountsListParams.builder().build(), options);
    }

    /**
     * Fetch an account
     *
     * <p>One's own account with its quota; that of anybody for administrators and auditors.
     */
    public Account get(String accountId, CallOption... options) {
        Request request = new Request(
            "accounts.get", "GET", Identity.BASE_PATH + "/accounts/{accountId}", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inPath("accountId", accountId, Codecs.TEXT, new Style("simple", false));
        return fetch(request, Account.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Account> getAsync(String accountId, CallOption... options) {
        return async(() -> get(accountId, options));
    }

    /**
     * Change an account
     *
     * <p>Changes what is given, and removes what is null (RFC 7396). Everybody changes the name that their own
     * account is shown by. Administrators change everything; for name, address, role and quota they need
     * their password.
     */
    public Account update(String accountId, AccountUpdate body, CallOption... options) {
        Request request = new Request(
            "accounts.update", "PATCH", Identity.BASE_PATH + "/accounts/{accountId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept("application/json"))
            .inPath("accountId", accountId, Codecs.TEXT, new Style("simple", false))
            .json(body, AccountUpdate.CODEC, "application/json");
        return fetch(request, Account.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Account> updateAsync(String accountId, AccountUpdate body, CallOption... options) {
        return async(() -> update(accountId, body, options));
    }

    /**
     * List app passwords
     *
     * <p>What each is for and when it was used, the oldest first; what they are is told once, when they are
     * made.
     */
    public Paged<AppPassword> listAppPasswords(String accountId, AccountsListAppPasswordsParams params, CallOption... options) {
        Request request = new Request(
            "accounts.listAppPasswords", "GET", Identity.BASE_PATH + "/accounts/{accountId}/app-passwords", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inPath("accountId", accountId, Codecs.TEXT, new Style("simple", false))
            .inQuery("limit", params.limit(), Codecs.INTEGER, new Style("form", true))
            .inQuery("cursor", params.cursor(), Codecs.TEXT, new Style("form", true));
        return paged(request, new PageRule("cursor", "items", "next"), AppPassword.CODEC, options);
    }

    /** The same with nothing said beside. */
    public Paged<AppPassword> listAppPasswords(String accountId, CallOption... options) {
        return listAppPasswords(accountId, AccountsListAppPasswordsParams.builder().build(), options);
    }

    /**
     * Make an app password
     *
     * <p>Makes a password of its own for one client, and tells it this once. It takes the password of the
     * account; neither an app password nor a token makes another one.
     */
    public MadeAppPassword createAppPassword(String accountId, NewAppPassword body, CallOption... options) {
        Request request = new Request(
            "accounts.createAppPassword", "POST", Identity.BASE_PATH + "/accounts/{accountId}/app-passwords", Retry.NEVER)
            .accept(MediaTypes.accept("application/json"))
            .inPath("accountId", accountId, Codecs.TEXT, new Style("simple", false))
            .json(body, NewAppPassword.CODEC, "application/json");
        return fetch(request, MadeAppPassword.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<MadeAppPassword> createAppPasswordAsync(String accountId, NewAppPassword body, CallOption... options) {
        return async(() -> createAppPassword(accountId, body, options));
    }

    /**
     * Revoke an app password
     *
     * <p>It is worthless at once.
     */
    public void deleteAppPassword(String accountId, String appPasswordId, CallOption... options) {
        Request request = new Request(
            "accounts.deleteAppPassword", "DELETE", Identity.BASE_PATH + "/accounts/{accountId}/app-passwords/{appPasswordId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept(""))
            .inPath("accountId", accountId, Codecs.TEXT, new Style("simple", false))
            .inPath("appPasswordId", appPasswordId, Codecs.TEXT, new Style("simple", false));
        perform(request, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Void> deleteAppPasswordAsync(String accountId, String appPasswordId, CallOption... options) {
        return asyncRun(() -> deleteAppPassword(accountId, appPasswordId, options));
    }

    /**
     * Set a password
     *
     * <p>Takes the password that counts now, for one's own account in the body as well; neither an app password
     * nor a token does. Administrators set that of anybody. The new one counts at once.
     */
    public void setPassword(String accountId, NewPassword body, CallOption... options) {
        Request request = new Request(
            "accounts.setPassword", "PUT", Identity.BASE_PATH + "/accounts/{accountId}/password", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept(""))
            .inPath("accountId", accountId, Codecs.TEXT, new Style("simple", false))
            .json(body, NewPassword.CODEC, "application/json");
        perform(request, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Void> setPasswordAsync(String accountId, NewPassword body, CallOption... options) {
        return asyncRun(() -> setPassword(accountId, body, options));
    }

    /**
     * Find people, groups, rooms and resources
     *
     * <p>Those that whoever asks may see, by their name; their identifiers are what shares take.
     */
    public Paged<Principal> directory(AccountsDirectoryParams params, CallOption... options) {
        Request request = new Request(
            "accounts.directory", "GET", Identity.BASE_PATH + "/directory", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inQuery("text", params.text(), Codecs.TEXT, new Style("form", true))
            .inQuery("limit", params.limit(), Codecs.INTEGER, new Style("form", true))
            .inQuery("cursor", params.cursor(), Codecs.TEXT, new Style("form", true));
        return paged(request, new PageRule("cursor", "items", "next"), Principal.CODEC, options);
    }

    /** The same with nothing said beside. */
    public Paged<Principal> directory(CallOption... options) {
        return directory(AccountsDirectoryParams.builder().build(), options);
    }
}
